import { localDay } from '../calendar/localDay.js'
import { readInstant } from '../calendar/readInstant.js'
import type { Period } from '../measurement.js'
import { countCommitments } from '../metrics/commitments/countCommitments.js'
import { measurePromiseConsistency } from '../metrics/commitments/measurePromiseConsistency.js'
import { profileObjections } from '../metrics/sales/profileObjections.js'
import type { MetricSeries } from '../signals/model.js'
import type { SignalData } from '../signals/signalData.js'
import type { Observation } from '../statistics/model.js'
import { type ChosenOptions, chosen, rateOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import { customerEvents } from './customerEvents.js'
import { handoffSignals } from './handoffSignals.js'
import { lifetimesOf } from './lifetimesOf.js'
import { answerCounts, churnCounts, dealCounts } from './periodCounts.js'
import { prospectCounts } from './prospectCounts.js'
import { purchaseOutlook } from './purchaseOutlook.js'
import type { ReviewContext } from './reviewContext.js'
import { segmentGroups } from './segmentGroups.js'
import { spanOf, type Windows, windowsOf } from './windowsOf.js'

/** What the records say to the detectors beside the series and pairs. */
export function signalDataOf(
  series: readonly MetricSeries[],
  sources: ReviewSources,
  context: ReviewContext,
  optionsOf: (metric: string) => ChosenOptions | undefined,
): SignalData {
  const windows = windowsOf(context.periods)
  const silence = optionsOf('silent-prospect-rate')
  const outlook = purchaseOutlook(sources, context)
  return {
    ...npsWaves(series, sources, context, windows, optionsOf('net-promoter-score') ?? {}),
    ...segmentData(series),
    ...customerFlows(series, sources, context),
    ...(optionsOf('close-rate') !== undefined
      ? {
          closeRates: dealCounts(
            sources,
            context.periods,
            context.segments.find(({ of }) => of === 'opportunity'),
          ),
        }
      : {}),
    ...(silence === undefined ? {} : { silence: prospectCounts(sources, silence, context.periods) }),
    ...objectionPair(sources, windows),
    ...promiseCounts(sources, windows, context, optionsOf('commitment-fulfilment-rate')),
    ...handoffSignals(sources, context, windows, optionsOf),
    ...customerEvents(sources),
    ...(outlook === undefined ? {} : { summary: { current: outlook.current, baseline: outlook.baseline } }),
  }
}

/** Answers of both windows, with how many were asked for one where that is known. */
function npsWaves(
  series: readonly MetricSeries[],
  sources: ReviewSources,
  { timeZone, periods }: ReviewContext,
  { current, baseline }: Windows,
  { scale, dedupe }: ChosenOptions,
): Pick<SignalData, 'nps'> {
  if (!sources.has('responses') || !series.some(({ metric }) => metric === 'net-promoter-score')) return {}
  const shape = { ...(scale === undefined ? {} : { scale }), ...(dedupe === undefined ? {} : { dedupe }) }
  const { cells } = answerCounts(sources, periods, shape)
  const answers = (window: readonly Period[]) => {
    const sum = { promoters: 0, passives: 0, detractors: 0 }
    const starts = new Set(window.map(({ start }) => localDay(start as number, timeZone)))
    for (const { start, counts } of cells) {
      if (!starts.has(start)) continue
      sum.promoters += counts.promoters ?? 0
      sum.passives += counts.passives ?? 0
      sum.detractors += counts.detractors ?? 0
    }
    return sum
  }
  const [before, now] = [answers(baseline), answers(current)]
  const baselineInvited = invitedIn(series, baseline, timeZone, before)
  const currentInvited = invitedIn(series, current, timeZone, now)
  return {
    nps: {
      baseline: before,
      current: now,
      ...(baselineInvited === null ? {} : { baselineInvited }),
      ...(currentInvited === null ? {} : { currentInvited }),
    },
  }
}

/** Invitations of a window; unknown while one of its periods is, or where more people answered than were asked. */
function invitedIn(
  series: readonly MetricSeries[],
  window: readonly Period[],
  timeZone: string,
  { promoters, passives, detractors }: { promoters: number; passives: number; detractors: number },
): number | null {
  const rate = series.find(({ metric, segment }) => metric === 'response-rate' && segment === undefined)
  if (rate?.kind !== 'proportion' || window.length === 0) return null
  const trials = window.map(({ start }) => {
    const day = localDay(start as number, timeZone)
    return rate.periods.find((period) => period.start === day)?.trials
  })
  const invited = trials.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const isKnown = trials.every((count) => typeof count === 'number')
  return isKnown && invited >= promoters + passives + detractors ? invited : null
}

/** Counts of the current window by segment, one entry a metric and name of segments. */
function segmentData(series: readonly MetricSeries[]): Pick<SignalData, 'segments'> {
  const groups = segmentGroups(series)
  return groups.length === 0 ? {} : { segments: groups }
}

/** Periods of joining that make a cohort. */
const cohortPeriods = 12

/** Customers lost and won in each period, and how long those won lately stay beside those won before. */
function customerFlows(
  series: readonly MetricSeries[],
  sources: ReviewSources,
  { periods, asOf }: ReviewContext,
): Pick<SignalData, 'flows'> {
  if (!sources.has('subscriptions') || !series.some(({ metric }) => metric === 'churn-rate')) return {}
  const flows = churnCounts(sources, periods).cells.map(({ start, end, counts: { opening, lost, joined } }) => ({
    start,
    end,
    opening,
    lost,
    won: joined,
  }))
  const recent = periods.slice(-cohortPeriods)
  const before = periods.slice(-2 * cohortPeriods, -cohortPeriods)
  const lifetimes = lifetimesOf(sources.tally('subscriptions').cells, asOf)
  const joinedIn = (window: readonly Period[]): Observation[] => {
    if (window.length === 0) return []
    const { start, end } = spanOf(window)
    return lifetimes
      .filter(({ since }) => since >= (start as number) && since < (end as number))
      .map(({ since, endedAt }) => ({ time: (endedAt ?? asOf) - since, event: endedAt !== null }))
  }
  const [newer, older] = [joinedIn(recent), joinedIn(before)]
  const isCompared = newer.length > 0 && older.length > 0
  return { flows: { periods: flows, ...(isCompared ? { cohorts: { newer, older } } : {}) } }
}

function objectionPair(sources: ReviewSources, { current, baseline }: Windows): Pick<SignalData, 'objections'> {
  if (!sources.has('objections')) return {}
  const profile = (periods: readonly Period[]) =>
    profileObjections(sources.rows('objections'), { period: spanOf(periods) })
  // A short history has nothing to compare with.
  return {
    objections: { current: profile(current), ...(baseline.length === 0 ? {} : { baseline: profile(baseline) }) },
  }
}

/** Statements made in the current window, and promises due in it. */
function promiseCounts(
  sources: ReviewSources,
  { current }: Windows,
  { timeZone }: ReviewContext,
  options: ChosenOptions | undefined,
): Pick<SignalData, 'promises'> {
  if (!sources.has('commitments')) return {}
  const { start, end } = spanOf(current)
  const commitments = sources.rows('commitments')
  const made = commitments.filter(({ madeAt }) => {
    const at = readInstant(madeAt, timeZone, 'commitments.madeAt')
    return at >= (start as number) && at < (end as number)
  })
  const { numerator = 0, denominator = 0 } = measurePromiseConsistency(made, sources.shared)
  const statements = { comparable: denominator, conflicting: denominator - numerator }
  if (options === undefined) return { promises: statements }
  const rules = { ...sources.shared, ...chosen(without(options, rateOptions)), periods: current }
  const { cells } = countCommitments(commitments, rules)
  const keeping = { onTime: 0, due: 0 }
  for (const { counts } of cells) {
    keeping.onTime += counts.onTime
    keeping.due += counts.due
  }
  return { promises: { ...statements, keeping } }
}
