import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import type { BusinessCalendar, BusinessHours, Weekday } from '../../calendar/model.js'
import { isRetentionOkrError } from '../../errors.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, isDay } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { isRow } from '../mapping/cells.js'
import { describeMapper, type PreparedMapper } from '../mapping/createMapper.js'
import { createRowReader, type ReaderSetup, type RowReader } from '../mapping/createRowReader.js'
import type { Row, RowResult } from '../mapping/model.js'
import { cellIn, readIn, readList } from '../mapping/nested.js'

/** Options of {@link mapZendeskSchedule}. */
export interface MapZendeskScheduleOptions {
  /** Rows of the holidays of the schedule, with `start_date` and `end_date`, both inclusive. Default none. */
  readonly holidays?: readonly Row[] | undefined
  /** Not an option here: a schedule has its own zone. */
  readonly timeZone?: undefined
}

/**
 * Maps a schedule of Zendesk to the `BusinessCalendar` that response clocks count in.
 *
 * Intervals are minutes of the week from Sunday midnight in the schedule's zone; they are cut at midnight and stand in
 * order. Holidays, both ends inclusive, become days.
 *
 * @param row Row of the schedule: `time_zone` and `intervals` of `start_time` and `end_time`.
 * @param options The holidays.
 * @returns The calendar, or the problems of the row; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or a holiday has no two days in order.
 * @example
 * ```ts
 * import { mapZendeskSchedule } from 'retention-okr/records'
 *
 * const row = { time_zone: 'Europe/Madrid', intervals: [{ start_time: 1980, end_time: 2460 }] }
 * const holidays = [{ start_date: '2026-12-24', end_date: '2026-12-25' }]
 * const result = mapZendeskSchedule(row, { holidays })
 * result.status === 'ok' && result.record.week // => { monday: [{ open: '09:00', close: '17:00' }] }
 * result.status === 'ok' && result.record.holidays // => ['2026-12-24', '2026-12-25']
 * ```
 * @since 0.1.0
 */
export const mapZendeskSchedule: (row: Row, options?: MapZendeskScheduleOptions) => RowResult<BusinessCalendar> =
  /* @__PURE__ */ describeMapper<BusinessCalendar, MapZendeskScheduleOptions, Row>((options = {}) => prepare(options))

const columns = { timeZone: 'time_zone', week: 'intervals' }

function prepare(options: MapZendeskScheduleOptions): PreparedMapper<BusinessCalendar> {
  assertKnownOptions(options, ['holidays'])
  const holidays = options.holidays === undefined ? undefined : readHolidays(options.holidays)
  const setup: ReaderSetup = {
    columns: new Map(Object.entries(columns).map(([field, name]) => [field, [name]])),
    rules: {},
  }
  return {
    definition: { source: 'zendesk', object: 'schedule', columns: { ...columns } },
    map(row) {
      const reader = createRowReader(isRow(row) ? row : undefined, setup)
      const timeZone = readZone(reader)
      const week = readWeek(reader)
      if (reader.issues.length > 0 || timeZone === undefined) return { status: 'bad', issues: reader.issues }
      return {
        status: 'ok',
        record: { timeZone, week, ...(holidays === undefined ? {} : { holidays: [...holidays] }) },
      }
    },
  }
}

function readZone(reader: RowReader): string | undefined {
  const zone = reader.read('timeZone', { kind: 'text', required: true })
  if (typeof zone !== 'string') return undefined
  try {
    assertTimeZone(zone)
    return zone
  } catch (error) {
    if (!isRetentionOkrError(error)) throw error
    return reader.report('timeZone', 'unknown_value')
  }
}

const minutesOfDay = 1440
const minutesOfWeek = 7 * minutesOfDay

/** Days of the week from Sunday, as minutes of the week count them. */
const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function readWeek(reader: RowReader): BusinessCalendar['week'] {
  const { column } = reader.cell('week')
  if (reader.isBlank('week')) reader.report('week', 'missing')
  const windows = (readList(reader, 'week', 'week') ?? []).flatMap((interval) => {
    const [start, end] = [cellIn(interval, 'start_time', column), cellIn(interval, 'end_time', column)]
    const [from, to] = [start, end].map((cell) => readIn(reader, cell, { kind: 'count', required: true }, 'week'))
    if (typeof from !== 'number' || typeof to !== 'number') return []
    if (from < to && to <= minutesOfWeek) return [{ from, to }]
    reader.report('week', 'invalid_number', end)
    return []
  })
  windows.sort((a, b) => a.from - b.from)
  const days = weekdays.map((_, day) => windows.flatMap((window) => hoursOf(window, day * minutesOfDay)))
  // The week is written from Monday.
  const order = [1, 2, 3, 4, 5, 6, 0].filter((day) => (days[day]?.length ?? 0) > 0)
  return Object.fromEntries(order.map((day) => [weekdays[day], days[day]]))
}

/** The part of a window that lies on the day that begins at a minute of the week. */
function hoursOf({ from, to }: { from: number; to: number }, midnight: number): BusinessHours[] {
  const open = Math.max(from, midnight) - midnight
  const close = Math.min(to, midnight + minutesOfDay) - midnight
  return open < close ? [{ open: wallTime(open), close: wallTime(close) }] : []
}

function wallTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** No holiday lasts longer. */
const longestHoliday = 3660

function readHolidays(rows: unknown): Day[] {
  if (!Array.isArray(rows)) fail('INVALID_OPTION', 'options.holidays', 'must be a list of rows', rows)
  const days = new Set<Day>()
  rows.forEach((row: unknown, index) => {
    const path = `options.holidays[${index}]`
    const [from, to] = isRow(row) ? [row['start_date'], row['end_date']] : [undefined, undefined]
    if (!isDay(from) || !isDay(to)) fail('INVALID_OPTION', path, 'must have the days start_date and end_date', row)
    const [first, last] = [dayNumber(from), dayNumber(to)]
    if (last < first || last - first > longestHoliday)
      fail('INVALID_OPTION', path, 'must end on or after its start', row)
    for (let day = first; day <= last; day += 1) days.add(dayFromNumber(day))
  })
  return [...days].sort()
}
