import {
  type CustomerDetectorOptions,
  type CustomerEvent,
  detectAcquisitionRetentionImbalance,
  detectCloseRateFall,
  detectComplaintsRise,
  detectContradictoryMetrics,
  detectDissatisfactionSpike,
  detectNpsFall,
  detectPurchaseFrequencyFall,
  detectSegmentsAtRisk,
  detectSilenceRise,
  detectSustainedDecline,
  type MetricSeries,
  type SignalResult,
} from '../../src/signals/index.js'
import { type Draws, drawsOf } from './draws.js'

// npx tsx test/simulation/signals.ts [replicates] [part of a name]
//
// How often the detectors fire on worlds that are stable and on worlds that get worse, in per cent, beside what a large
// simulation of the same worlds gave. A figure further away than 1.5 points and the error of the replicates is marked.

const replicates = Number(process.argv[2] ?? 1000)
const wanted = process.argv[3] ?? ''
const asOf = '2100-01-01'
const dayLength = 86_400_000
const today = '2025-06-01'

const problems: string[] = []

/** Every world has numbers of its own. */
function seedOf(name: string): number {
  return [...name].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, 20250601)
}

/** One line of the table: a world, what was stated of it, and how to play it once. */
function row(name: string, stated: readonly number[], play: (draws: Draws) => readonly boolean[]): void {
  if (!name.includes(wanted)) return
  const draws = drawsOf(seedOf(name))
  const counts = stated.map(() => 0)
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (const [index, hit] of play(draws).entries()) counts[index] = (counts[index] ?? 0) + Number(hit)
  }
  const found = counts.map((count) => (100 * count) / replicates)
  report(name, stated, found, replicates)
}

function report(name: string, stated: readonly number[], found: readonly number[], tries: number): void {
  const strange = found.some((value, index) => {
    const share = (stated[index] ?? 0) / 100
    const error = 100 * 3 * Math.sqrt(Math.max(share * (1 - share), 0.002) / tries)
    return Math.abs(value - (stated[index] ?? 0)) > 1.5 + error
  })
  if (strange) problems.push(name)
  const [left, right] = [stated.join(', '), found.map((value) => value.toFixed(1)).join(', ')]
  console.log(`${strange ? '!' : ' '} ${name.padEnd(66)} ${left.padEnd(18)} ${right}`)
}

function periods(count: number, days = 30): { start: string; end: string }[] {
  const day = (index: number) => new Date(Date.UTC(2000, 0, 1) + index * days * dayLength).toISOString().slice(0, 10)
  return Array.from({ length: count }, (_, index) => ({ start: day(index), end: day(index + 1) }))
}

function valueSeries(values: readonly number[], days = 30): MetricSeries {
  const rows = periods(values.length, days).map((period, index) => ({ ...period, value: values[index] ?? 0 }))
  return { metric: 'value', kind: 'value', better: 'up', periods: rows }
}

function rateSeries(counts: readonly number[], exposure = 200): MetricSeries {
  const rows = periods(counts.length).map((period, index) => ({ ...period, count: counts[index] ?? 0, exposure }))
  return { metric: 'rate', kind: 'rate', better: 'down', periods: rows }
}

function shareSeries(
  cells: readonly { successes: number; trials: number }[],
  better: 'up' | 'down' = 'up',
): MetricSeries {
  const rows = periods(cells.length).map((period, index) => ({ ...period, successes: 0, trials: 0, ...cells[index] }))
  return { metric: 'share', kind: 'proportion', better, periods: rows }
}

const fires = ({ status }: SignalResult): boolean => status === 'signal'

// One look at a whole series of values, mean 100 and standard deviation 5.
const trends: [n: number, phi: number, decline: number, stated: number, days?: number][] = [
  [6, 0, 0, 0.9],
  [7, 0, 0, 1.5],
  [8, 0, 0, 1.0],
  [12, 0, 0, 1.3],
  [18, 0, 0, 1.6],
  [26, 0, 0, 1.7],
  [8, 0.3, 0, 2.4],
  [12, 0.3, 0, 3.0],
  [26, 0.3, 0, 3.0],
  [8, 0.6, 0, 4.4],
  [12, 0.6, 0, 5.3],
  [26, 0.6, 0, 4.5],
  [26, 0, 0, 0.9, 7],
  [52, 0, 0, 0.8, 7],
  [8, 0, 0.2, 8.7],
  [12, 0, 0.2, 38.6],
  [18, 0, 0.2, 91],
  [26, 0, 0.2, 100],
  [12, 0, 0.1, 11.5],
  [18, 0, 0.1, 40],
  [26, 0, 0.1, 89],
  [12, 0.3, 0.2, 33],
  [26, 0.3, 0.2, 98],
]
for (const [n, phi, decline, stated, days = 30] of trends) {
  row(`trend of values: ${n} of ${days} days, phi ${phi}, decline ${decline} sigma`, [stated], ({ noise }) => {
    const values = noise(n, phi).map((error, index) => 100 + 5 * (error - decline * index))
    return [fires(detectSustainedDecline(valueSeries(values, days), { asOf }))]
  })
}
row('trend of values: all data to date, twelve monthly looks, stable', [7], ({ noise }) => {
  const values = noise(24, 0).map((error) => 100 + 5 * error)
  const looks = Array.from({ length: 12 }, (_, look) => values.slice(0, 13 + look))
  return [looks.some((seen) => fires(detectSustainedDecline(valueSeries(seen), { asOf })))]
})

