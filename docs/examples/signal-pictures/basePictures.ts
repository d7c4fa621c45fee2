import {
  detectAcquisitionRetentionImbalance,
  detectContradictoryMetrics,
  detectDissatisfactionSpike,
  detectNpsFall,
  detectSegmentsAtRisk,
  detectSustainedDecline,
  type SignalResult,
} from 'retention-okr/signals'
import { wilsonInterval } from 'retention-okr/statistics'
import { type Interval, intervalPicture, seriesPicture, type Tone } from './specs.js'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The first day of a month after January of a year. */
export function firstOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

/** A figure of the evidence. */
export function figureOf({ evidence }: Pick<SignalResult, 'evidence'>, name: string): number {
  return Number(evidence?.[name])
}

/** A share as a row with its interval. */
export function shareRow(name: string, successes: number, trials: number, tone: Tone): Interval {
  const { estimate, lower, upper } = wilsonInterval({ successes, trials })
  return { name, value: estimate ?? 0, lower: lower ?? 0, upper: upper ?? 1, tone }
}

/** The pictures of the signals about the whole base, by page. */
export const basePictures: { [page: string]: () => object } = {
  'sustained-decline': () => {
    const successes = [170, 172, 160, 165, 158, 150, 149, 140]
    const trials = [200, 205, 195, 201, 200, 190, 196, 188]
    const periods = successes.map((count, index) => ({
      start: firstOf(2026, index),
      end: firstOf(2026, index + 1),
      successes: count,
      trials: trials[index] ?? null,
    }))
    const series = { metric: 'repeat-purchase-rate', better: 'up', kind: 'proportion', periods } as const
    const result = detectSustainedDecline(series, { asOf: '2026-09-01' })
    const since = result.findings[0]?.since ?? ''
    const points = periods.map(({ start, ...cell }, index) => ({
      name: months[index] ?? '',
      value: cell.successes / (cell.trials ?? 1),
      tone: start >= since ? ('found' as const) : ('usual' as const),
    }))
    const words = {
      title: 'Repeat purchase declines since about February',
      subtitle: `Share of customers; red: from the onset on. A stable series would show this with p = ${figureOf(result, 'pValue').toFixed(4)}.`,
      axis: 'repeat purchase rate',
      format: '.0%',
    }
    const lines = [
      { value: figureOf(result, 'from'), label: 'level before' },
      { value: figureOf(result, 'to'), label: 'last three months' },
    ]
    return seriesPicture(words, points, lines, 0.7)
  },
  'dissatisfaction-spike': () => {
    const counts = [10, 8, 12, 9, 11, 10, 7, 13, 10, 9, 11, 12, 20]
    const periods = counts.map((count, index) => ({
      start: firstOf(2025, index),
      end: firstOf(2025, index + 1),
      count,
      exposure: 200,
    }))
    const series = { metric: 'complaint-rate', better: 'down', kind: 'rate', periods } as const
    const result = detectDissatisfactionSpike(series, { asOf: '2026-02-01' })
    const points = counts.map((value, index) => ({
      name: `${months[index % 12]}${index === 12 ? ' 26' : ''}`,
      value,
      tone: index === 12 ? ('found' as const) : ('usual' as const),
    }))
    const words = {
      title: '20 complaints where 10 were expected',
      subtitle: `200 orders a month. 2.0 times the usual (95 % interval 1.2 to 3.2), p = ${figureOf(result, 'pValue').toFixed(4)}.`,
      axis: 'complaints a month',
      format: 'd',
    }
    return seriesPicture(words, points, [{ value: figureOf(result, 'expected'), label: 'expected' }], 0)
  },
  'nps-fall': () => {
    const baseline = { promoters: 70, passives: 20, detractors: 10 }
    const current = { promoters: 50, passives: 30, detractors: 20 }
    const result = detectNpsFall({ baseline, current }, { asOf: '2026-04-01' })
    const row = (name: string, key: string, tone: Tone): Interval => ({
      name,
      value: figureOf(result, key),
      lower: figureOf(result, `${key}Lower`),
      upper: figureOf(result, `${key}Upper`),
      tone,
    })
    const words = {
      title: 'The NPS fell from 60 to 30',
      subtitle: '100 answers each, 95 % intervals. The difference: −30, interval −49.5 to −9.6.',
      axis: 'NPS',
      format: 'd',
    }
    return intervalPicture(words, [row('wave before', 'from', 'usual'), row('this wave', 'to', 'found')], [], [0, 100])
  },
  'segments-at-risk': () => {
    const segments = [
      { id: 'retail', successes: 150, trials: 180 },
      { id: 'hotel', successes: 44, trials: 60 },
      { id: 'school', successes: 9, trials: 18 },
      { id: 'office', successes: 80, trials: 90 },
      { id: 'clinic', successes: 12, trials: 13 },
    ]
    const data = { metric: 'repeat-purchase-rate', better: 'up', segments } as const
    const result = detectSegmentsAtRisk(data, { asOf: '2026-04-01' })
    const found = new Set(result.findings.map(({ subject }) => subject))
    const rows = segments.map(({ id, successes, trials }) =>
      shareRow(`${id} (${trials})`, successes, trials, found.has(id) ? 'found' : 'usual'),
    )
    const words = {
      title: 'Schools buy again less often than the rest',
      subtitle: 'Customers in brackets, 95 % intervals. Five segments were compared; one is shown to be worse.',
      axis: 'repeat purchase rate',
      format: '.0%',
    }
    return intervalPicture(words, rows, [{ value: figureOf(result, 'overallRate'), label: 'all' }], [0.2, 1])
  },
  'acquisition-retention-imbalance': () => {
    const periods = Array.from({ length: 9 }, (_, month) => ({
      start: firstOf(2026, month),
      end: firstOf(2026, month + 1),
      opening: 400,
      lost: month < 6 ? 16 : 24,
      won: month < 6 ? 20 : 22,
    }))
    const result = detectAcquisitionRetentionImbalance({ periods }, { asOf: '2026-10-01' })
    const rows = [
      shareRow('lost, six months before', 96, 2400, 'usual'),
      shareRow('lost, last three months', 72, 1200, 'found'),
    ]
    const words = {
      title: 'More customers leave while new ones hide it',
      subtitle: `Won: 20 a month before, 22 now. Lost: ${figureOf(result, 'replacementShare').toFixed(2)} for each one won.`,
      axis: 'share of customers lost a month',
      format: '.0%',
    }
    return intervalPicture(words, rows, [], [0, 0.1])
  },
  'contradictory-metrics': () => {
    const pair = {
      first: {
        metric: 'net-promoter-score',
        better: 'up',
        threshold: 50,
        answers: { promoters: 75, passives: 18, detractors: 7 },
      },
      second: { metric: 'churn-rate', better: 'down', threshold: 0.05, successes: 19, trials: 200 },
    } as const
    const result = detectContradictoryMetrics({ pairs: [pair] }, { asOf: '2026-04-01' })
    // Both on one axis: how many times the threshold.
    const times = (half: 'first' | 'second', threshold: number, name: string, tone: Tone): Interval => ({
      name,
      value: figureOf(result, `${half}Value`) / threshold,
      lower: figureOf(result, `${half}Lower`) / threshold,
      upper: figureOf(result, `${half}Upper`) / threshold,
      tone,
    })
    const rows = [
      times('first', 50, 'NPS 68, wanted above 50', 'usual'),
      times('second', 0.05, 'churn 9.5 %, wanted below 5 %', 'found'),
    ]
    const words = {
      title: 'A good NPS and a bad churn rate',
      subtitle:
        'Each relative to its own threshold; 90 % intervals, both wholly above it: good for one, bad for the other.',
      axis: 'times the threshold',
      format: '.1f',
    }
    return intervalPicture(words, rows, [{ value: 1, label: 'threshold' }], [0.6, 3.2])
  },
}
