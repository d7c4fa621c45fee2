import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { orderlessSum } from '../statistics/orderlessSum.js'
import { aliveOf } from './aliveOf.js'
import { lawOf } from './lawOf.js'
import type { BacktestFigures, BacktestRanking, CapturedLoss } from './models/backtest.js'
import type { PurchaseModel } from './models/models.js'
import type { PurchaseSummary } from './models/summary.js'
import { rocAuc } from './rocAuc.js'

/** What is compared: what was known, and what each customer bought in the days that followed. */
export interface BacktestData {
  readonly summary: PurchaseSummary
  readonly purchases: readonly number[]
  readonly days: number
}

/** What a model says of a customer, and what is known without one. */
interface Prognosis {
  readonly customerId: string
  readonly frequency: number
  readonly silence: number
  readonly alive: number
  readonly expected: number
  readonly none: number
  readonly usual: number
  readonly atRisk: number
  readonly actual: number
}

/** A model against the days that followed. */
export function backtestFigures(data: BacktestData, model: PurchaseModel): BacktestFigures {
  const prognoses = prognosesOf(data, model)
  const size = prognoses.length
  const sumOf = (figure: (prognosis: Prognosis) => number): number => orderlessSum(prognoses.map(figure))
  const quiet = sumOf(({ actual }) => (actual === 0 ? 1 : 0)) / size
  return {
    predicted: sumOf(({ expected }) => expected),
    actual: sumOf(({ actual }) => actual),
    meanAbsoluteError: sumOf(({ expected, actual }) => Math.abs(expected - actual)) / size,
    meanProbabilityOfNoPurchase: sumOf(({ none }) => none) / size,
    observedShareOfNoPurchase: quiet,
    brierScore: sumOf(({ none, actual }) => (none - (actual === 0 ? 1 : 0)) ** 2) / size,
    brierScoreOfConstant: quiet * (1 - quiet),
    rocAuc: rankings(prognoses),
    capturedLoss: captures(prognoses),
  }
}

function prognosesOf({ summary, purchases, days }: BacktestData, model: PurchaseModel): Prognosis[] {
  const law = lawOf(model)
  const unit = model.timeUnitDays
  const known = new Map<string, { alive: number; expected: number; none: number }>()
  return summary.customerId.map((customerId, row): Prognosis => {
    const [frequency, tx, age] = [
      summary.frequency[row] ?? 0,
      summary.ageAtLastPurchaseDays[row] ?? 0,
      summary.ageDays[row] ?? 0,
    ]
    const key = `${frequency} ${tx} ${age}`
    let says = known.get(key)
    if (says === undefined) {
      const behaviour = { x: frequency, tx: tx / unit, age: age / unit }
      const logOdds = law.logOddsGone(behaviour)
      const alive = aliveOf(logOdds)
      const [none = 1] = law.countsAlive(behaviour, days / unit, 0)
      const expected = alive * law.expectedAlive(behaviour, days / unit)
      says = { alive, expected, none: Math.min(1, aliveOf(-logOdds) + alive * none) }
      known.set(key, says)
    }
    const usual = age === 0 ? 0 : (frequency / age) * days
    const atRisk = Math.max(0, usual - says.expected)
    return { customerId, frequency, silence: age - tx, ...says, usual, atRisk, actual: purchases[row] ?? 0 }
  })
}

const scores: Record<BacktestRanking['score'], (prognosis: Prognosis) => number> = {
  probability_of_no_purchase: ({ none }) => none,
  expected_purchases: ({ expected }) => -expected,
  probability_alive: ({ alive }) => 1 - alive,
  days_since_last: ({ silence }) => silence,
}

function rankings(prognoses: readonly Prognosis[]): BacktestRanking[] {
  return (Object.keys(scores) as BacktestRanking['score'][]).flatMap((score) =>
    [0, 1, 3].map((minimumFrequency) => {
      const judged = prognoses.filter(({ frequency }) => frequency >= minimumFrequency)
      const value = rocAuc(
        judged.map(scores[score]),
        judged.map(({ actual }) => actual === 0),
      )
      return { score, minimumFrequency, customers: judged.length, value }
    }),
  )
}

const orders: Record<CapturedLoss['order'], (prognosis: Prognosis) => number> = {
  value_at_risk: ({ atRisk }) => atRisk,
  days_since_last: ({ silence }) => silence,
  frequency: ({ frequency }) => frequency,
}
const shares = [0.1, 0.2, 0.3]

/** Of the purchases really lost, those of the customers at the top of each list. */
function captures(prognoses: readonly Prognosis[]): CapturedLoss[] {
  const regular = prognoses.filter(({ frequency }) => frequency >= 2)
  const lossOf = ({ usual, actual }: Prognosis): number => Math.max(0, usual - actual)
  const lost = orderlessSum(regular.map(lossOf))
  return (Object.keys(orders) as CapturedLoss['order'][]).flatMap((order) => {
    const rankOf = orders[order]
    const list = [...regular].sort(
      (a, b) => rankOf(b) - rankOf(a) || b.silence - a.silence || compareCodeUnits(a.customerId, b.customerId),
    )
    return shares.map((share) => {
      const called = list.slice(0, Math.round(share * list.length))
      return { order, share, value: lost === 0 ? null : Math.min(1, orderlessSum(called.map(lossOf)) / lost) }
    })
  })
}