// Shares of .85 among 120 to 280.
const shares: [n: number, sd: number, phi: number, stable: [number, number], falling: [number, number]][] = [
  [6, 0, 0, [1.3, 0.2], [16, 3]],
  [8, 0, 0, [1.4, 0.4], [37, 16]],
  [12, 0, 0, [1.7, 0.8], [87, 62]],
  [26, 0, 0, [2.0, 1.3], [100, 100]],
  [12, 0.15, 0.4, [4.3, 1.7], [67, 40]],
  [12, 0.3, 0.7, [12, 5], [51, 26]],
  [26, 0.3, 0.7, [15, 6], [93, 69]],
]
for (const [n, sd, phi, stable, falling] of shares) {
  for (const [fall, stated] of [
    [0, stable],
    [0.01, falling],
  ] as const) {
    row(`trend of shares: ${n} months, logit sd ${sd}, phi ${phi}, ${100 * fall} % a month`, stated, (draws) => {
      const cells = draws.noise(n, phi).map((error, index) => {
        const base = 0.85 * (1 - fall) ** index
        const share = 1 / (1 + ((1 - base) / base) * Math.exp(-sd * error))
        const trials = 120 + Math.floor(draws.uniform() * 161)
        return { successes: draws.binomial(trials, share), trials }
      })
      const result = detectSustainedDecline(shareSeries(cells), { asOf })
      return [fires(result), fires(result) && result.evidence?.['corroborated'] === true]
    })
  }
}
for (const [ratio, stable, found] of [
  [1, 1.7, 44],
  [2, 2.3, 27],
] as const) {
  row(`trend of rates: 12 months of mean 10, var/mean ${ratio}, stable and +5 %`, [stable, found], ({ counts }) =>
    [0, 0.05].map((rise) => {
      const list = Array.from({ length: 12 }, (_, index) => counts(10 * (1 + rise) ** index, ratio))
      return fires(detectSustainedDecline(rateSeries(list), { asOf }))
    }),
  )
}

// Periods beyond the limit in the monitored year: the baseline first, then a decline from the first look on.
const monitors: [baseline: number, looks: number, days: number, phi: number, decline: number, stated: number[]][] = [
  [12, 12, 30, 0, 0, [10]],
  [12, 12, 30, 0.3, 0, [18]],
  [12, 12, 30, 0, 0.1, [49, 14]],
  [12, 12, 30, 0, 0.2, [94, 33]],
  [12, 12, 30, 0, 0.34, [100, 68]],
  [24, 12, 30, 0, 0, [10]],
  [24, 12, 30, 0.3, 0, [19]],
  [24, 12, 30, 0, 0.2, [99, 39]],
  [8, 12, 30, 0, 0, [10]],
  [8, 12, 30, 0, 0.2, [87, 30]],
  [26, 52, 7, 0, 0, [10]],
  [26, 52, 7, 0.3, 0, [26]],
  [8, 4, 91, 0, 0, [10]],
  [8, 4, 91, 0, 0.2, [23]],
  [8, 4, 91, 0, 0.34, [40]],
]
for (const [baseline, looks, days, phi, decline, stated] of monitors) {
  const name = `monitor: ${baseline} then ${looks} of ${days} days, phi ${phi}, ${decline} sigma; within 6`
  row(name, stated, ({ noise }) => {
    const options = { asOf, method: 'monitor', baselinePeriods: baseline } as const
    const judge = (values: readonly number[]) => detectSustainedDecline(valueSeries(values, days), options)
    for (;;) {
      const values = noise(baseline + looks, phi).map(
        (error, index) => 100 + 5 * (error - decline * Math.max(0, index - baseline + 1)),
      )
      const year = judge(values)
      if (year.status === 'unstable_baseline') continue
      return stated.length === 1 ? [alarmed(year)] : [alarmed(year), alarmed(judge(values.slice(0, baseline + 6)))]
    }
  })
}

