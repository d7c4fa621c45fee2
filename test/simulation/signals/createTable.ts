import { type Draws, drawsOf } from '../draws.js'
import { notReproduced } from './notReproduced.js'

/** What was stated of a share, in per cent: a figure, or the range of several. */
export type Stated = number | readonly [lowest: number, highest: number]

/** The figures of the simulation, each beside what was stated of it. */
export interface Table {
  /** Shares of replicates in which something happened; null where it could not. */
  row: (
    name: string,
    stated: readonly Stated[],
    play: (draws: Draws) => readonly (boolean | null)[],
    options?: { part?: number },
  ) => void
  /** Shares among many customers of a call. */
  crowd: (
    name: string,
    stated: readonly Stated[],
    judge: (draws: Draws) => { tested: number; flags: readonly number[] },
  ) => void
  /** Shares that were counted elsewhere. */
  shares: (name: string, stated: readonly Stated[], found: readonly number[], tries: number) => void
  /** Figures without chance, or medians, within a distance. */
  figures: (name: string, stated: readonly Stated[], found: readonly number[], distance: number) => void
  /** Whether a world of this name is wanted. */
  wants: (name: string) => boolean
  /** Replicates of a row. */
  replicates: number
  /** Says how many worlds differ; the exit code. */
  finish: () => number
}

/** Points that a stated figure may be rounded, or differ in a detail of its world. */
const allowance = 1.5
const customersOfCall = 20

/**
 * Prints as it goes; a figure further away than the allowance and three standard errors is marked: with `!`, or with `?`
 * where that is known.
 */
export function createTable(replicates: number, wanted: string): Table {
  let worlds = 0
  let figuresSeen = 0
  const strange: string[] = []
  const open: string[] = []
  const wants = (name: string) => name.includes(wanted)
  const print = (
    name: string,
    stated: readonly Stated[],
    found: readonly number[],
    differs: boolean,
    digits: number,
  ) => {
    worlds += 1
    figuresSeen += stated.length
    const isOpen = differs && Object.hasOwn(notReproduced, name)
    if (differs) (isOpen ? open : strange).push(name)
    const mark = isOpen ? '?' : differs ? '!' : ' '
    const left = stated.map((value) => (typeof value === 'number' ? value : value.join('-'))).join(', ')
    const right = found.map((value) => value.toFixed(digits)).join(', ')
    console.log(`${mark} ${name.padEnd(74)} ${left.padEnd(26)} ${right}`)
  }
  const shares: Table['shares'] = (name, stated, found, tries) => {
    const differs = stated.some((value, index) => !agrees(value, found[index] ?? Number.NaN, tries))
    print(name, stated, found, differs, 1)
  }
  return {
    wants,
    replicates,
    shares,
    row: (name, stated, play, { part = 1 } = {}) => {
      if (!wants(name)) return
      const draws = drawsOf(seedOf(name))
      const rounds = Math.max(1, Math.round(replicates * part))
      const hits = stated.map(() => 0)
      const tries = stated.map(() => 0)
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, hit] of play(draws).entries()) {
          if (hit === null) continue
          hits[index] = (hits[index] ?? 0) + Number(hit)
          tries[index] = (tries[index] ?? 0) + 1
        }
      }
      const found = hits.map((count, index) => (100 * count) / (tries[index] ?? 1))
      shares(name, stated, found, Math.min(...tries))
    },
    crowd: (name, stated, judge) => {
      if (!wants(name)) return
      const draws = drawsOf(seedOf(name))
      const sums = stated.map(() => 0)
      let tested = 0
      for (let call = 0; call < Math.max(1, Math.round(replicates / customersOfCall)); call += 1) {
        const one = judge(draws)
        tested += one.tested
        for (const [index, count] of one.flags.entries()) sums[index] = (sums[index] ?? 0) + count
      }
      const found = sums.map((sum) => (100 * sum) / tested)
      shares(name, stated, found, tested)
    },
    figures: (name, stated, found, distance) => {
      if (!wants(name)) return
      const differs = stated.some((value, index) => {
        const [lowest, highest] = boundsOf(value)
        const own = found[index] ?? Number.NaN
        return !(own >= lowest - distance && own <= highest + distance)
      })
      print(name, stated, found, differs, 0)
    },
    finish: () => {
      for (const name of open) console.log(`? not reproduced: ${name}: ${notReproduced[name]}`)
      const known = open.length === 0 ? '' : `, ${open.length} not reproduced`
      const verdict =
        strange.length === 0
          ? `${open.length === 0 ? 'all' : 'the others'} as stated${known}`
          : `${strange.length} differ: ${strange.join('; ')}`
      console.log(`${figuresSeen} figures of ${worlds} worlds, ${replicates} replicates: ${verdict}`)
      return strange.length === 0 ? 0 : 1
    },
  }
}

/** Every world has numbers of its own. */
export function seedOf(name: string): number {
  return [...name].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, 20_250_601)
}

function boundsOf(stated: Stated): readonly [number, number] {
  return typeof stated === 'number' ? [stated, stated] : stated
}

function agrees(stated: Stated, found: number, tries: number): boolean {
  const [lowest, highest] = boundsOf(stated)
  const margin = (per: number) => {
    const share = per / 100
    return allowance + 300 * Math.sqrt(Math.max(share * (1 - share), 0.002) / tries)
  }
  return found >= lowest - margin(lowest) && found <= highest + margin(highest)
}
