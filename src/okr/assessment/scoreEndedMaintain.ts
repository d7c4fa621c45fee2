import { dayNumber } from '../../calendar/dayNumber.js'
import { toDouble } from '../../internal/decimal.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { cadenceDay } from '../check-ins/cadenceDay.js'
import type { CheckIn } from '../models/checkIn.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Quantity } from '../models/quantity.js'
import type { ExactScore } from '../scoring/keyResultScore.js'
import { maintainPeriodsOf } from '../scoring/scoreMaintainPeriods.js'
import { maintainTimeOf } from '../scoring/scoreMaintainTime.js'

const cadences = { week: 'weekly', biweek: 'biweekly', month: 'monthly', quarter: 'quarterly' } as const

/**
 * The score of a condition that was to be kept, once its time has ended: by the share of its time in which it was met.
 *
 * By declared periods from the first day on, each by its last reading, else day by day.
 */
export function scoreEndedMaintain(
  keyResult: Extract<KeyResult, { kind: 'maintain' }>,
  latest: ExactScore,
  checkIns: readonly CheckIn[],
  days: { readonly firstDay: Day; readonly lastDay: Day },
): ExactScore {
  const { condition, every, requiredShare } = keyResult
  const readings = checkIns.flatMap(({ on, reading }) => ('value' in reading ? [{ on, value: reading.value }] : []))
  const { progress, reason, attained } =
    every === undefined
      ? maintainTimeOf({ condition, readings, ...days }, { asOf: days.lastDay, requiredShare })
      : maintainPeriodsOf({ condition, values: valuesByPeriod(readings, every, days) }, { requiredShare })
  const { reason: _latest, ...score } = latest.score
  return {
    score: {
      ...score,
      progress: progress === null ? null : toDouble(progress),
      ...(reason === undefined ? {} : { reason: latest.score.reason ?? reason }),
      attained,
      coverage: progress === null ? 0 : 1,
    },
    progress,
  }
}

/** The last value of each period; null in one without a reading. */
function valuesByPeriod(
  readings: readonly { readonly on: Day; readonly value: Quantity | null }[],
  every: keyof typeof cadences,
  { firstDay, lastDay }: { readonly firstDay: Day; readonly lastDay: Day },
): (Quantity | null)[] {
  assertOneOf(every, ['week', 'biweek', 'month', 'quarter'], 'keyResult.every', 'INVALID_DEFINITION')
  const values: (Quantity | null)[] = []
  for (let step = 0; ; step += 1) {
    const start = cadenceDay(firstDay, cadences[every], step)
    if (start > lastDay) return values
    const end = cadenceDay(firstDay, cadences[every], step + 1)
    const inside = readings.filter(({ on }) => on >= start && dayNumber(on) < dayNumber(end) && on <= lastDay)
    values.push(inside.at(-1)?.value ?? null)
  }
}
