import { compareDecimal, type Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import { type PacePreset, type PaceRule, type PaceThresholds, pacePresets } from './pacePresets.js'

/** Options of {@link paceStatus}. */
export interface PaceStatusOptions {
  /** A preset, or thresholds; default `'default'`. */
  readonly rule?: PaceRule | undefined
}

/** Progress held against expectation. */
export interface PaceReading {
  /** What the rule says. */
  status: 'on_track' | 'at_risk' | 'off_track' | 'no_data'
  /** expected − progress; null without progress. */
  gap: number | null
  /** progress / expected; null without progress and at expected 0. */
  ratio: number | null
  /** The rule as given. */
  rule: PaceRule
}

/**
 * Holds progress against expectation by a rule, in exact decimals.
 *
 * By gap: on track when expected − progress is at most `onTrack`, at risk when at most `atRisk`. By ratio: on track when
 * progress is at least `onTrack · expected`, without a division; at expected 0 always.
 *
 * @param data - progress (null when not measured) and expected progress
 * @param options - the rule
 * @returns the status with gap and ratio; `no_data` without progress
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a number that is none, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown preset, or `atRisk` tighter than `onTrack`
 * @example
 * ```ts
 * import { paceStatus } from 'retention-okr/okr'
 *
 * paceStatus({ progress: '0.47', expected: '0.52' }).status // => 'on_track'
 * paceStatus({ progress: '0.47', expected: '0.52' }, { rule: 'viva' }).status // => 'at_risk'
 * ```
 * @since 0.1.0
 */
export function paceStatus(
  data: { readonly progress: DecimalInput | null; readonly expected: DecimalInput },
  options: PaceStatusOptions = {},
): PaceReading {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['rule'])
  const expected = toDecimal(data.expected, 'expected')
  const { progress } = data
  const read = progress === null || progress === undefined ? null : toDecimal(progress, 'progress')
  return paceOf(read, expected, options.rule)
}

/** The same over exact numbers. */
export function paceOf(progress: Decimal | null, expected: Decimal, rule: PaceRule = 'default'): PaceReading {
  const thresholds = readRule(rule)
  if (progress === null) return { status: 'no_data', gap: null, ratio: null, rule }
  const judge = thresholds.basis === 'gap' ? judgeGap : judgeRatio
  return {
    status: judge(progress, expected, thresholds),
    gap: toDouble(expected.minus(progress)),
    ratio: expected.isZero() ? null : toDouble(progress.div(expected)),
    rule,
  }
}

interface Thresholds {
  basis: 'gap' | 'ratio'
  onTrack: Decimal
  atRisk: Decimal
  exclusive: boolean
}

function readRule(rule: PaceRule): Thresholds {
  if (typeof rule === 'string') {
    assertOneOf(rule, Object.keys(pacePresets) as PacePreset[], 'options.rule')
    return readThresholds(pacePresets[rule])
  }
  assertKnownOptions(rule, ['basis', 'onTrack', 'atRisk', 'onTrackExclusive'], 'options.rule')
  return readThresholds(rule)
}

function readThresholds({ basis, onTrack, atRisk, onTrackExclusive = false }: PaceThresholds): Thresholds {
  assertOneOf(basis, ['gap', 'ratio'], 'options.rule.basis')
  const read = {
    basis,
    onTrack: toDecimal(onTrack, 'options.rule.onTrack', 'INVALID_OPTION'),
    atRisk: toDecimal(atRisk, 'options.rule.atRisk', 'INVALID_OPTION'),
    exclusive: onTrackExclusive,
  }
  const order = compareDecimal(read.atRisk, read.onTrack)
  if (basis === 'gap' ? order < 0 : order > 0) {
    fail('INVALID_OPTION', 'options.rule.atRisk', 'must not be tighter than onTrack', 'a tighter threshold')
  }
  return read
}

function judgeGap(progress: Decimal, expected: Decimal, { onTrack, atRisk, exclusive }: Thresholds) {
  const gap = expected.minus(progress)
  const order = compareDecimal(gap, onTrack)
  if (exclusive ? order < 0 : order <= 0) return 'on_track' as const
  return compareDecimal(gap, atRisk) <= 0 ? ('at_risk' as const) : ('off_track' as const)
}

function judgeRatio(progress: Decimal, expected: Decimal, { onTrack, atRisk, exclusive }: Thresholds) {
  if (expected.isZero()) return 'on_track' as const
  const order = compareDecimal(progress, onTrack.times(expected))
  if (exclusive ? order > 0 : order >= 0) return 'on_track' as const
  return compareDecimal(progress, atRisk.times(expected)) >= 0 ? ('at_risk' as const) : ('off_track' as const)
}
