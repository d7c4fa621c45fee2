import { createMapper } from '../mapping/createMapper.js'
import { dealByFlags } from '../mapping/dealByFlags.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { Opportunity } from '../models/sales.js'

/** Options of {@link mapHubspotDeal}. */
export interface MapHubspotDealOptions extends MapperOptions {}

/**
 * Maps a deal of HubSpot to an `Opportunity`.
 *
 * The status comes from the two flags (`isClosed` and `isWon` in `columns`), never from the label of the stage. The close
 * date is a forecast while the deal is open: then it is `expectedCloseAt`. The customer is an association: name its column
 * in `columns` when the export has one.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: `hs_object_id`, `hs_is_closed`, `hs_is_closed_won`,
 * `deal_currency_code`, `closed_lost_reason`. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapHubspotDeal } from 'retention-okr/records'
 *
 * const row = { hs_object_id: '21', createdate: '2026-01-05T10:00:00Z', hs_is_closed: 'false', closedate: '2026-03-31' }
 * const result = mapHubspotDeal(row)
 * result.status === 'ok' && [result.record.status, result.record.expectedCloseAt] // => ['open', '2026-03-31']
 * ```
 * @since 0.1.0
 */
export const mapHubspotDeal: (row: Row, options?: MapHubspotDealOptions) => RowResult<Opportunity> =
  /* @__PURE__ */ createMapper<Opportunity, MapHubspotDealOptions, Row>({
    source: 'hubspot',
    object: 'deal',
    model: 'opportunity',
    columns: {
      id: 'hs_object_id †',
      createdAt: 'createdate, hs_createdate',
      stage: 'deal_pipeline_stage_id, dealstage',
      amount: 'amount',
      currency: 'deal_currency_code †',
      isClosed: 'hs_is_closed †',
      isWon: 'hs_is_closed_won †',
      closedAt: 'closedate',
      expectedCloseAt: 'closedate',
      lostReason: 'closed_lost_reason †',
      ownerId: 'hubspot_owner_id',
    },
    derive: dealByFlags,
  })
