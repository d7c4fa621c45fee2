import { readInstant } from '../../calendar/readInstant.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Period } from '../../measurement.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import { type ProportionOptions, proportionOptionNames } from '../internal/proportionMeasurement.js'
import { type ClockTargets, type HandoffGroup, handoffFigures } from './handoffFigures.js'
import type { HandoffCounts, LeadHandoffQuality } from './models/figures.js'

/** Options of {@link leadHandoffQuality}. */
export interface LeadHandoffQualityOptions extends ProportionOptions {
  /** Cells inside it; default all. */
  readonly period?: Period | undefined
}

/** Groups below this size are marked. */
const smallGroup = 30

/**
 * Sums hand-offs up: how many were clean, what was wrong and why, how many were decided and answered in time.
 *
 * The clean-hand-off rate and the share answered in time are the figures to steer by; the mean score is a diagnostic.
 * The same figures are given by pair of teams and by source.
 *
 * @param tally - a tally of kind `handoff`
 * @param options - period, level, interval
 * @returns rates as ratios 0..1 with intervals, defects and rejections by kind; a rate without a base is null with
 * `empty_base`, or `not_mature` while all of it is pending
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another kind, or a period that cuts its cells
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INPUT
 * @example
 * ```ts
 * import { leadHandoffQuality, tallyHandoffs } from 'retention-okr/metrics'
 *
 * const lead = { createdAt: '2025-03-10', source: 'web' }
 * const leads = [{ ...lead, id: 'L1', fields: { budget: 5000 } }, { ...lead, id: 'L2', fields: { budget: 'tbd' } }]
 * const handoff = { fromTeam: 'marketing', toTeam: 'sales', handedAt: '2025-03-12' }
 * const handoffs = [{ ...handoff, id: 'H1', leadId: 'L1' }, { ...handoff, id: 'H2', leadId: 'L2' }]
 * const policy = { calendars: { sales: null }, requiredFields: [{ field: 'budget' }] }
 * const quality = leadHandoffQuality(tallyHandoffs({ leads, handoffs }, { asOf: '2025-04-01', policy }))
 * quality.cleanHandoffRate.value // => 0.5
 * quality.defectsByKind // => { 'missing:budget': 1 }
 * ```
 * @since 0.1.0
 */
export function leadHandoffQuality(
  tally: Tally<HandoffCounts>,
  options: LeadHandoffQualityOptions = {},
): LeadHandoffQuality {
  assertKnownOptions(options, ['period', ...proportionOptionNames])
  if (!isTally(tally)) fail('INVALID_INPUT', 'tally', 'must be a tally of kind handoff', tally)
  const definition = agreeWithDefinition(tally, 'handoff', {})
  const { level, interval } = options
  const cells = cellsInside(tally.cells as readonly TallyCell<HandoffCounts>[], options.period, definition)
  const targets = definition['policy'] as ClockTargets
  const figuresOf = (group: HandoffGroup) => {
    const figures = handoffFigures(group, targets, { level, interval })
    return figures.handoffs < smallGroup ? { ...figures, small: true as const } : figures
  }
  const byTeams = [...groupCells(cells, ({ segment }) => segment ?? '["",""]')].map(([segment, group]) => {
    const [fromTeam, toTeam] = JSON.parse(segment) as [string, string]
    return { fromTeam, toTeam, ...figuresOf(group) }
  })
  const bySource = [...groupCells(cells, ({ key }) => key ?? '')].map(([source, group]) => ({
    source,
    ...figuresOf(group),
  }))
  return {
    ...handoffFigures(uniteCells(cells), targets, { level, interval }),
    byTeams: byTeams.sort((a, b) => compareCodeUnits(a.fromTeam, b.fromTeam) || compareCodeUnits(a.toTeam, b.toTeam)),
    bySource: bySource.sort((a, b) => compareCodeUnits(a.source, b.source)),
    ...(tally.excluded === undefined ? {} : { excluded: tally.excluded }),
    definition: { ...definition, caveats: [] },
  }
}

type Cell = TallyCell<HandoffCounts>

/** The cells inside the period; one that sticks out cannot be divided. */
function cellsInside(
  cells: readonly Cell[],
  given: Period | undefined,
  definition: Record<string, unknown>,
): readonly Cell[] {
  if (given === undefined) return cells
  const period = readPeriod(given, String(definition['timeZone']), 'options.period')
  return cells.filter((cell) => {
    const [start = 0, end = 0] = (cell.period ?? '').split('/').map((bound) => readInstant(bound, 'UTC', 'tally.cells'))
    if (end <= period.start || start >= period.end) return false
    if (start < period.start || end > period.end) {
      fail('TALLY_MISMATCH', 'options.period', 'must not cut a cell', 'a period that cuts a cell')
    }
    return true
  })
}

function groupCells(cells: readonly Cell[], nameOf: (cell: Cell) => string): Map<string, HandoffGroup> {
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) {
    const name = nameOf(cell)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [cell])
    else group.push(cell)
  }
  return new Map([...groups].map(([name, members]) => [name, uniteCells(members)]))
}

function uniteCells(cells: readonly Cell[]): HandoffGroup {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    for (const [name, count] of Object.entries(cell.counts ?? {})) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  const scores = cells.flatMap(({ lists }) => (lists?.['scores'] ?? []) as readonly number[])
  return { counts: Object.fromEntries(counts), scores: scores.sort((a, b) => a - b) }
}
