import { periodGrid } from '../../src/calendar/periodGrid.js'
import { countChurn } from '../../src/metrics/churn/countChurn.js'
import { measureChurnRate } from '../../src/metrics/churn/measureChurnRate.js'
import { measureNetPromoterScore } from '../../src/metrics/nps/measureNetPromoterScore.js'
import { measureRepeatPurchaseRate } from '../../src/metrics/repeat-purchase/measureRepeatPurchaseRate.js'
import { tallyPurchases } from '../../src/metrics/repeat-purchase/tallyPurchases.js'
import { measureSlaAttainment } from '../../src/metrics/service/measureSlaAttainment.js'
import { detectPurchaseFrequencyFall } from '../../src/signals/detectPurchaseFrequencyFall.js'
import type { Answer, Candidate, Data } from './model.js'
import { question } from './model.js'

const { asOf, month, year, target } = question

/** The functions of the library. */
export const ours: Candidate = {
  'churn of one month': (subscriptions) => {
    const { numerator = 0, denominator = 0 } = measureChurnRate(subscriptions, { asOf, period: month })
    return { answer: { opening: denominator, lost: numerator } }
  },
  'churn of 24 months': (subscriptions) => {
    const periods = periodGrid(question.months, { unit: 'month' })
    const counts = countChurn(subscriptions, { asOf, periods }).cells.map((cell) => cell.counts)
    return {
      answer: {
        opening: counts.map(({ opening }) => opening),
        closing: counts.map(({ closing }) => closing),
        lost: counts.map(({ lost }) => lost),
      },
    }
  },
  'repeat purchase': (orders) => {
    const { numerator = 0, denominator = 0 } = measureRepeatPurchaseRate(orders, { asOf, period: year })
    return { answer: { buyers: denominator, repeatBuyers: numerator } }
  },
  'purchases tallied, then measured': (orders) => {
    const tally = tallyPurchases(orders, { asOf })
    const { numerator = 0, denominator = 0 } = measureRepeatPurchaseRate(tally, { asOf, period: year })
    return { answer: { customers: tally.cells.length, buyers: denominator, repeatBuyers: numerator } }
  },
  'net promoter score': (answers) => {
    const { value, promoters, passives, detractors } = measureNetPromoterScore(answers, { asOf, period: year })
    return { answer: { score: value ?? Number.NaN, promoters, passives, detractors } }
  },
  'service level': (tickets) => {
    const measured = measureSlaAttainment(tickets, { asOf, period: year, clock: 'firstResponse', target })
    return { answer: { met: measured.numerator ?? 0, due: measured.denominator ?? 0 } }
  },
}

/** The detector that tests every customer; nothing else answers the same question, so it has no peer. */
export function detect(events: Data['events']): Answer {
  const { comparisons, findings } = detectPurchaseFrequencyFall(events, { asOf: '2025-12-31' })
  return { tested: comparisons, findings: findings.length }
}
