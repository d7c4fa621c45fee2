import type { Messages } from 'retention-okr/locales/en'
import { confidenceBand, type KeyResult } from 'retention-okr/okr'
import type { Sentences } from './sentences.js'

const barLength = 20

/** Figures as the replay writes them. */
export interface Figures {
  /** A share 0..1 as a whole percentage; a dash when there is none. */
  share: (x: number | null) => string
  /** A value in the unit of its key result. */
  value: (x: number | null, keyResult: KeyResult) => string
  /** A difference of shares in points, with its sign. */
  change: (x: number) => string
  /** A score 0..1 with two digits. */
  score: (x: number | null) => string
  /** A probability in words and figures. */
  chance: (probability: number) => string
  /** The probability alone. */
  probability: (probability: number) => string
  /** What was reached, and a mark where the plan stands. */
  bar: (progress: number | null, expected: number) => string
  /** A status by its code. */
  status: (code: string) => string
}

/** Writes figures in the language of the messages. */
export function createFigures(messages: Messages, words: Sentences): Figures {
  const share = (x: number | null): string => (x === null ? '–' : messages.percent(x, 0))
  const probability = (x: number): string => {
    if (x < 0.01) return words.under(share(0.01))
    return x > 0.99 ? words.over(share(0.99)) : share(x)
  }
  return {
    share,
    value: (x, { unit }) => {
      if (x === null) return '–'
      return unit === 'ratio' ? messages.percent(x, 1) : messages.number(x, { maximumFractionDigits: 0 })
    },
    change: (x) => {
      const points = messages.points(Math.abs(100 * x))
      return words.points(points === '0' ? points : `${x < 0 ? '−' : '+'}${points}`)
    },
    score: (x) => (x === null ? '–' : messages.number(x, { minimumFractionDigits: 2, maximumFractionDigits: 2 })),
    chance: (x) => words.chance(probability(x), confidenceBand(x)),
    probability,
    bar: (progress, expected) => {
      const cells = '#'.repeat(Math.round(barLength * Math.min(1, progress ?? 0))).padEnd(barLength, '·')
      const mark = Math.min(barLength - 1, Math.round(barLength * expected))
      return `${cells.slice(0, mark)}|${cells.slice(mark + 1)}`
    },
    status: (code) => messages.message({ code: `status.${code}`, params: {} }),
  }
}
