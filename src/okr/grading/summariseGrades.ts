import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { assertArray, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { CommitmentKind } from '../models/status.js'
import type { GradeVerdict } from './gradeKeyResult.js'

/** A grade as a summary needs it. */
export interface SummarisedGrade {
  /** What was promised. */
  readonly commitment: CommitmentKind
  /** Verdict. */
  readonly verdict: GradeVerdict
  /** Final score; null or absent when there is none. */
  readonly score?: DecimalInput | null | undefined
}

/** Aspirational grades. */
export interface AspirationalSummary {
  /** Grades. */
  count: number
  /** Grades with a score. */
  graded: number
  /** Mean of the scores; null without one. */
  mean: number | null
  /** Grades by verdict. */
  verdicts: AspirationalVerdicts
}

/** Aspirational grades by verdict. */
export interface AspirationalVerdicts {
  /** Below 0.4. */
  little: number
  /** Below 0.7. */
  partial: number
  /** Below 1. */
  delivered: number
  /** 1. */
  achieved: number
  /** Without a score. */
  not_measured: number
}

/** Promises. */
export interface PromiseSummary {
  /** Grades. */
  count: number
  /** Met. */
  met: number
  /** Share met; null without grades. */
  share: number | null
}

/** Learning grades by verdict. */
export interface LearningSummary {
  /** The assumption held. */
  validated: number
  /** It did not. */
  invalidated: number
  /** It held in part. */
  partly: number
  /** Not enough is known. */
  insufficient: number
}

/** The grades of a portfolio. */
export interface GradeSummary {
  /** Aspirational ones. */
  aspirational: AspirationalSummary
  /** Committed ones. */
  committed: PromiseSummary
  /** Duties. */
  compliance: PromiseSummary
  /** Learning ones. */
  learning: LearningSummary
  /** Deferred ones, counted nowhere else. */
  deferred: number
}

/**
 * Summarises the grades of a portfolio, by what was promised.
 *
 * The mean of aspirational scores, of which about 0.7 is expected, and the share of promises met are never averaged.
 *
 * @param grades - commitment, verdict and score of each key result
 * @returns counts, the aspirational mean on the scale of the scores, the shares of promises met (0..1); mean and share null
 * where nothing was graded or promised
 * @throws {@link RetentionOkrError} INVALID_INPUT for a verdict that the commitment does not have, INVALID_NUMBER
 * @example
 * ```ts
 * import { summariseGrades } from 'retention-okr/okr'
 *
 * const summary = summariseGrades([
 *   { commitment: 'aspirational', verdict: 'delivered', score: '0.7' },
 *   { commitment: 'aspirational', verdict: 'little', score: '0.3' },
 *   { commitment: 'committed', verdict: 'met', score: 1 },
 * ])
 * summary.aspirational.mean // => 0.5
 * summary.committed // => { count: 1, met: 1, share: 1 }
 * ```
 * @see Doerr 2018, Measure What Matters
 * @since 0.1.0
 */
export function summariseGrades(grades: readonly SummarisedGrade[]): GradeSummary {
  assertArray(grades, 'grades')
  for (const [index, grade] of grades.entries()) readGrade(grade, `grades[${index}]`)
  const final = grades.filter(({ verdict }) => verdict !== 'deferred')
  return {
    aspirational: aspirationalOf(final.filter(({ commitment }) => commitment === 'aspirational')),
    committed: promisesOf(final.filter(({ commitment }) => commitment === 'committed')),
    compliance: promisesOf(final.filter(({ commitment }) => commitment === 'compliance')),
    learning: countVerdicts(
      final.filter(({ commitment }) => commitment === 'learning'),
      { validated: 0, invalidated: 0, partly: 0, insufficient: 0 },
    ),
    deferred: grades.length - final.length,
  }
}

const verdictsOf = {
  aspirational: ['little', 'partial', 'delivered', 'achieved', 'not_measured', 'deferred'],
  committed: ['met', 'missed', 'deferred'],
  compliance: ['met', 'missed', 'deferred'],
  learning: ['validated', 'invalidated', 'partly', 'insufficient', 'deferred'],
} as const

function readGrade(grade: SummarisedGrade, path: string): void {
  assertPlain(grade, path)
  const { commitment, verdict } = grade
  assertOneOf(commitment, Object.keys(verdictsOf) as CommitmentKind[], `${path}.commitment`, 'INVALID_INPUT')
  assertOneOf(verdict, verdictsOf[commitment] as readonly GradeVerdict[], `${path}.verdict`, 'INVALID_INPUT')
}

function aspirationalOf(grades: readonly SummarisedGrade[]): AspirationalSummary {
  const scores = grades.flatMap(({ score }) =>
    score === null || score === undefined ? [] : [toDecimal(score, 'grades.score')],
  )
  const sum = scores.reduce((total, score) => total.plus(score), new Decimal(0))
  return {
    count: grades.length,
    graded: scores.length,
    mean: scores.length === 0 ? null : toDouble(sum.div(scores.length)),
    verdicts: countVerdicts(grades, { little: 0, partial: 0, delivered: 0, achieved: 0, not_measured: 0 }),
  }
}

function promisesOf(grades: readonly SummarisedGrade[]): PromiseSummary {
  const met = grades.filter(({ verdict }) => verdict === 'met').length
  return { count: grades.length, met, share: grades.length === 0 ? null : met / grades.length }
}

function countVerdicts<K extends GradeVerdict>(
  grades: readonly SummarisedGrade[],
  zero: Record<K, number>,
): Record<K, number> {
  const counts = { ...zero }
  for (const { verdict } of grades) counts[verdict as K] += 1
  return counts
}
