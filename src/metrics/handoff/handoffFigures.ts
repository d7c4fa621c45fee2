import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { compareDecimal, Decimal, sumExact, toDecimal, toDouble } from '../../internal/decimal.js'
import type { Measurement } from '../../measurement.js'
import { type ProportionOptions, proportionMeasurement } from '../internal/proportionMeasurement.js'
import type { AttainmentMeasurement } from '../service/model.js'
import { slaAttainment } from '../service/slaAttainment.js'
import { cleanHandoffRate } from './cleanHandoffRate.js'
import { leadAcceptanceRate } from './leadAcceptanceRate.js'
import type { HandoffCounts, HandoffFigures } from './models/figures.js'

/** Counts and scores of a group of hand-offs. */
export interface HandoffGroup {
  counts: HandoffCounts
  /** Ascending. */
  scores: readonly number[]
}

/** Targets and operator of the two clocks, which stand in the definitions. */
export interface ClockTargets {
  acceptTarget: number
  responseTarget: number
  operator: string
}

/** The figures of a group of hand-offs. */
export function handoffFigures(group: HandoffGroup, targets: ClockTargets, options: ProportionOptions): HandoffFigures {
  const { counts } = group
  const of = (name: string): number => counts[name] ?? 0
  const handed = of('handed')
  const pending = handed - of('mature')
  const rate = (metric: string, part: string, whole: string, more: { pending?: number } = {}): Measurement =>
    proportionMeasurement({ metric, numerator: of(part), denominator: of(whole), ...more, definition: {} }, options)
  return {
    cleanHandoffRate: cleanHandoffRate({ clean: of('clean'), handed }, options),
    responseAttainment: attainment('response', counts, targets, options),
    acceptanceAttainment: attainment('acceptance', counts, targets, options),
    ...scoreFigures(group.scores, { pending, mature: of('mature') }, options),
    fullyComplete: rate('fully-complete-rate', 'fullyComplete', 'completenessAssessed'),
    firstPassYield: rate('first-pass-yield', 'firstPass', 'mature', { pending }),
    defectsPerLead: handed === 0 ? null : of('defects') / handed,
    defectsByKind: named(counts, 'defect:'),
    acceptance: acceptanceOf(counts, options),
    rejectReasons: named(counts, 'reason:'),
    acceptedUntouched: rate('accepted-untouched-rate', 'acceptedUntouched', 'acceptedDue'),
    ...(counts['recycledWon'] === undefined
      ? {}
      : { recycledYield: rate('recycled-lead-yield', 'recycledWon', 'recycled') }),
    unowned: rate('unowned-lead-rate', 'unowned', 'open'),
    reassigned: rate('reassigned-rate', 'reassigned', 'handed'),
    handoffs: handed,
    pending,
  }
}

function attainment(
  side: 'acceptance' | 'response',
  counts: HandoffCounts,
  { acceptTarget, responseTarget, operator }: ClockTargets,
  options: ProportionOptions,
): AttainmentMeasurement {
  const of = (name: string): number => counts[`${side}${name}`] ?? 0
  const clocks = {
    met: of('Met'),
    breached: of('Breached'),
    pending: of('Pending'),
    pendingMet: of('PendingMet'),
    notApplicable: of('NotApplicable'),
  }
  return {
    ...slaAttainment(clocks, options),
    metric: `lead-${side}-attainment`,
    definition: { target: side === 'acceptance' ? acceptTarget : responseTarget, operator, caveats: [] },
  }
}

/** Mean, median and share of high marks; the mean of the marks, never the mark of mean parts. */
function scoreFigures(
  scores: readonly number[],
  { pending, mature }: { pending: number; mature: number },
  options: ProportionOptions,
): Pick<HandoffFigures, 'score' | 'scoreMedian' | 'shareAtLeast80'> {
  const sampleSize = scores.length
  const reason = mature > 0 ? 'insufficient_data' : pending > 0 ? 'not_mature' : 'empty_base'
  const high = scores.filter((score) => compareDecimal(toDecimal(score, 'scores'), new Decimal(80)) >= 0).length
  return {
    score: {
      metric: 'handoff-score',
      value: sampleSize === 0 ? null : toDouble(sumExact(scores, 'scores').dividedBy(sampleSize)),
      unit: 'score',
      sampleSize,
      ...(sampleSize === 0 ? { reason } : {}),
      pending,
      definition: { caveats: [] },
    },
    scoreMedian: medianOf(scores),
    shareAtLeast80: proportionMeasurement(
      {
        metric: 'handoff-score',
        numerator: high,
        denominator: sampleSize,
        pending,
        definition: { atLeast: 80 },
      },
      options,
    ),
  }
}

function medianOf(ascending: readonly number[]): number | null {
  const middle = ascending.length / 2
  const [below, above] = [ascending[Math.ceil(middle) - 1], ascending[Math.floor(middle)]]
  return below === undefined || above === undefined ? null : (below + above) / 2
}

function acceptanceOf(counts: HandoffCounts, options: ProportionOptions): HandoffFigures['acceptance'] {
  const of = (name: string): number => counts[name] ?? 0
  const decided = { accepted: of('accepted'), rejected: of('rejected'), recycled: of('recycled') }
  const known = decided.accepted + decided.rejected + decided.recycled + of('undecided')
  const acceptance = {
    ...decided,
    undecided: of('undecided'),
    pending: of('handed') - known,
    rejectedWithReason: decided.rejected - of('reason:'),
    faultRejections: of('faultRejections'),
  }
  return leadAcceptanceRate(acceptance, options)
}

/** Counts whose name begins with a prefix, without it, most frequent first, then by name. */
function named(counts: HandoffCounts, prefix: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([name, count]) => name.startsWith(prefix) && count > 0)
      .map(([name, count]) => [name.slice(prefix.length), count] as const)
      .sort(([a, x], [b, y]) => y - x || compareCodeUnits(a, b)),
  )
}
