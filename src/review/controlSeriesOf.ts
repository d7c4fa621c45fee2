import type { Day } from '../measurement.js'
import type { MetricSeries } from '../signals/model.js'
import type { AttributeChart } from '../statistics/attributeChart.js'
import { individualsChart } from '../statistics/individualsChart.js'
import { proportionChart } from '../statistics/proportionChart.js'
import { rateChart } from '../statistics/rateChart.js'
import type { ControlPoint, ControlSeries } from './models/figures.js'

/** One period as a value, with the counts behind it; a value without counts has 0 in 0. */
interface Observed {
  start: string
  end: string
  value: number | null
  count: number
  base: number
}

type Limits = Pick<AttributeChart, 'center' | 'lower' | 'upper'>

/** So many in a row on one side of the mean are no chance. */
const longRun = 7

/** Above it the periods differ by more than chance, and the limits come from the spread between them. */
const overdispersed = 2

/**
 * A series as a control chart: a p, u or XmR chart by its kind.
 *
 * From the first day of each phase on the limits are computed anew: something known changed, and what it did is no
 * special cause. Special causes are values beyond the limits and runs of seven on one side of the mean. A period without units says
 * nothing: it neither breaks a run nor adds to it. What is special is said of now: of the last period observed, since the
 * first day of the stretch on its side.
 */
export function controlSeriesOf(
  series: MetricSeries,
  target: number | undefined,
  phases: readonly Day[] = [],
): ControlSeries {
  const good = series.better === 'up' ? 1 : -1
  const stretches = stretchesOf(observedOf(series), phases)
  const points = stretches.flatMap((periods, phase) => phasePoints(periods, series.kind, phase, good))
  const last = points.filter(isObserved).at(-1)?.phase
  const since = specialSince(points.filter(({ phase }) => phase === last))
  const { metric, segment, unit } = series
  return {
    metric,
    ...(segment === undefined ? {} : { segment }),
    ...(unit === undefined ? {} : { unit }),
    ...(target === undefined ? {} : { target }),
    points,
    variation: since === null ? 'common' : 'special',
    ...(since === null ? {} : { since }),
    assurance: assuranceOf(points, target, good),
  }
}

/** The periods of each phase, in order: a phase begins with the first period that starts on its day or later. */
function stretchesOf(periods: readonly Observed[], phases: readonly Day[]): Observed[][] {
  const days = [...new Set(phases)].sort()
  const stretches = new Map<number, Observed[]>()
  for (const period of periods) {
    const passed = days.filter((day) => day <= period.start).length
    stretches.set(passed, [...(stretches.get(passed) ?? []), period])
  }
  return [...stretches.values()]
}

/** The periods of a phase with the limits of the phase, and what is special within it. */
function phasePoints(
  periods: readonly Observed[],
  kindOfSeries: MetricSeries['kind'],
  phase: number,
  good: number,
): ControlPoint[] {
  const limits = limitsOf(kindOfSeries, periods)
  const sides = specialSides(periods, limits)
  return periods.map(({ start, end, value }, index): ControlPoint => {
    const side = sides[index] ?? 0
    const [lower, upper] = [limits.lower[index] ?? null, limits.upper[index] ?? null]
    const kind = side === 0 ? 'common' : side === good ? 'improvement' : 'concern'
    return { start, end, value, mean: limits.center, lower, upper, phase, kind }
  })
}

function observedOf({ kind, periods }: MetricSeries): Observed[] {
  const shareOf = ({ start, end }: { start: string; end: string }, count: number | null, base: number | null) => {
    if (count === null || base === null || base === 0) return { start, end, value: null, count: 0, base: 0 }
    return { start, end, value: count / base, count, base }
  }
  if (kind === 'proportion') return periods.map((period) => shareOf(period, period.successes, period.trials))
  if (kind === 'rate') return periods.map((period) => shareOf(period, period.count, period.exposure))
  return periods.map(({ start, end, value }) => ({ start, end, value, count: 0, base: 0 }))
}

function limitsOf(kind: MetricSeries['kind'], periods: readonly Observed[]): Limits {
  if (kind === 'value') {
    const { center, lower, upper } = individualsChart(periods.map(({ value }) => value))
    return { center, lower: periods.map(() => lower), upper: periods.map(() => upper) }
  }
  const isWide = dispersionOf(periods, kind) > overdispersed
  if (kind === 'rate') {
    const rates = periods.map(({ count, base }) => (base === 0 ? null : { count, exposure: base }))
    return rateChart(rates, { spread: isWide ? 'laney' : 'poisson' })
  }
  const proportions = periods.map(({ count, base }) => (base === 0 ? null : { successes: count, trials: base }))
  return proportionChart(proportions, { spread: isWide ? 'laney' : 'binomial' })
}

/** Variance between the periods over the variance that chance explains. */
function dispersionOf(periods: readonly Observed[], kind: 'proportion' | 'rate'): number {
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
function specialSides(periods: readonly Observed[], { center, lower, upper }: Limits): number[] {
  const special = periods.map(({ value }, index): number => {
    const [low, high] = [lower[index] ?? null, upper[index] ?? null]
    if (value === null) return 0
    if (high !== null && value > high) return 1
    return low !== null && value < low ? -1 : 0
  })
  let run: number[] = []
  let runSide = 0
  for (const [index, { value }] of periods.entries()) {
    if (value === null || center === null) continue
    const side = Math.sign(value - center)
    run = side !== 0 && side === runSide ? [...run, index] : [index]
    runSide = side
    if (side !== 0 && run.length >= longRun) for (const at of run) special[at] = special[at] || side
  }
  return special
}

/** First day of the special stretch in which the series stands now; null when what it shows now is chance. */
function specialSince(points: readonly ControlPoint[]): string | null {
  const observed = points.filter(isObserved)
  const now = observed.at(-1)?.kind ?? 'common'
  if (now === 'common') return null
  const before = observed.map(({ kind }) => kind === now).lastIndexOf(false)
  return observed[before + 1]?.start ?? null
}

function isObserved({ value }: Pick<Observed, 'value'>): boolean {
  return value !== null
}

/** Whether the limits lie wholly on the good side of the target, wholly beyond it, or across. */
function assuranceOf(
  points: readonly ControlPoint[],
  target: number | undefined,
  good: number,
): ControlSeries['assurance'] {
  const { lower, upper } = points.filter((point) => point.lower !== null).at(-1) ?? { lower: null, upper: null }
  if (target === undefined || lower === null || upper === null) return 'none'
  const [worst, best] = good === 1 ? [lower, upper] : [upper, lower]
  if ((worst - target) * good >= 0) return 'pass'
  return (best - target) * good < 0 ? 'fail' : 'inconsistent'
}
