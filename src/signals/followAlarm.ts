/** An alarm over a row of scores. */
export interface Alarm {
  /** First look of the alarm that stands; null when none does. */
  since: number | null
  /** Every look beyond the limit, also of alarms that were cleared. */
  beyond: number[]
}

/** Raised at the first look beyond the limit, cleared after enough quiet looks in a row. */
export function followAlarm(scores: readonly (number | null)[], limit: number, clearAfter: number): Alarm {
  const alarm: Alarm = { since: null, beyond: [] }
  let quiet = 0
  scores.forEach((score, index) => {
    if (score === null) return
    if (score > limit) {
      alarm.since ??= index
      alarm.beyond.push(index)
      quiet = 0
      return
    }
    quiet += 1
    if (quiet >= clearAfter) alarm.since = null
  })
  return alarm
}
