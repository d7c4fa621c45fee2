import { createMapper } from '../mapping/createMapper.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Ticket } from '../models/service.js'

/** Options of {@link mapSalesforceCase}. */
export interface MapSalesforceCaseOptions extends MapperOptions {}

/**
 * Maps a case of Salesforce to a `Ticket`.
 *
 * The closing date counts only while the case is closed (`isClosed` in `columns`): a case that was opened again has none.
 * Targets stand on milestones, not on the case.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: every name. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapSalesforceCase } from 'retention-okr/records'
 *
 * const row = { Id: '5001', AccountId: '0011', CreatedDate: '2026-01-05T10:00:00Z', Status: 'Closed' }
 * const result = mapSalesforceCase({ ...row, IsClosed: true, ClosedDate: '2026-01-06T09:00:00Z' })
 * result.status === 'ok' && result.record.resolvedAt // => '2026-01-06T09:00:00Z'
 * ```
 * @since 0.1.0
 */
export const mapSalesforceCase: (row: Row, options?: MapSalesforceCaseOptions) => RowResult<Ticket> =
  /* @__PURE__ */ createMapper<Ticket, MapSalesforceCaseOptions, Row>({
    source: 'salesforce',
    object: 'case',
    model: 'ticket',
    columns: {
      id: 'Id †',
      customerId: 'AccountId †',
      createdAt: 'CreatedDate †',
      status: 'Status †',
      isClosed: 'IsClosed †',
      resolvedAt: 'ClosedDate †',
      priority: 'Priority †',
      category: 'Reason †',
    },
    derive: {
      resolvedAt(reader) {
        if (reader.isBlank('resolvedAt')) return undefined
        const isClosed = reader.read('isClosed', { kind: 'boolean', required: true }, 'resolvedAt')
        return isClosed === true ? reader.read('resolvedAt', { kind: 'instant' }) : undefined
      },
    },
  })