/** Whether an alarm stands or came and was cleared. */
function alarmed(result: SignalResult): boolean {
  return fires(result) || result.cautions.includes('alarm_cleared')
}

const spikes: [mean: number, ratio: number, stated: [size: number, doubled: number, half: number]][] = [
  [1, 1, [0.4, 5, 2]],
  [1, 2, [1.7, 6, 4]],
  [1, 3, [2.2, 6, 4]],
  [3, 1, [0.6, 14, 4]],
  [3, 2, [1.4, 10, 5]],
  [3, 3, [1.9, 8, 5]],
  [10, 1, [0.6, 47, 12]],
  [10, 2, [1.2, 26, 8]],
  [10, 3, [1.4, 17, 7]],
  [40, 1, [0.6, 97, 54]],
  [40, 2, [1.2, 79, 28]],
  [40, 3, [1.2, 60, 19]],
]
for (const [mean, ratio, stated] of spikes) {
  row(`spike at .01: mean ${mean}, var/mean ${ratio}; stable, x 2, x 1.5`, stated, ({ counts }) => {
    const baseline = Array.from({ length: 12 }, () => counts(mean, ratio))
    return [1, 2, 1.5].map((factor) =>
      fires(
        detectDissatisfactionSpike(rateSeries([...baseline, counts(mean * factor, ratio)]), {
          asOf,
          alpha: 0.01,
          minimumCount: 1,
        }),
      ),
    )
  })
}
for (const [mean, ratio, stated] of [
  [3, 1, 5],
  [10, 1, 6],
  [40, 1, 6],
  [10, 2, 14],
] as const) {
  row(`spike: a year of monthly looks, mean ${mean}, var/mean ${ratio}, stable`, [stated], ({ counts }) => {
    const list = Array.from({ length: 24 }, () => counts(mean, ratio))
    const looks = Array.from({ length: 12 }, (_, look) => list.slice(0, 13 + look))
    return [looks.some((seen) => fires(detectDissatisfactionSpike(rateSeries(seen), { asOf })))]
  })
}

// Any flag among equal segments; one of them worse by 10 and by 20 points, found. Sizes are even on the log scale.
const families: [count: number, from: number, to: number, share: number, worse: number[], stated: number[]][] = [
  [5, 30, 300, 0.85, [0.75, 0.65], [0.6, 30, 80]],
  [12, 15, 150, 0.85, [0.75, 0.65], [0.4, 11, 54]],
  [20, 10, 100, 0.85, [0.75, 0.65], [0.6, 6, 33]],
  [5, 300, 3000, 0.85, [0.8, 0.75], [0.6, 71, 99]],
  [5, 1000, 1000, 0.03, [0.045, 0.06], [0.4, 28, 89]],
]
for (const [count, from, to, share, worse, stated] of families) {
  const name = `segments: ${count} of ${from}-${to} at ${share}; one at ${worse.join(', ')}`
  const better = share > 0.5 ? 'up' : 'down'
  row(name, stated, ({ uniform, binomial }) => {
    const sizes = Array.from({ length: count }, () => Math.round(from * (to / from) ** uniform()))
    return [share, ...worse].map((first, index) => {
      const segments = sizes.map((trials, at) => ({
        id: `${at}`,
        successes: binomial(trials, at === 0 ? first : share),
        trials,
      }))
      const { findings } = detectSegmentsAtRisk({ metric: 'share', better, segments }, { asOf })
      return index === 0 ? findings.length > 0 : findings.some(({ subject }) => subject === '0')
    })
  })
}

