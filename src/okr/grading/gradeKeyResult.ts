import { compareDecimal, Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { assertDay, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import type { Closing, ScoreOverride } from '../models/closing.js'
import type { CommitmentKind } from '../models/status.js'
import { readShare } from '../readShare.js'
import { bandOf, type GradeColour } from './gradeBand.js'
import type { GradeScheme } from './gradeSchemes.js'

/** Options of {@link gradeKeyResult}. */
export interface GradeKeyResultOptions {
  /** The day of grading. */
  readonly asOf: Day
  /** Scheme of the colours; default `'halfOpen'`. */
  readonly scheme?: GradeScheme | undefined
}

/** What a key result is graded from. */
export interface GradeData {
  /** What was promised; default `'aspirational'`. */
  readonly commitment?: CommitmentKind | undefined
  /** Progress and whether it was attained. */
  readonly score: GradedScore
  /** Day from which the outcome can be known. */
  readonly observableOn?: Day | undefined
  /** A score set by a person. */
  readonly override?: ScoreOverride | undefined
  /** What became of the assumption of a learning key result; default `'insufficient'`. */
  readonly learning?: Closing['learning']
  /** Why a promise was missed. */
  readonly missReason?: string | undefined
}

/** Progress of a key result at its close, and whether it was attained. */
export interface GradedScore {
  /** Progress; null when it is not measured. */
  readonly progress: DecimalInput | null
  /** Whether it was attained; null when nobody can say. */
  readonly attained: boolean | null
}

/** Final verdict on a key result. */
export type GradeVerdict =
  | 'deferred'
  | 'met'
  | 'missed'
  | 'little'
  | 'partial'
  | 'delivered'
  | 'achieved'
  | 'not_measured'
  | 'validated'
  | 'invalidated'
  | 'partly'
  | 'insufficient'

/** Final grade of a key result. */
export interface Grade {
  /** What was promised. */
  commitment: CommitmentKind
  /** Final score: the one a person set, else the computed one; null of a learning key result and when deferred. */
  score: number | null
  /** Computed score, kept beside the one a person set. */
  computed: number | null
  /** Whether a person set the score. */
  overridden: boolean
  /** Colour; null of a duty, of a learning key result and without a score. */
  band: GradeColour | null
  /** Verdict by what was promised. */
  verdict: GradeVerdict
  /** Whether a promise was missed and nobody said why. */
  needsReason: boolean
  /** Day on which the outcome can be known; of a deferred grade only. */
  observableOn?: Day
}

/**
 * Grades a key result at its close, by what was promised.
 *
 * Committed and compliance: met or missed, by whether it was attained alone. Aspirational, on the final score: little below
 * 0.4, partial below 0.7, delivered below 1, achieved. Learning: what became of the assumption, no number. An outcome that
 * cannot be known yet is deferred. A score that a person sets replaces neither the computed one nor whether it was
 * attained.
 *
 * @param data - commitment, score, observability, override, learning, reason of a miss
 * @param options - the day of grading, the scheme of colours
 * @returns the grade
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_DAY, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { gradeKeyResult } from 'retention-okr/okr'
 *
 * const asOf = '2026-04-01'
 * gradeKeyResult({ score: { progress: '0.7', attained: false } }, { asOf }).verdict // => 'delivered'
 * const promised = { commitment: 'committed', score: { progress: 1, attained: false } } as const
 * gradeKeyResult(promised, { asOf }).verdict // => 'missed'
 * ```
 * @see Doerr 2018, Measure What Matters
 * @since 0.1.0
 */
export function gradeKeyResult(data: GradeData, options: GradeKeyResultOptions): Grade {
  assertPlain(data, 'data')
  assertPlain(data.score, 'score')
  assertKnownOptions(options, ['asOf', 'scheme'])
  assertDay(options.asOf, 'options.asOf')
  const { commitment = 'aspirational', observableOn, override, learning = 'insufficient' } = data
  assertOneOf(commitment, ['committed', 'aspirational', 'learning', 'compliance'], 'commitment', 'INVALID_INPUT')
  assertOneOf(learning, ['validated', 'invalidated', 'partly', 'insufficient'], 'learning', 'INVALID_INPUT')
  if (observableOn !== undefined) assertDay(observableOn, 'observableOn')
  const set = readOverride(override)
  const { progress } = data.score
  const computed = progress === null ? null : toDecimal(progress, 'score.progress')
  const band = bandOf(set ?? computed, options.scheme)
  const none = { commitment, score: null, computed: null, overridden: false, band: null, needsReason: false }
  if (observableOn !== undefined && observableOn > options.asOf) return { ...none, verdict: 'deferred', observableOn }
  if (commitment === 'learning') return { ...none, overridden: set !== null, verdict: learning }
  const final = set ?? computed
  const verdict = commitment === 'aspirational' ? verdictOf(final) : data.score.attained === true ? 'met' : 'missed'
  return {
    commitment,
    score: final === null ? null : toDouble(final),
    computed: computed === null ? null : toDouble(computed),
    overridden: set !== null,
    band: commitment === 'compliance' ? null : band,
    verdict,
    needsReason: verdict === 'missed' && (data.missReason ?? '') === '',
  }
}

function readOverride(override: ScoreOverride | undefined): Decimal | null {
  if (override === undefined) return null
  assertPlain(override, 'override')
  assertDay(override.at, 'override.at')
  return readShare(override.score, 'override.score')
}

function verdictOf(score: Decimal | null): GradeVerdict {
  if (score === null) return 'not_measured'
  if (compareDecimal(score, new Decimal('0.4')) < 0) return 'little'
  if (compareDecimal(score, new Decimal('0.7')) < 0) return 'partial'
  return compareDecimal(score, new Decimal(1)) < 0 ? 'delivered' : 'achieved'
}
