import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Definition } from '../../measurement.js'
import type { RfmThresholds } from './model.js'

/** How the three values become scores. */
export interface RfmScoringOptions {
  /** Shares of the ranks, fixed cuts, quantiles of the values, or groups of one size; default `'midrank'`. */
  readonly scoring?: 'midrank' | 'thresholds' | 'quantile' | 'ntile' | undefined
  /** Number of scores, 1 to 36,600; default 5; of thresholds one more than there are cuts. */
  readonly bins?: number | undefined
  /** The cuts; required by `'thresholds'`, of no other scoring. */
  readonly thresholds?: RfmThresholds | undefined
  /** What tells equal customers apart; required by `'ntile'`. */
  readonly tieBreaker?: 'customerId' | undefined
}

/** The names of {@link RfmScoringOptions}. */
export const rfmScoringNames = ['scoring', 'bins', 'thresholds', 'tieBreaker'] as const

/** The three values of a customer. */
export type RfmDimension = 'recency' | 'frequency' | 'monetary'

/** The options, checked. */
export interface RfmScoring {
  scoring: 'midrank' | 'thresholds' | 'quantile' | 'ntile'
  bins: number
  cuts: Record<RfmDimension, Decimal[]>
  definition: Definition
}

/** Checks how values become scores. */
export function readScoring(options: RfmScoringOptions): RfmScoring {
  const { scoring = 'midrank', tieBreaker, thresholds } = options
  assertOneOf(scoring, ['midrank', 'thresholds', 'quantile', 'ntile'], 'options.scoring')
  if (tieBreaker !== undefined) assertOneOf(tieBreaker, ['customerId'], 'options.tieBreaker')
  if (scoring === 'ntile' && tieBreaker === undefined) {
    fail('TIE_BREAKER_REQUIRED', 'options.tieBreaker', 'is required by ntile', tieBreaker)
  }
  if ((scoring === 'thresholds') !== (thresholds !== undefined)) {
    fail('INVALID_OPTION', 'options.thresholds', 'go with the scoring thresholds, and with no other', thresholds)
  }
  const cuts = readCuts(thresholds)
  const bins = scoring === 'thresholds' ? cuts.recency.length + 1 : (options.bins ?? 5)
  assertInteger(bins, { minimum: 1, maximum: 36_600 }, 'options.bins')
  if (options.bins !== undefined && options.bins !== bins) {
    fail('INVALID_OPTION', 'options.bins', 'must be one more than there are cuts', options.bins)
  }
  const shown = thresholds === undefined ? {} : { thresholds: JSON.parse(JSON.stringify(thresholds)) as unknown }
  const definition = { scoring, bins, ...shown, ...(tieBreaker === undefined ? {} : { tieBreaker }) }
  return { scoring, bins, cuts, definition }
}

function readCuts(thresholds: RfmThresholds | undefined): RfmScoring['cuts'] {
  if (thresholds === undefined) return { recency: [], frequency: [], monetary: [] }
  assertPlain(thresholds, 'options.thresholds')
  const read = (name: RfmDimension): Decimal[] => readAscending(thresholds[name], `options.thresholds.${name}`)
  const cuts = { recency: read('recency'), frequency: read('frequency'), monetary: read('monetary') }
  if (cuts.frequency.length !== cuts.recency.length || cuts.monetary.length !== cuts.recency.length) {
    fail('INVALID_OPTION', 'options.thresholds', 'must have as many cuts in each', cuts.frequency.length)
  }
  return cuts
}

function readAscending(cuts: unknown, path: string): Decimal[] {
  if (!Array.isArray(cuts) || cuts.length === 0) fail('INVALID_OPTION', path, 'must be a list of cuts', cuts)
  const read = cuts.map((cut: unknown, index) => toDecimal(cut, `${path}[${index}]`, 'INVALID_OPTION'))
  read.forEach((cut, index) => {
    const before = read[index - 1]
    if (before !== undefined && !cut.greaterThan(before)) {
      fail('INVALID_OPTION', `${path}[${index}]`, 'must be above the one before', 'not ascending')
    }
  })
  return read
}
