import { fail } from '../internal/fail.js'
import type { NpsAnswers } from '../statistics/model.js'
import type { PairReading, ReadingPair, SeriesReading } from './contradictionReadings.js'
import { detectSustainedDecline } from './detectSustainedDecline.js'
import type { SignalResult, UnmetMinimum } from './model.js'
import {
  assertThreshold,
  type JudgedLevel,
  judgeNps,
  judgeRate,
  judgeShare,
  type ShortReading,
} from './readingLevel.js'

/** Both halves of a pair. */
export interface JudgedPair {
  /** Both metrics. */
  subject: string
  /** Evidence of both, by prefix. */
  halves: Record<string, number | null>
  /** The larger of both. */
  pValue: number
  /** Both halves are shown. */
  holds: boolean
  /** As given. */
  responseRate?: number
  /** As given. */
  overlapShare?: number
}

function sharesOf({ responseRate, overlapShare }: ReadingPair): Pick<JudgedPair, 'responseRate' | 'overlapShare'> {
  return {
    ...(responseRate === undefined ? {} : { responseRate }),
    ...(overlapShare === undefined ? {} : { overlapShare }),
  }
}

/** One reading wholly on its good side, the other wholly on its bad one. */
export function judgeLevels(pair: ReadingPair, path: string): JudgedPair | { missing: UnmetMinimum[] } {
  const first = readLevel(pair.first, `${path}.first`)
  const second = readLevel(pair.second, `${path}.second`)
  const missing = [
    ...('needed' in first ? [{ what: pair.first.metric, ...first }] : []),
    ...('needed' in second ? [{ what: pair.second.metric, ...second }] : []),
  ]
  if ('needed' in first || 'needed' in second) return { missing }
  const orders = [
    { first: sideOf(first, pair.first.better, true), second: sideOf(second, pair.second.better, false) },
    { first: sideOf(first, pair.first.better, false), second: sideOf(second, pair.second.better, true) },
  ].map((order) => ({ ...order, pValue: Math.max(order.first.p, order.second.p) }))
  const [good, bad] = orders as [(typeof orders)[0], (typeof orders)[0]]
  const order = bad.pValue < good.pValue ? bad : good
  return {
    subject: `${pair.first.metric}/${pair.second.metric}`,
    halves: { ...levelEvidence('first', first, order.first.p), ...levelEvidence('second', second, order.second.p) },
    pValue: order.pValue,
    holds: order.first.shown && order.second.shown,
    ...sharesOf(pair),
  }
}

/** Whether a reading lies wholly on one side of its threshold, and the p of that half. */
function sideOf(reading: JudgedLevel, better: 'up' | 'down', good: boolean): { shown: boolean; p: number } {
  const above = (better === 'up') === good
  return above
    ? { shown: reading.lower > reading.threshold, p: reading.pAbove }
    : { shown: reading.upper < reading.threshold, p: reading.pBelow }
}

function levelEvidence(prefix: string, reading: JudgedLevel, p: number): Record<string, number> {
  return {
    [`${prefix}Value`]: reading.value,
    [`${prefix}Lower`]: reading.lower,
    [`${prefix}Upper`]: reading.upper,
    [`${prefix}Threshold`]: reading.threshold,
    [`${prefix}SampleSize`]: reading.sampleSize,
    [`${prefix}PValue`]: p,
  }
}

function readLevel(reading: PairReading, path: string): JudgedLevel | ShortReading {
  const { answers, successes, trials, count, exposure, series, threshold } = reading as unknown as Record<
    string,
    unknown
  >
  const forms = [[answers], [successes, trials], [count, exposure], [series]].filter((members) =>
    members.some((member) => member !== undefined),
  )
  if (forms.length !== 1 || series !== undefined || forms[0]?.includes(undefined)) {
    fail('INVALID_INPUT', path, 'must be answers, successes of trials, or a count of an exposure', 'reading')
  }
  const kind = answers !== undefined ? 'answers' : successes !== undefined ? 'share' : 'rate'
  assertThreshold(threshold, kind, `${path}.threshold`)
  if (kind === 'answers') return judgeNps(answers as NpsAnswers, threshold)
  if (kind === 'share') return judgeShare(successes as number, trials as number, threshold, path)
  return judgeRate(count as number, exposure as number, threshold, path)
}

/** One series declines, the other improves. */
export function judgeTrends(
  pair: ReadingPair,
  path: string,
  options: { asOf: string; falseAlarmsPerYear: number },
): JudgedPair | { missing: UnmetMinimum[] } {
  const results = (['first', 'second'] as const).map((half) => {
    const reading = pair[half]
    const series = (reading as SeriesReading).series
    if (series === undefined) fail('INVALID_INPUT', `${path}.${half}`, 'must be a series', 'reading')
    return detectSustainedDecline({ ...series, better: reading.better }, options)
  })
  const missing = results.flatMap(({ missing: unmet }, index) => {
    const what = index === 0 ? pair.first.metric : pair.second.metric
    return unmet === undefined ? [] : [{ ...(unmet[0] as UnmetMinimum), what }]
  })
  if (missing.length > 0) return { missing }
  const [first, second] = results as [SignalResult, SignalResult]
  const apart = orientedZ(first, pair.first.better) * orientedZ(second, pair.second.better) < 0
  const codes = results.map(({ findings }) => findings[0]?.code)
  return {
    subject: `${pair.first.metric}/${pair.second.metric}`,
    halves: { ...trendEvidence('first', first), ...trendEvidence('second', second) },
    pValue: apart ? Math.max(first.evidence?.['pValue'] as number, second.evidence?.['pValue'] as number) : 1,
    holds: codes.includes('trend.sustained_decline') && codes.includes('trend.sustained_improvement'),
    ...sharesOf(pair),
  }
}

function orientedZ({ evidence }: SignalResult, better: 'up' | 'down'): number {
  return (evidence?.['z'] as number) * (better === 'up' ? 1 : -1)
}

function trendEvidence(prefix: string, { evidence = {} }: SignalResult): Record<string, number | null> {
  const names = ['effect', 'lower', 'upper', 'from', 'to', 'pValue', 'threshold', 'sampleSize']
  return Object.fromEntries(
    names.map((name) => [
      `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`,
      (evidence[name] ?? null) as number | null,
    ]),
  )
}
