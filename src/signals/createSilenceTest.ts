import { dayFromNumber } from '../calendar/dayNumber.js'
import { gammaPoissonForecast } from '../statistics/gammaPoissonForecast.js'
import { type GapShape, type GapSource, gapShapeOf } from '../statistics/gapShapeOf.js'
import { type PooledPrior, type RateColumns, ratePriorOf } from '../statistics/ratePriorOf.js'
import { silenceProbability } from '../statistics/silenceProbability.js'
import { type CustomerTest, unremarkable } from './customerVerdict.js'
import type { CustomerSettings } from './readCustomerSettings.js'
import type { EventDays } from './readEventDays.js'
import { silenceLimits } from './silenceLimits.js'

/** Judges the silence of customers, and says what was pooled for it. */
export interface SilenceTest {
  /** Of the customer with this number; null when there is neither a rhythm of the customer nor a prior. */
  judge: (customer: number) => CustomerTest | null
  /** Shape and prior as used so far. */
  pooled: () => { shape?: number; priorShape?: number; priorRate?: number }
  /** Cautions and untested customers so far. */
  limits: () => { cautions: string[]; untested: number }
}

interface History {
  pastGaps: number
  /** Days from the first event day to the last. */
  totalTime: number
  /** Days since. */
  elapsed: number
}

// A power that is computed directly is as good as the special function to far more digits than this.
const margin = 1e-9

/** Pools what customers share when it is first needed. */
export function createSilenceTest(eventDays: EventDays, settings: CustomerSettings): SilenceTest {
  const { today, minimumGaps, minimumCustomers, triageLevel } = settings
  const { days, starts } = eventDays
  let shape: GapShape | undefined
  let limitOf: ((pastGaps: number) => number) | undefined
  let prior: PooledPrior | undefined
  let untested = 0
  const shapeOfAll = () => {
    shape ??= gapShapeOf(gapsOf(eventDays), minimumCustomers)
    return shape.shape
  }
  const priorOfAll = () => {
    prior ??= ratePriorOf(ratesOf(eventDays, today), minimumCustomers)
    return prior.shape === null || prior.rate === null ? null : { shape: prior.shape, rate: prior.rate }
  }
  const byOwnGaps = (own: History): CustomerTest => {
    limitOf ??= silenceLimits(shapeOfAll(), triageLevel)
    if (own.elapsed * own.pastGaps <= limitOf(own.pastGaps) * own.totalTime * (1 - margin)) return unremarkable
    const { p, meanGap, ratio } = silenceProbability(own, { shape: shapeOfAll() })
    return test(p, 'gamma-gaps', own, { usualGap: meanGap, effect: ratio })
  }
  const byPrior = (own: History): CustomerTest | null => {
    const law = priorOfAll()
    if (law === null) {
      untested += 1
      return null
    }
    const { pastGaps, totalTime, elapsed } = own
    // No event at all: the negative binomial probability is one power.
    const share = (law.rate + totalTime) / (law.rate + totalTime + elapsed)
    if (share ** (law.shape + pastGaps) >= triageLevel * (1 + margin)) return unremarkable
    const history = { prior: law, count: pastGaps, exposure: totalTime }
    const { pAtMost, posteriorMean } = gammaPoissonForecast({ ...history, window: elapsed, windowCount: 0 })
    return test(pAtMost, 'gamma-poisson', own, { usualGap: 1 / posteriorMean, effect: elapsed * posteriorMean })
  }
  const test = (
    p: number,
    method: string,
    { elapsed, pastGaps }: History,
    measured: { usualGap: number; effect: number },
  ): CustomerTest => ({
    p,
    describe: () => ({
      since: dayFromNumber(today - elapsed),
      method,
      evidence: { elapsedDays: elapsed, ...measured, sampleSize: pastGaps, effectUnit: 'factor' },
    }),
  })
  return {
    judge: (customer) => {
      const from = starts[customer] as number
      const to = starts[customer + 1] as number
      const last = days[to - 1] as number
      const own = { pastGaps: to - from - 1, totalTime: last - (days[from] as number), elapsed: today - last }
      return own.pastGaps >= minimumGaps ? byOwnGaps(own) : byPrior(own)
    },
    pooled: () => ({
      ...(shape === undefined ? {} : { shape: shape.shape }),
      ...(prior === undefined || prior.shape === null || prior.rate === null
        ? {}
        : { priorShape: prior.shape, priorRate: prior.rate }),
    }),
    limits: () => ({
      cautions: [...(untested > 0 ? ['no_prior'] : []), ...(shape?.reason === undefined ? [] : ['shape_not_pooled'])],
      untested,
    }),
  }
}

/** Days from each event day to the next. */
function gapsOf({ days, starts }: EventDays): GapSource {
  return {
    customers: starts.length - 1,
    countOf: (customer) => (starts[customer + 1] as number) - (starts[customer] as number) - 1,
    write: (customer, gaps) => {
      const from = starts[customer] as number
      const count = (starts[customer + 1] as number) - from - 1
      for (let index = 0; index < count; index += 1) {
        gaps[index] = (days[from + index + 1] as number) - (days[from + index] as number)
      }
    },
  }
}

/** Event days after the first over the days since; a customer without any has neither. */
function ratesOf({ days, starts }: EventDays, today: number): RateColumns {
  const counts = new Float64Array(starts.length - 1)
  const exposures = new Float64Array(starts.length - 1)
  for (let customer = 0; customer < counts.length; customer += 1) {
    const from = starts[customer] as number
    const to = starts[customer + 1] as number
    if (from === to) continue
    counts[customer] = to - from - 1
    exposures[customer] = today - (days[from] as number)
  }
  return { counts, exposures }
}
