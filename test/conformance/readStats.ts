import type { ReferenceCase, Tolerance } from './cases.js'

type Numbers = Record<string, number>
type Series = Record<string, unknown>

interface StatsCase {
  id: string
  statistic: string
  input: Record<string, unknown>
  expected: unknown
  tolerance: { abs: number; rel: number }
}

/** How a statistic of the document is called: the function, its input and its options. */
const calls: Record<string, (input: never) => { function: string; input: unknown; options?: unknown }> = {
  wilson: (x: Numbers) => ({
    function: 'wilsonInterval',
    input: { successes: x['successes'], trials: x['n'] },
    options: { level: x['confidence'], continuity: x['continuity'] },
  }),
  clopper_pearson: (x: Numbers) => ({
    function: 'clopperPearsonInterval',
    input: { successes: x['successes'], trials: x['n'] },
    options: { level: x['confidence'] },
  }),
  jeffreys: (x: Numbers) => ({
    function: 'jeffreysInterval',
    input: { successes: x['successes'], trials: x['n'] },
    options: { level: x['confidence'] },
  }),
  poisson_interval: (x: Numbers) => ({
    function: 'poissonInterval',
    input: { count: x['count'], exposure: x['exposure'] },
    options: { level: x['confidence'] },
  }),
  nps: ({ confidence, ...answers }: Numbers) => ({
    function: 'npsInterval',
    input: answers,
    options: { level: confidence },
  }),
  newcombe_diff: (x: Numbers) => ({
    function: 'newcombeInterval',
    input: twoProportions(x),
    options: { level: x['confidence'] },
  }),
  two_proportion_score: (x: Numbers) => ({ function: 'twoProportionTest', input: twoProportions(x) }),
  fisher_exact: ({ a = 0, b = 0, c = 0, d = 0 }: Numbers) => ({
    function: 'fisherExactTest',
    input: { first: { successes: a, trials: a + b }, second: { successes: c, trials: c + d } },
  }),
  nps_difference: ({ first, second, confidence: level }: Series) => ({
    function: 'npsDifferenceTest',
    input: { first, second },
    options: { level },
  }),
  poisson_rate_ratio: (x: Numbers) => ({
    function: 'poissonRateRatio',
    input: {
      first: { count: x['count1'], exposure: x['exposure1'] },
      second: { count: x['count2'], exposure: x['exposure2'] },
    },
    options: { ratio0: x['ratio0'], level: x['confidence'] },
  }),
  quantile7: ({ values, probs: probabilities }: Series) => ({
    function: 'quantile',
    input: values,
    options: { probabilities },
  }),
  kaplan_meier: ({ confidence: level, ...columns }: Series) => ({
    function: 'kaplanMeier',
    input: observations(columns),
    options: { level },
  }),
  logrank: ({ groups }: Series) => ({ function: 'logRankTest', input: (groups as Series[]).map(observations) }),
  bh: ({ pValues }: Series) => ({ function: 'adjustPValues', input: pValues }),
  holm: ({ pValues }: Series) => ({ function: 'adjustPValues', input: pValues, options: { method: 'holm' } }),
  mann_kendall: ({ values }: Series) => ({ function: 'mannKendallTest', input: values }),
  mann_kendall_ar1: ({ values }: Series) => ({ function: 'autocorrelatedMannKendallTest', input: values }),
  seasonal_mann_kendall: ({ values, period }: Series) => ({
    function: 'seasonalMannKendallTest',
    input: values,
    options: { period },
  }),
  sens_slope: ({ values, times, confidence: level }: Series) => ({
    function: 'sensSlope',
    input: values,
    options: { times, level },
  }),
  cochran_armitage: ({ successes, sizes }: Series) => ({
    function: 'cochranArmitageTest',
    input: usable(successes, sizes, (count, trials) => ({ successes: count, trials })),
  }),
  poisson_trend: ({ counts, exposures }: Series) => ({
    function: 'poissonTrendTest',
    input: usable(counts, exposures, (count, exposure) => ({ count, exposure })),
  }),
  onset_hinge: ({ values, direction }: Series) => ({ function: 'trendOnset', input: values, options: { direction } }),
  ewma_baseline: ({ baseline, current, lambda: weight }: Series) => ({
    function: 'exponentialAverageScore',
    input: { baseline, current },
    options: { weight },
  }),
  ewma: ({ values, center, sigma, lambda: weight, L: limit }: Series) => ({
    function: 'exponentialAverageChart',
    input: values,
    options: { center, sigma, weight, limit },
  }),
  xmr: ({ values, screen }: Series) => ({ function: 'individualsChart', input: values, options: { screen } }),
  p_chart: (x: Series) => proportionChart(x, 'binomial'),
  laney_p: (x: Series) => proportionChart(x, 'laney'),
  u_chart: (x: Series) => rateChart(x, 'poisson'),
  laney_u: (x: Series) => rateChart(x, 'laney'),
  nelson: ({ values, center, sigma }: Series) => ({
    function: 'nelsonRules',
    input: values,
    options: { center, sigma },
  }),
  changepoints: ({ values, ...options }: Series) => ({ function: 'changePoints', input: values, options }),
  beta_binomial: ({ successes, sizes, confidence: level }: Series) => ({
    function: 'shrunkenRates',
    input: usable(successes, sizes, (count, trials) => ({ successes: count, trials })),
    options: { level },
  }),
  hampel: ({ values, ...options }: Series) => ({ function: 'hampelFilter', input: values, options }),
  poisson_spike: ({ baselineCounts, baselineExposures, count, exposure }: Series) => ({
    function: 'rateSpikeTest',
    input: {
      baseline: usable(baselineCounts, baselineExposures, (events, time) => ({ count: events, exposure: time })),
      current: { count, exposure },
    },
  }),
  gamma_poisson: ({ priorShape: shape, priorRate: rate, ...data }: Series) => ({
    function: 'gammaPoissonForecast',
    input: { prior: { shape, rate }, ...data },
  }),
  silence_gap: ({ shape, ...silence }: Series) => ({
    function: 'silenceProbability',
    input: silence,
    options: { shape },
  }),
  distribution: ({ dist, params, fn, x, p }: Series) => ({
    function:
      fn === 'quantile' ? 'distributionQuantile' : fn === 'cdf' ? 'cumulativeProbability' : 'upperTailProbability',
    input: distributions[dist as string]?.(params as number[]),
    options: fn === 'quantile' ? p : x,
  }),
  cusum: ({ values, center, sigma, k: allowance, h: limit, headStart }: Series) => ({
    function: 'cumulativeSumChart',
    input: values,
    options: { center, sigma, allowance, limit, headStart },
  }),
}

