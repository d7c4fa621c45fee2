import { assertOneOf } from '../internal/guards.js'
import type { MetricSeries } from '../signals/model.js'
import { individualsChart } from '../statistics/individualsChart.js'
import { proportionChart } from '../statistics/proportionChart.js'
import { rateChart } from '../statistics/rateChart.js'
import type { PlottedControl, PlottedControlPoint } from './model.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'

interface Period {
  readonly start: string
  readonly end: string
  readonly value: number | null
  /** Events among trials or in an exposure; of a value 0 in 0. */
  readonly count: number
  readonly base: number
}

interface Limits {
  readonly center: number | null
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
}

/** So many in a row on one side of the mean are no chance. */
const longRun = 7

/** Above it the periods differ by more than chance, and the limits come from the spread between them. */
const overdispersed = 2

/**
 * A series as a control chart: a p, u or XmR chart by its kind.
 *
 * Special causes are values beyond the limits and runs of seven on one side of the mean.
 */
export function controlOfSeries(series: MetricSeries, target: number | null): PlottedControl {
  assertOneOf(series.better, ['up', 'down'], 'control.better', 'INVALID_INPUT')
  assertOneOf(series.kind, ['proportion', 'rate', 'value'], 'control.kind', 'INVALID_INPUT')
  const periods = readPeriods(series)
  const limits = limitsOf(series.kind, periods)
  const special = specialCauses(periods, limits)
  const good = series.better === 'up' ? 1 : -1
  const points = periods.map(({ start, end, value }, index): PlottedControlPoint => {
    const side = special[index] ?? 0
    const [lower, upper] = [limits.lower[index] ?? null, limits.upper[index] ?? null]
    const kind = side === 0 ? 'common' : side === good ? 'improvement' : 'concern'
    return { start, end, value, mean: limits.center, lower, upper, phase: 0, kind }
  })
  const since = lastStretch(periods, special)
  return {
    metric: series.metric,
    segment: series.segment,
    unit: series.unit ?? (series.kind === 'proportion' ? 'ratio' : undefined),
    points,
    variation: since === null ? 'common' : 'special',
    ...(target === null ? {} : { target }),
    ...(since === null ? {} : { since }),
    assurance: assuranceOf(points, target, good),
  }
}

function readPeriods(series: MetricSeries): Period[] {
  readItems<object>(series.periods, 'control.periods')
  const read = (period: object, name: string, index: number): number | null => {
    const value: unknown = (period as { [name: string]: unknown })[name]
    return readNumber(value, `control.periods[${index}].${name}`)
  }
  return series.periods.map((period, index) => {
    const start = readDay(period.start, `control.periods[${index}].start`)
    const end = readDay(period.end, `control.periods[${index}].end`)
    if (series.kind === 'value') return { start, end, value: read(period, 'value', index), count: 0, base: 0 }
    const [part, whole] = series.kind === 'proportion' ? ['successes', 'trials'] : ['count', 'exposure']
    const [count, base] = [read(period, part, index), read(period, whole, index)]
    if (count === null || base === null || base === 0) return { start, end, value: null, count: 0, base: 0 }
    return { start, end, value: count / base, count, base }
  })
}

function limitsOf(kind: MetricSeries['kind'], periods: readonly Period[]): Limits {
  if (kind === 'value') {
    const { center, lower, upper } = individualsChart(periods.map(({ value }) => value))
    return { center, lower: periods.map(() => lower), upper: periods.map(() => upper) }
  }
  const wide = dispersionOf(periods, kind) > overdispersed
  if (kind === 'rate') {
    const rates = periods.map(({ count, base }) => (base === 0 ? null : { count, exposure: base }))
    return rateChart(rates, { spread: wide ? 'laney' : 'poisson' })
  }
  const proportions = periods.map(({ count, base }) => (base === 0 ? null : { successes: count, trials: base }))
  return proportionChart(proportions, { spread: wide ? 'laney' : 'binomial' })
}

/** Variance between the periods over the variance that chance explains. */
function dispersionOf(periods: readonly Period[], kind: 'proportion' | 'rate'): number {
  const observed = periods.filter(({ base }) => base > 0)
  const count = observed.reduce((sum, period) => sum + period.count, 0)
  const base = observed.reduce((sum, period) => sum + period.base, 0)
  const center = base === 0 ? 0 : count / base
  const variance = kind === 'proportion' ? center * (1 - center) : center
  if (observed.length < 2 || variance <= 0) return 0
  const chi = observed.reduce(
    (sum, period) => sum + (period.count - period.base * center) ** 2 / (period.base * variance),
    0,
  )
  return chi / (observed.length - 1)
}

/** The side of each period that is special: 1 above, -1 below, 0 for chance and for missing periods. */
function specialCauses(periods: readonly Period[], { center, lower, upper }: Limits): number[] {
  const sides = periods.map(({ value }) => (value === null || center === null ? null : Math.sign(value - center)))
  const special = periods.map(({ value }, index): number => {
    const [low, high] = [lower[index] ?? null, upper[index] ?? null]
    if (value === null) return 0
    if (high !== null && value > high) return 1
    return low !== null && value < low ? -1 : 0
  })
  let run: number[] = []
  for (const [index, side] of sides.entries()) {
    // A missing period says nothing: it neither breaks a run nor adds to it.
    if (side === null) continue
    run = side !== 0 && side === sides[run.at(-1) ?? -1] ? [...run, index] : [index]
    if (run.length >= longRun) for (const at of run) special[at] = special[at] || side
  }
  return special
}

/** First day of the last stretch that is special on one side; null when all is chance. */
function lastStretch(periods: readonly Period[], special: readonly number[]): string | null {
  const last = special.map((side) => side !== 0).lastIndexOf(true)
  let since: string | null = null
  for (let index = last; index >= 0; index -= 1) {
    const period = periods[index]
    if (period === undefined || (period.value !== null && special[index] !== special[last])) break
    if (period.value !== null) since = period.start
  }
  return since
}

/** Whether the limits lie wholly on the good side of the target, wholly beyond it, or across. */
function assuranceOf(
  points: readonly PlottedControlPoint[],
  target: number | null,
  good: number,
): PlottedControl['assurance'] {
  const { lower, upper } = points.filter((point) => point.lower !== null).at(-1) ?? { lower: null, upper: null }
  if (target === null || lower === null || upper === null) return 'none'
  const [worst, best] = good === 1 ? [lower, upper] : [upper, lower]
  if ((worst - target) * good >= 0) return 'pass'
  return (best - target) * good < 0 ? 'fail' : 'inconsistent'
}
