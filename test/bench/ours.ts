import { periodGrid } from '../../src/calendar/periodGrid.js'
import { countChurn } from '../../src/metrics/churn/countChurn.js'
import { netPromoterScore } from '../../src/metrics/nps/netPromoterScore.js'
import { tallyResponses } from '../../src/metrics/nps/tallyResponses.js'
import { measureRepeatPurchaseRate } from '../../src/metrics/repeat-purchase/measureRepeatPurchaseRate.js'
import { summariseRfm } from '../../src/metrics/repeat-purchase/summariseRfm.js'
import { measureCohortRetention } from '../../src/metrics/retention/measureCohortRetention.js'
import { tallyRevenue } from '../../src/metrics/revenue/tallyRevenue.js'
import { durationSummary } from '../../src/metrics/service/durationSummary.js'
import { tallyDurations } from '../../src/metrics/service/tallyDurations.js'
import { type Candidate, question } from './model.js'

const { asOf, all, year } = question

function known(checksIds: boolean) {
  return { asOf, duplicates: checksIds ? 'check' : 'trusted' } as const
}

/** The functions of the library. */
export const ours: Candidate = {
  t1: (orders, checksIds) => {
    const { numerator = 0, denominator = 0 } = measureRepeatPurchaseRate(orders, { ...known(checksIds), period: year })
    return { repeatBuyers: numerator, buyers: denominator }
  },
  t2: (activity, checksIds) => {
    const periods = periodGrid(question.churn, { unit: 'month' })
    const rule = { periods, inactiveDays: question.inactiveDays, method: 'closedCohortNet' } as const
    const counts = countChurn(activity, { ...known(checksIds), ...rule }).cells.map((cell) => cell.counts)
    return { opening: counts.map(({ opening }) => opening), lost: counts.map(({ lost }) => lost) }
  },
  t3: (activity, checksIds) => {
    const rule = { period: all, unit: 'month', lastOffset: question.months - 1 } as const
    const { cells } = measureCohortRetention(activity, { ...known(checksIds), ...rule })
    const later = cells.filter(({ offset }) => offset > 0)
    return {
      sizes: cells.filter(({ offset }) => offset === 0).map(({ size }) => size),
      retained: later.map(({ numerator = 0 }) => numerator),
    }
  },
  t4: (answers, checksIds) => {
    const rule = { dedupe: 'all', segmentBy: 'segment' } as const
    const measured = tallyResponses(answers, { ...known(checksIds), ...rule }).cells.map(({ segment = '', counts }) => {
      const { promoters = 0, passives = 0, detractors = 0 } = counts ?? {}
      return { segment, score: netPromoterScore({ promoters, passives, detractors }) }
    })
    return {
      segments: measured.map(({ segment }) => segment),
      groups: measured.flatMap(({ score }) => [score.promoters, score.passives, score.detractors]),
      scores: measured.map(({ score }) => score.value ?? Number.NaN),
    }
  },
  t5: (orders, checksIds) => {
    const { cells } = tallyRevenue(orders, { ...known(checksIds), periods: periodGrid(all, { unit: 'month' }) })
    return { net: cells.map(({ amounts }) => amounts?.['net'] ?? '') }
  },
  t6: (orders, checksIds) => {
    const { rows } = summariseRfm(orders, known(checksIds))
    const triples = new Array<number>(125).fill(0)
    for (const { recencyScore, frequencyScore, monetaryScore } of rows) {
      const triple = (recencyScore - 1) * 25 + (frequencyScore - 1) * 5 + monetaryScore - 1
      triples[triple] = (triples[triple] ?? 0) + 1
    }
    return { triples }
  },
  t7: (tickets, checksIds) => {
    const periods = periodGrid(question.all, { unit: 'month' })
    const { cells } = tallyDurations(tickets, { ...known(checksIds), clock: 'firstResponse', periods })
    const summaries = cells.flatMap(({ lists = {} }) => {
      const { completed = [], open = [] } = lists as Record<string, number[]>
      return completed.length === 0 ? [] : [durationSummary({ completed, open }, { interval: 'none', curve: 'none' })]
    })
    return { median: summaries.map(({ value }) => value ?? -1), p90: summaries.map(({ p90 }) => p90 ?? -1) }
  },
}