/** Distributions by their names and parameters in the document. */
const distributions: Record<string, (parameters: number[]) => unknown> = {
  normal: ([mean, standardDeviation]) => ({ kind: 'normal', mean, standardDeviation }),
  t: ([degreesOfFreedom]) => ({ kind: 'student-t', degreesOfFreedom }),
  chi2: ([degreesOfFreedom]) => ({ kind: 'chi-square', degreesOfFreedom }),
  gamma: ([shape, rate]) => ({ kind: 'gamma', shape, rate }),
  beta: ([alpha, beta]) => ({ kind: 'beta', alpha, beta }),
  poisson: ([mean]) => ({ kind: 'poisson', mean }),
  binomial: ([trials, probability]) => ({ kind: 'binomial', trials, probability }),
}

/** What the document names otherwise than the result of the function. */
const renamed: Record<string, (expected: Series) => unknown> = {
  kaplan_meier: ({ median, ...steps }) => ({ median, steps }),
  distribution: ({ value }) => value,
  xmr: ({ mrBar: meanMovingRange, mrUpper: movingRangeUpper, ...rest }) => ({
    ...rest,
    meanMovingRange,
    movingRangeUpper,
  }),
}

function proportionChart({ counts, sizes, k }: Series, spread: string) {
  const input = usable(counts, sizes, (successes, trials) => ({ successes, trials }))
  return { function: 'proportionChart', input, options: { k, spread } }
}

function rateChart({ counts, sizes, k }: Series, spread: string) {
  const input = usable(counts, sizes, (count, exposure) => ({ count, exposure }))
  return { function: 'rateChart', input, options: { k, spread } }
}

function observations({ times, events }: Series) {
  return (times as number[]).map((time, index) => ({ time, event: (events as number[])[index] === 1 }))
}

function twoProportions(x: Numbers) {
  return { first: { successes: x['x1'], trials: x['n1'] }, second: { successes: x['x2'], trials: x['n2'] } }
}

/** Two rows of numbers as one row of pairs; null where either is missing. */
function usable<T>(counts: unknown, sizes: unknown, pair: (count: number, size: number) => T): (T | null)[] {
  return (counts as (number | null)[]).map((count, index) => {
    const size = (sizes as (number | null)[])[index]
    return count === null || size === null || size === undefined ? null : pair(count, size)
  })
}

/** The cases of the statistics document, whose inputs are named by statistic; one without a call is unknown. */
export function readStats(document: unknown): ReferenceCase[] {
  return (document as { cases: StatsCase[] }).cases.map(({ id, statistic, input, expected, tolerance }) => {
    const call = calls[statistic]?.(input as never) ?? { function: statistic, input }
    const result = withInfinity(renamed[statistic]?.(expected as Series) ?? expected)
    return { id, options: undefined, ...call, expected: result, tolerance: toleranceOf(tolerance) }
  })
}

function toleranceOf({ abs, rel }: StatsCase['tolerance']): Tolerance {
  return { absolute: abs, relative: rel }
}

/** The text "Infinity" stands for what has no finite value: our results say null. */
function withInfinity(value: unknown): unknown {
  if (value === 'Infinity') return null
  if (Array.isArray(value)) return value.map(withInfinity)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withInfinity(member)]))
}
