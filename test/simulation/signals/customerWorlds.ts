import { detectComplaintsRise, detectPurchaseFrequencyFall } from '../../../src/signals/index.js'
import { poissonRateRatio } from '../../../src/statistics/poissonRateRatio.js'
import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { crowdOf, crowdSize, eventsAt, flagged, today } from './customerEvents.js'

/** Customers who slow down or complain more. */
export function customerWorlds(table: Table): void {
  slowdowns(table)
  complaints(table)
}

/** A customer who orders every 30 days on average, from so many days before the window on, and then less often. */
function orders({ poisson, uniform }: Draws, history: number, factor: number) {
  const before = poisson(history / 30)
  const seen = poisson((90 / 30) * factor)
  const days = [
    90 + history,
    ...Array.from({ length: before }, () => 90 + uniform() * history),
    ...Array.from({ length: seen }, () => uniform() * 90),
  ]
  return { days, before, seen }
}

/**
 * The slowdown alone is the bare test, without the three events that the detector expects before it tests.
 *
 * Beside silence: a customer who orders half as often has no order in the window in one case of e^1.5, and looks then like
 * one who has stopped, so both tests together find at least .223 × (46, 62, 71) = 10, 14, 16 %. The 3, 4 and 4 % that are
 * stated are those that the slowdown decides. Shares are of all customers, tested or not.
 */
function slowdowns({ row, crowd }: Table): void {
  for (const [history, alone, both] of [
    [180, [4, 15, 56], [3, [10, 17], 46]],
    [365, [4, 16, 67], [4, [14, 17], 62]],
    [730, [5, 20, 84], [3, [16, 19], 71]],
  ] as const) {
    for (const [index, factor] of [1, 0.5, 0].entries()) {
      const world = ['stable', 'half as often', 'stopped'][index] ?? ''
      row(`slowdown alone: ${history} days, ${world}`, [alone[index] ?? 0], (draws) => {
        const { before, seen } = orders(draws, history, factor)
        const samples = { first: { count: seen, exposure: 90 }, second: { count: before, exposure: history } }
        return [poissonRateRatio(samples).midPLess < 0.05]
      })
      crowd(`silence and slowdown: ${history} days, ${world}`, [both[index] ?? 0], (draws) => {
        const events = crowdOf(() => orders(draws, history, factor).days)
        return { ...flagged(events, [0.05], { minimumCustomers: 1e9 }), tested: crowdSize }
      })
    }
    const decided = history === 180 ? 3 : 4
    crowd(`silence and slowdown: ${history} days, half as often, decided by the slowdown`, [decided], (draws) => {
      const { findings } = detectPurchaseFrequencyFall(
        crowdOf(() => orders(draws, history, 0.5).days),
        { asOf: today, limit: crowdSize, minimumCustomers: 1e9 },
      )
      const slow = findings.filter(({ evidence }) => evidence['pattern'] === 'slowdown')
      return { tested: crowdSize, flags: [slow.length] }
    })
  }
}

function complaints({ crowd }: Table): void {
  for (const [factor, stated] of [
    [1, [2.5, 0.5]],
    [2, [11, 3.5]],
    [4, [32, 18]],
  ] as const) {
    crowd(`complaints: shape 2, .5 a window, x ${factor}; at .05 and .01`, stated, (draws) => {
      const listed = Array.from({ length: crowdSize }, (_, id) => ({ customerId: `${id}`, since: '2024-03-03' }))
      const events = listed.flatMap(({ customerId }) => {
        const rate = (0.5 / 90) * draws.gamma(2)
        const before = Array.from({ length: draws.poisson(rate * 365) }, () => 91 + draws.uniform() * 364)
        const now = Array.from({ length: draws.poisson(rate * 90 * factor) }, () => draws.uniform() * 89)
        return eventsAt(customerId, [...before, ...now])
      })
      const results = [0.05, 0.01].map((level) =>
        detectComplaintsRise(events, {
          asOf: today,
          customers: listed,
          triageLevel: level,
          alertLevel: level / 2,
          limit: crowdSize,
        }),
      )
      return { tested: crowdSize, flags: results.map(({ findings }) => findings.length) }
    })
  }
}
