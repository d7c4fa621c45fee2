import { fail } from '../../internal/fail.js'
import { closedAtOf } from '../mapping/closedAtOf.js'
import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Opportunity } from '../models/sales.js'
import { zohoRules } from './zohoRules.js'

/** Options of {@link mapZohoDeal}. */
export interface MapZohoDealOptions extends MapperOptions {
  /** Labels of the stages that are won. */
  readonly wonStages: readonly string[]
  /** Labels of the stages that are lost. */
  readonly lostStages: readonly string[]
}

/**
 * Maps a deal of Zoho CRM to an `Opportunity`.
 *
 * The row has no flag, only the label of a stage: the caller says which labels are won and which are lost; any other is
 * open. The closing date is a forecast while the deal is open: then it is `expectedCloseAt`. `Amount` counts, not
 * `Expected_Revenue`, which is weighted.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `Account_Name`, `Created_Time`, `Currency`,
 * `Reason_For_Loss`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapZohoDeal } from 'retention-okr/records'
 *
 * const row = { id: '7', Created_Time: '2026-01-05T10:00:00Z', Stage: 'Closed Won', Closing_Date: '2026-03-31' }
 * const result = mapZohoDeal(row, { wonStages: ['Closed Won'], lostStages: ['Closed Lost'] })
 * result.status === 'ok' && [result.record.status, result.record.closedAt] // => ['won', '2026-03-31']
 * ```
 * @since 0.1.0
 */
export const mapZohoDeal: (row: Row, options: MapZohoDealOptions) => RowResult<Opportunity> =
  /* @__PURE__ */ createMapper<Opportunity, MapZohoDealOptions, Row>({
    source: 'zoho',
    object: 'deal',
    model: 'opportunity',
    columns: {
      id: 'id',
      customerId: 'Account_Name †',
      createdAt: 'Created_Time †',
      stage: 'Stage',
      amount: 'Amount',
      currency: 'Currency †',
      closedAt: 'Closing_Date',
      expectedCloseAt: 'Closing_Date',
      lostReason: 'Reason_For_Loss †',
      ownerId: 'Owner',
    },
    rules: zohoRules,
    options: ['wonStages', 'lostStages'],
    checkOptions: checkStages,
    derive: {
      status(reader, options) {
        if (reader.isBlank('stage')) return reader.report('status', 'missing', reader.cell('stage'))
        return statusOf(reader, options)
      },
      closedAt: (reader, options) => closedAtOf(reader, ['won', 'lost'].includes(statusOf(reader, options) ?? '')),
      expectedCloseAt: (reader, options) =>
        statusOf(reader, options) === 'open' ? reader.read('expectedCloseAt', { kind: 'dayOrInstant' }) : undefined,
    },
  })

function statusOf(
  reader: RowReader,
  { wonStages, lostStages }: MapZohoDealOptions,
): 'open' | 'won' | 'lost' | undefined {
  const stage = reader.valueOf('stage')
  if (typeof stage !== 'string') return undefined
  if (hasLabel(wonStages, stage)) return 'won'
  return hasLabel(lostStages, stage) ? 'lost' : 'open'
}

function hasLabel(stages: readonly string[], stage: string): boolean {
  return stages.some((label) => label.trim() === stage)
}

function checkStages({ wonStages, lostStages }: MapZohoDealOptions): void {
  assertLabels(wonStages, 'options.wonStages')
  assertLabels(lostStages, 'options.lostStages')
  if (wonStages.some((label) => hasLabel(lostStages, label.trim()))) {
    fail('INVALID_OPTION', 'options.lostStages', 'must have no stage of wonStages', lostStages)
  }
}

function assertLabels(stages: unknown, path: string): void {
  if (!Array.isArray(stages)) fail('INVALID_OPTION', path, 'must be a list of stages', stages)
  for (const label of stages) {
    if (typeof label !== 'string' || label.trim() === '') fail('INVALID_OPTION', path, 'must name stages', label)
  }
}
