import { readInstant } from '../../calendar/readInstant.js'
import { fail } from '../../internal/fail.js'
import type { Tally, TallyCell } from '../../tally/model.js'

/** The cells of a tally inside a period, to be added up; one that sticks out, or two that overlap, cannot be. */
export function cellsInside(
  tally: Tally<object>,
  period: { start: number; end: number } | undefined,
): readonly TallyCell<object>[] {
  const spans = new Map<string, { start: number; end: number }>()
  const inside = tally.cells.filter(({ period: name }) => {
    if (name === undefined) {
      if (period === undefined) return true
      fail('TALLY_MISMATCH', 'options.period', 'needs a tally with periods', 'a tally without')
    }
    if (typeof name !== 'string') fail('INVALID_INPUT', 'source.cells', 'must have periods as text', name)
    const [start = 0, end = 0] = name.split('/').map((bound) => readInstant(bound, 'UTC', 'source.cells'))
    if (period !== undefined && (end <= period.start || start >= period.end)) return false
    if (period !== undefined && (start < period.start || end > period.end)) {
      fail('TALLY_MISMATCH', 'options.period', 'must not cut a cell', 'a period that cuts a cell')
    }
    spans.set(name, { start, end })
    return true
  })
  const sorted = [...spans.values()].sort((a, b) => a.start - b.start)
  sorted.forEach(({ start }, index) => {
    if (start < (sorted[index - 1]?.end ?? Number.NEGATIVE_INFINITY)) {
      fail('TALLY_MISMATCH', 'source.cells', 'must not overlap to be added up', 'periods that overlap')
    }
  })
  return inside
}