// Fires, slowdown, cannot tell: 200 and 40 leads a month, six months before and three recent ones.
const closing: [truth: number, volume: number, leads: number, alpha: number | undefined, stated: number[]][] = [
  [0.2, 1, 200, 0.05, [5, 0, 0]],
  [0.2, 1, 40, 0.05, [3, 0, 2]],
  [0.2, 1, 200, undefined, [0.8, 0, 0]],
  [0.15, 1, 200, 0.05, [82, 0, 0]],
  [0.15, 1, 40, 0.05, [18, 2, 10]],
  [0.15, 1, 200, undefined, [59, 0, 0]],
  [0.17, 1, 200, undefined, [21, 0, 0]],
  [0.15, 0.9, 200, 0.05, [59, 11, 11]],
  [0.15, 0.9, 200, undefined, [41, 7, 8]],
  [0.15, 0.8, 200, 0.05, [4, 68, 6]],
  [0.15, 0.7, 200, 0.05, [0, 74, 0]],
  [0.15, 0.8, 40, undefined, [0.4, 5, 3]],
]
for (const [truth, volume, leads, alpha, stated] of closing) {
  const name = `close rate: .2 to ${truth}, volume ${volume} of ${leads}, level ${alpha ?? 'monthly'}`
  row(name, stated, ({ poisson, binomial }) => {
    const deals = Array.from({ length: 9 }, (_, index) => {
      const all = poisson(leads * (index < 6 ? 1 : volume))
      const won = binomial(all, index < 6 ? 0.2 : truth)
      return { period: `${index}`, won, lost: all - won, volume: all }
    })
    const windows = { recentPeriods: 3, baseline: [1, 2, 3, 4, 5, 6] }
    const { state } = detectCloseRateFall(deals, { asOf, ...windows, alpha })
    return [state === 'fires', state === 'slowdown', state === 'cannot_tell']
  })
}
for (const [size, added, stated, alpha] of [
  [150, [0, 0.05, 0.1], [0.8, 26, 79], undefined],
  [150, [0, 0.05, 0.1], [3.8, 49, 93], 0.05],
  [40, [0.1, 0.2], [24, 74], undefined],
  [40, [0.1, 0.2], [51, 91], 0.05],
] as const) {
  row(
    `silence: six cohorts of ${size}, the last +${added.join(', +')}, ${alpha ?? 'monthly'}`,
    stated,
    ({ binomial }) =>
      added.map((more) => {
        const cohorts = Array.from({ length: 6 }, (_, index) => ({
          cohort: `${index}`,
          silent: binomial(size, index === 5 ? 0.1 + more : 0.1),
          assessed: size,
        }))
        return fires(detectSilenceRise(cohorts, { asOf, alpha }))
      }),
  )
}

function npsAnswers({ binomial }: Draws, size: number, promoters: number, detractors: number) {
  const up = binomial(size, promoters)
  const down = binomial(size - up, detractors / (1 - promoters))
  return { promoters: up, passives: size - up - down, detractors: down }
}
for (const [current, baseline, stated] of [
  [20, 60, 22],
  [50, 50, 37],
  [100, 100, 71],
] as const) {
  row(`NPS: 60 to 30, ${current} against ${baseline} answers`, [stated], (draws) => {
    const waves = { baseline: npsAnswers(draws, baseline, 0.7, 0.1), current: npsAnswers(draws, current, 0.5, 0.2) }
    return [fires(detectNpsFall(waves, { asOf }))]
  })
}
row('NPS: stable at 60, 100 against 100 answers', [0.8], (draws) => {
  const wave = () => npsAnswers(draws, 100, 0.7, 0.1)
  return [fires(detectNpsFall({ baseline: wave(), current: wave() }, { asOf }))]
})
for (const [nps, promoters, detractors, churn, stated] of [
  [60, 0.7, 0.1, 0.08, [11, 60]],
  [70, 0.76, 0.06, 0.1, [55, 100]],
] as const) {
  row(`contradiction: NPS ${nps}, churn ${churn}; 50 and 200, 200 and 1000`, stated, (draws) =>
    [
      [50, 200],
      [200, 1000],
    ].map(([asked = 0, base = 0]) => {
      const first = {
        metric: 'nps',
        better: 'up',
        threshold: 50,
        answers: npsAnswers(draws, asked, promoters, detractors),
      } as const
      const lost = { successes: draws.binomial(base, churn), trials: base }
      const second = { metric: 'churn', better: 'down', threshold: 0.05, ...lost } as const
      return fires(detectContradictoryMetrics({ pairs: [{ first, second }] }, { asOf }))
    }),
  )
}
for (const [opening, from, to, won, stated] of [
  [400, 0.04, 0.06, 20, [24, 34]],
  [2000, 0.04, 0.05, 100, [70, 86]],
  [400, 0.04, 0.04, 20, [0.8, 3]],
] as const) {
  row(`imbalance: ${opening} at ${from} to ${to}, ${won} won; monthly, .05`, stated, ({ binomial, poisson }) => {
    const rows = periods(9).map((period, index) => ({
      ...period,
      opening,
      lost: binomial(opening, index < 6 ? from : to),
      won: poisson(won),
    }))
    return [undefined, 0.05].map((alpha) => {
      const { findings } = detectAcquisitionRetentionImbalance({ periods: rows }, { asOf, alpha })
      return findings.some(({ code }) => code === 'retention.acquisition_imbalance')
    })
  })
}

