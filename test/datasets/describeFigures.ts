import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDatasets, readFigures } from './readDataset.js'

/** A figure, or figures by name or in order. */
type Figures = number | string | boolean | null | readonly Figures[] | { readonly [name: string]: Figures }

/** Computes the figures of a data set, one function for each that the set is published with. */
export type FigureSource = Readonly<Record<string, () => Figures | object>>

/** A figure that the library defines in another way than the set: both numbers, the second derived from the first. */
export interface Deviation {
  readonly ours: number
  readonly theirs: number
}

/** Relative difference of two numbers of 12 digits; what a difference of large numbers leaves beside 0. */
const relativeTolerance = 1e-9
const noise = 1e-12

/** Words about the figures, which no test can compute. */
const words = new Set(['definitions', 'definition', 'note'])

const deviations = new WeakSet<object>()

/** Stands in the place of a figure that is defined in another way; the reason is written in the list of the set. */
export function deviation(numbers: Deviation): Deviation {
  deviations.add(numbers)
  return numbers
}

/** The number of the library, and where the set's definition gives another one, both. */
export function eitherWay(ours: number, theirs: number): number | Deviation {
  return ours === theirs ? ours : deviation({ ours, theirs })
}

/**
 * Declares a test for every figure of a set: what is computed must have the same leaves, and every leaf the same value.
 * The last test asserts that no leaf was left out, and that what is defined in another way stands in the written list.
 */
export function describeFigures(
  name: string,
  read: () => FigureSource,
  written: Readonly<Record<string, string>> = {},
): void {
  const figures = readFigures<Record<string, Figures>>(name)
  const keys = Object.keys(figures).filter((key) => !words.has(key))
  describe.skipIf(!hasDatasets)(`figures of ${name} (skipped without ../shared/data)`, () => {
    let source: FigureSource | undefined
    const compared = new Set<string>()
    const differing = new Set<string>()

    beforeAll(() => {
      source = read()
    })
    afterAll(() => {
      source = undefined
    })

    it.each(keys)('%s', (key) => {
      const computed = leavesOf(source?.[key]?.() as Figures | undefined, key)
      const expected = leavesOf(figures[key], key)
      expect([...computed.keys()].sort()).toEqual([...expected.keys()].sort())
      const wrong = [...expected].flatMap(([path, figure]) => {
        const value = computed.get(path)
        compared.add(path)
        if (isDeviation(value)) {
          differing.add(path)
          const isNeeded = !isSame(value.ours, figure) && isSame(value.theirs, figure)
          return isNeeded ? [] : [{ path, figure, value }]
        }
        return isSame(value, figure) ? [] : [{ path, figure, value }]
      })
      expect(wrong).toEqual([])
    })

    it('leaves no figure out, and defines in another way only those of the list', () => {
      const all = keys.flatMap((key) => [...leavesOf(figures[key], key).keys()])
      expect(all.filter((path) => !compared.has(path))).toEqual([])
      expect([...differing].sort()).toEqual(Object.keys(written).sort())
    })
  })
}

/** Every number, text, truth and empty list by its path, words left out. */
function leavesOf(tree: unknown, path: string): Map<string, unknown> {
  const isLeaf = typeof tree !== 'object' || tree === null || isDeviation(tree) || Object.keys(tree).length === 0
  if (isLeaf) return new Map([[path, tree]])
  return new Map(
    Object.entries(tree).flatMap(([key, branch]) => (words.has(key) ? [] : [...leavesOf(branch, `${path}.${key}`)])),
  )
}

function isDeviation(value: unknown): value is Deviation {
  return typeof value === 'object' && value !== null && deviations.has(value)
}

function isSame(value: unknown, figure: unknown): boolean {
  if (typeof value !== 'number' || typeof figure !== 'number') return JSON.stringify(value) === JSON.stringify(figure)
  if (Number.isInteger(figure) && Math.abs(figure) >= 1) return Math.abs(value - figure) <= 1e-12 * Math.abs(figure)
  return Math.abs(value - figure) <= relativeTolerance * Math.abs(figure) || isNothing(value, figure)
}

/** A figure of 0 may carry the rounding error of the subtraction that gave it. */
function isNothing(value: number, figure: number): boolean {
  return (value === 0 || figure === 0) && Math.abs(value - figure) < noise
}
