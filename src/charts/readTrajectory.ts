import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertPlain } from '../internal/guards.js'
import { type DrawnUnit, drawnUnit } from './drawnUnit.js'
import type { PlottedKeyResult } from './keyResultModel.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'

/** A check-in with a value. */
export interface DrawnCheckIn {
  readonly date: string
  readonly value: number
  readonly source: 'measured' | 'estimated'
}

interface Corner {
  readonly date: string
  readonly planned: number
}

interface Reach {
  readonly date: string
  readonly lower: number
  readonly upper: number
}

/** What is drawn of a key result. */
export interface Trajectory {
  readonly unit: DrawnUnit
  readonly target: number
  readonly checkIns: readonly DrawnCheckIn[]
  readonly plan: readonly Corner[]
  readonly stepped: boolean
  readonly forecast: readonly Reach[]
}

/** Values against the target, or progress against 1 for kinds without values. */
export function readTrajectory(keyResult: PlottedKeyResult): Trajectory {
  readItems(keyResult.points, 'keyResult.points')
  readItems(keyResult.plan, 'keyResult.plan')
  assertPlain(keyResult.score as unknown, 'keyResult.score')
  const target = readNumber(keyResult.score.target, 'keyResult.score.target') ?? boundOf(keyResult)
  const unit = drawnUnit(target === null ? 'ratio' : keyResult.unit)
  const read = (value: unknown, path: string): number | null => {
    const number = readNumber(value, path)
    return number === null ? null : number / unit.divisor
  }
  const checkIns = keyResult.points.flatMap((point, index): DrawnCheckIn[] => {
    const path = `keyResult.points[${index}]`
    const date = readDay(point.on, `${path}.on`)
    const value = target === null ? read(point.progress, `${path}.progress`) : read(point.value, `${path}.value`)
    return value === null ? [] : [{ date, value, source: point.source === 'measured' ? 'measured' : 'estimated' }]
  })
  const plan = keyResult.plan.flatMap((corner, index): Corner[] => {
    const path = `keyResult.plan[${index}]`
    const date = readDay(corner.on, `${path}.on`)
    const planned = target === null ? read(corner.expected, `${path}.expected`) : read(corner.value, `${path}.value`)
    return planned === null ? [] : [{ date, planned }]
  })
  checkIns.sort((a, b) => compareCodeUnits(a.date, b.date))
  plan.sort((a, b) => compareCodeUnits(a.date, b.date))
  const last = checkIns.at(-1)
  const interval = target === null ? null : (keyResult.forecast?.interval ?? null)
  const end = plan.at(-1)?.date
  const forecast: Reach[] = []
  if (interval !== null && last !== undefined && end !== undefined && last.date < end) {
    const lower = read(interval.lower, 'keyResult.forecast.interval.lower') ?? last.value
    const upper = read(interval.upper, 'keyResult.forecast.interval.upper') ?? last.value
    forecast.push({ date: last.date, lower: last.value, upper: last.value }, { date: end, lower, upper })
  }
  const stepped = keyResult.forecast?.plan?.kind === 'step'
  return { unit, target: target === null ? 1 : target / unit.divisor, checkIns, plan, stepped, forecast }
}

/** What a key result is to keep, as far as it is one bound. */
function boundOf({ condition }: PlottedKeyResult): number | null {
  if (condition === undefined) return null
  assertPlain(condition as unknown, 'keyResult.condition')
  const { bound } = condition
  return bound === undefined ? null : readNumber(Number(bound), 'keyResult.condition.bound')
}
