import { createMapper } from '../mapping/createMapper.js'
import { dealByFlags } from '../mapping/dealByFlags.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Opportunity } from '../models/sales.js'

/** Options of {@link mapSalesforceOpportunity}. */
export interface MapSalesforceOpportunityOptions extends MapperOptions {}

/**
 * Maps an opportunity of Salesforce, by connector or API names, to an `Opportunity`.
 *
 * The status comes from the two flags (`isClosed` and `isWon` in `columns`), never from the label of the stage. The close
 * date, a day, is a forecast while the opportunity is open: then it is `expectedCloseAt`.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: the API names (`Id`, `StageName` …) and
 * `currency_iso_code`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapSalesforceOpportunity } from 'retention-okr/records'
 *
 * const row = { id: '0061', created_date: '2026-01-05T10:00:00Z', is_closed: true, is_won: false, close_date: '2026-03-31' }
 * const result = mapSalesforceOpportunity(row)
 * result.status === 'ok' && [result.record.status, result.record.closedAt] // => ['lost', '2026-03-31']
 * ```
 * @since 0.1.0
 */
export const mapSalesforceOpportunity: (row: Row, options?: MapSalesforceOpportunityOptions) => RowResult<Opportunity> =
  /* @__PURE__ */ createMapper<Opportunity, MapSalesforceOpportunityOptions, Row>({
    source: 'salesforce',
    object: 'opportunity',
    model: 'opportunity',
    columns: {
      id: 'id, Id †',
      customerId: 'account_id, AccountId †',
      createdAt: 'created_date, CreatedDate †',
      stage: 'stage_name, StageName †',
      amount: 'amount, Amount †',
      currency: 'currency_iso_code †, CurrencyIsoCode †',
      isClosed: 'is_closed, IsClosed †',
      isWon: 'is_won, IsWon †',
      closedAt: 'close_date, CloseDate †',
      expectedCloseAt: 'close_date, CloseDate †',
      ownerId: 'owner_id, OwnerId †',
    },
    derive: dealByFlags,
  })
