import { dayNumber } from '../../calendar/dayNumber.js'
import { toDouble } from '../../internal/decimal.js'
import { assertArray, assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { Condition, Quantity } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { readCondition } from './readCondition.js'
import { type ExactMaintainScore, type MaintainScore, maintainScore } from './scoreMaintainPeriods.js'

/** A condition with the readings of its time. */
export interface MaintainTimeData {
  readonly condition: Condition
  readonly readings: readonly { readonly on: Day; readonly value: Quantity | null }[]
  readonly firstDay: Day
  readonly lastDay: Day
}

/** The day up to which time is judged, and the share that is asked for. */
export interface MaintainTimeOptions {
  readonly asOf: Day
  readonly requiredShare?: DecimalInput | undefined
}

/**
 * The share of days on which a condition was met; a reading holds until the next one.
 *
 * Days are judged from the later of the first day and the first reading, which may lie before, to the earlier of `asOf`
 * and the last day. Readings without a value are skipped; of two on one day the last counts.
 */
export function scoreMaintainTime(data: MaintainTimeData, options: MaintainTimeOptions): MaintainScore {
  const { progress, ...score } = maintainTimeOf(data, options)
  return { progress: progress === null ? null : toDouble(progress), ...score }
}

/** The same with the exact share. */
export function maintainTimeOf(data: MaintainTimeData, options: MaintainTimeOptions): ExactMaintainScore {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'requiredShare'])
  assertDay(options.asOf, 'options.asOf')
  const { first, last } = readDays(data)
  const end = Math.min(dayNumber(options.asOf), last)
  const steps = readSteps(data).filter(({ day }) => day <= end)
  let [met, judged] = [0, 0]
  steps.forEach((step, index) => {
    const until = steps[index + 1]?.day ?? end + 1
    const days = Math.max(0, until - Math.max(step.day, first))
    judged += days
    if (step.met) met += days
  })
  return maintainScore(met, judged, judged === 0 ? null : (steps.at(-1)?.met ?? null), options.requiredShare)
}

function readSteps({ condition, readings }: MaintainTimeData): { day: number; met: boolean }[] {
  const judge = readCondition(condition)
  assertArray(readings, 'readings')
  const byDay = new Map<number, boolean>()
  readings.forEach(({ on, value }, index) => {
    assertDay(on, `readings[${index}].on`)
    const read = readQuantity(value, `readings[${index}].value`).value
    if (read !== null) byDay.set(dayNumber(on), judge(read) === 'met')
  })
  return [...byDay].map(([day, met]) => ({ day, met })).sort((a, b) => a.day - b.day)
}