// Customers: 250 a call, the shape of their gaps pooled over them.
const crowd = 250
function customers(
  name: string,
  stated: readonly number[],
  judge: (draws: Draws) => { tested: number; flags: readonly number[] },
): void {
  if (!name.includes(wanted)) return
  const draws = drawsOf(seedOf(name))
  const sums = stated.map(() => 0)
  let tested = 0
  for (let call = 0; call < Math.max(1, Math.round(replicates / 20)); call += 1) {
    const one = judge(draws)
    tested += one.tested
    for (const [index, count] of one.flags.entries()) sums[index] = (sums[index] ?? 0) + count
  }
  report(
    name,
    stated,
    sums.map((sum) => (100 * sum) / tested),
    tested,
  )
}

const noon = Date.parse(`${today}T12:00:00Z`)
function eventsAt(customerId: string, daysBefore: readonly number[]): CustomerEvent[] {
  return daysBefore.map((days) => ({ customerId, at: Math.round(noon - days * dayLength) }))
}

/** How many customers are below each level, among those who were tested. */
function flagged(events: CustomerEvent[], levels: readonly number[], options: Partial<CustomerDetectorOptions>) {
  const results = levels.map((level) =>
    detectPurchaseFrequencyFall(events, {
      asOf: today,
      triageLevel: level,
      alertLevel: level / 2,
      limit: crowd,
      ...options,
    }),
  )
  return { tested: results[0]?.comparisons ?? 0, flags: results.map(({ findings }) => findings.length) }
}

for (const gaps of [3, 5, 10]) {
  for (const shape of [1, 2, 6]) {
    customers(`silence of a customer: ${gaps} gaps of shape ${shape}, at .05 and .01`, [5, 1], ({ gamma }) => {
      const events = Array.from({ length: crowd }, (_, id) => {
        let at = 60 * gamma(shape)
        const days = [at]
        for (let gap = 0; gap < gaps; gap += 1) {
          at += 60 * gamma(shape)
          days.push(at)
        }
        return eventsAt(`${id}`, days)
      }).flat()
      return flagged(events, [0.05, 0.01], { windowDays: 100_000 })
    })
  }
}

/** A customer who orders every 30 days on average, from so many days before the window on. */
function orders({ uniform }: Draws, history: number, factor: number): number[] {
  const days = [90 + history]
  for (let at = 90 + history; at > 0; ) {
    const mean = at > 90 ? 30 : 30 / factor
    const step = -mean * Math.log(1 - uniform())
    const next = at - step
    // A step across the start of the window begins again there: the process has no memory.
    at = at > 90 && next < 90 ? 90 : next
    if (at > 0 && at !== 90 && Number.isFinite(at)) days.push(at)
  }
  return days
}
// Alone: of all customers, as too few orders to expect are no test. Who orders half as often is silent for the whole
// window in one case of e^1.5, and looks then like one who has stopped: the share of both tests is that part of it.
for (const [history, alone, both] of [
  [180, [4, 15, 56], [3, 10, 46]],
  [365, [4, 16, 67], [4, 14, 62]],
  [730, [5, 20, 84], [3, 16, 71]],
] as const) {
  for (const [index, factor] of [1, 0.5, 1e-9].entries()) {
    const world = ['stable', 'half as often', 'stopped'][index] ?? ''
    const people = (draws: Draws) =>
      Array.from({ length: crowd }, (_, id) => eventsAt(`${id}`, orders(draws, history, factor))).flat()
    const noPool = { minimumCustomers: 1e9 }
    customers(`slowdown alone: ${history} days, ${world}`, [alone[index] ?? 0], (draws) => ({
      ...flagged(people(draws), [0.05], { ...noPool, minimumGaps: 1e9 }),
      tested: crowd,
    }))
    customers(`silence and slowdown: ${history} days, ${world}`, [both[index] ?? 0], (draws) =>
      flagged(people(draws), [0.05], noPool),
    )
  }
}

for (const [factor, stated] of [
  [1, [2.5, 0.5]],
  [2, [11, 3.5]],
  [4, [32, 18]],
] as const) {
  customers(`complaints: shape 2, .5 a window, x ${factor}; at .05 and .01`, stated, (draws) => {
    const listed = Array.from({ length: crowd }, (_, id) => ({ customerId: `${id}`, since: '2024-03-03' }))
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
        limit: crowd,
      }),
    )
    return { tested: crowd, flags: results.map(({ findings }) => findings.length) }
  })
}

console.log(problems.length === 0 ? 'as stated' : `${problems.length} of the worlds differ`)
process.exitCode = problems.length === 0 ? 0 : 1
