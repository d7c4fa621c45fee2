import { chartSignals } from 'retention-okr/charts'
import { createMessages, en } from 'retention-okr/locales/en'
import { fitPurchaseModel, summarisePurchaseDays } from 'retention-okr/predict'
import {
  detectCompetitorMentions,
  detectInteractionFall,
  detectPurchaseFrequencyFall,
  detectRecommendationStopped,
  detectSignals,
  detectSlippingCustomers,
  type SignalResult,
} from 'retention-okr/signals'
import { figureOf, firstOf } from './basePictures.js'
import { seriesPicture, timelinePicture } from './specs.js'

const dayLength = 86_400_000

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** p of the first finding, as it is written. */
function pOf({ findings: [finding] }: SignalResult, digits: number): string {
  return finding === undefined ? '' : `p = ${figureOf(finding, 'pValue').toFixed(digits)}`
}

/** The pictures of the signals about single customers, and of all signals together, by page. */
export const customerPictures: { [page: string]: () => object } = {
  'purchase-frequency-fall': () => {
    const first = Date.UTC(2025, 0, 1)
    const days = Array.from({ length: 13 }, (_, index) => dayOf(first + Math.round((index * 365) / 12) * dayLength))
    const orders = days.map((day) => ({ customerId: 'ana', at: `${day}T00:00:00Z` }))
    const result = detectPurchaseFrequencyFall(orders, { asOf: '2026-04-21' })
    const words = {
      title: 'Ana: no purchase for 110 days, usually one every 30',
      subtitle: `The silence counts from the last purchase to the day of the verdict, ${pOf(result, 3)}.`,
      axis: '',
      format: '',
    }
    const window = { start: result.findings[0]?.since ?? '', end: '2026-04-21', label: '110 days of silence' }
    return timelinePicture(words, [{ name: 'Ana', days, tone: 'usual' }], window)
  },
  'interaction-fall': () => {
    const days = ['01', '04', '08', '11', '15', '18', '22', '25'].map((day) => `2026-01-${day}`)
    const visits = days.map((day) => ({ customerId: 'ana', at: `${day}T09:00:00Z` }))
    const result = detectInteractionFall(visits, { asOf: '2026-02-28' })
    const words = {
      title: 'Ana came every three or four days, and has not for 34',
      subtitle: `Days with a visit, ${pOf(result, 4)}.`,
      axis: '',
      format: '',
    }
    const window = { start: result.findings[0]?.since ?? '', end: '2026-02-28', label: '34 days of silence' }
    return timelinePicture(words, [{ name: 'Ana', days, tone: 'usual' }], window)
  },
  'slipping-customers': () => {
    const days = ['2024-01-01', '2024-01-11', '2024-01-19', '2024-02-01']
    const orders = days.map((placedAt) => ({ customerId: 'ana', placedAt }))
    const current = summarisePurchaseDays(orders, { asOf: '2024-04-30', ownRhythm: true })
    const [finding] = detectSlippingCustomers({ current }, { fit: fitPurchaseModel(current) }).findings
    const words = {
      title: 'Ana bought every ten days, and has not for three months',
      subtitle: 'The alarm comes after 2.5 times her own median gap; the model has too few customers to be asked.',
      axis: '',
      format: '',
    }
    const window = { start: finding?.since ?? '', end: '2024-04-30', label: `the alarm is on since ${finding?.since}` }
    return timelinePicture(words, [{ name: 'Ana', days, tone: 'usual' }], window)
  },
  'complaints-rise': () => {
    const words = {
      title: 'Three complaints within 90 days where others have one in years',
      subtitle: 'Five of 25 customers complained once before; customer 7 three times in March.',
      axis: '',
      format: '',
    }
    const rows = [
      { name: 'customers 0 to 4', days: ['2025-06-01'], tone: 'usual' as const },
      { name: 'customer 7', days: ['2026-03-03', '2026-03-12', '2026-03-20'], tone: 'found' as const },
    ]
    return timelinePicture(words, rows, { start: '2026-01-01', end: '2026-03-31', label: 'the last 90 days' })
  },
  'recommendation-stopped': () => {
    const answers = [
      { customerId: 'ana', at: '2025-11-03T10:00:00Z', score: 10 },
      { customerId: 'ana', at: '2026-03-03T10:00:00Z', score: 5 },
    ]
    const result = detectRecommendationStopped({ recommendations: [], answers }, { asOf: '2026-03-31' })
    const points = answers.map(({ at, score }, index) => ({
      name: at.slice(0, 10),
      value: score,
      tone: index === 1 && result.findings.length > 0 ? ('found' as const) : ('usual' as const),
    }))
    const words = {
      title: 'Ana was a promoter and is one no more',
      subtitle: 'From 10 to 5: a fact, not a test. A warning from 6 downwards.',
      axis: 'would recommend us',
      format: 'd',
    }
    return seriesPicture(words, points, [{ value: 9, label: 'promoter from 9' }], 0)
  },
  'competitor-mentions': () => {
    const counts = [2, 1, 3, 2, 0, 2, 1, 2, 8]
    const talks = [210, 214, 220, 221, 230, 228, 235, 240, 238]
    const conversations = counts.map((count, index) => ({
      start: firstOf(2026, index),
      end: firstOf(2026, index + 1),
      count,
      exposure: talks[index] ?? null,
    }))
    const result = detectCompetitorMentions({ mentions: [], conversations }, { asOf: '2026-10-01' })
    const points = counts.map((count, index) => ({
      name: firstOf(2026, index).slice(0, 7),
      value: count / (talks[index] ?? 1),
      tone: index === 8 && result.findings.length > 0 ? ('found' as const) : ('usual' as const),
    }))
    const words = {
      title: 'A competitor is named in more talks than usual',
      subtitle: `8 of 238 talks in September, p = ${figureOf(result, 'pValue').toFixed(3)}.`,
      axis: 'talks with a mention',
      format: '.1%',
    }
    return seriesPicture(words, points, [{ value: figureOf(result, 'from'), label: 'usual' }], 0)
  },
  'all-signals': () => {
    const pair = {
      first: {
        metric: 'net-promoter-score',
        better: 'up',
        threshold: 50,
        answers: { promoters: 75, passives: 18, detractors: 7 },
      },
      second: { metric: 'churn-rate', better: 'down', threshold: 0.05, successes: 19, trials: 200 },
    } as const
    const waves = {
      baseline: { promoters: 70, passives: 20, detractors: 10 },
      current: { promoters: 50, passives: 30, detractors: 20 },
    }
    const counts = [10, 8, 12, 9, 11, 10, 7, 13, 10, 9, 11, 12, 20]
    const periods = counts.map((count, index) => ({
      start: firstOf(2025, index + 2),
      end: firstOf(2025, index + 3),
      count,
      exposure: 200,
    }))
    const series = { metric: 'complaint-rate', better: 'down', kind: 'rate', periods } as const
    const results = detectSignals({ pairs: [pair], nps: waves, series: [series] }, { asOf: '2026-04-01' })
    return chartSignals(results, { messages: createMessages(en, { locale: 'en-GB' }), title: 'What was found' }).spec
  },
}
