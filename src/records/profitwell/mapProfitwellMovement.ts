import { createMapper } from '../mapping/createMapper.js'
import type { RowReader } from '../mapping/createRowReader.js'
import type { MapperOptions, Row, RowResult } from '../mapping/model.js'
import type { MrrMovement } from '../models/revenue.js'

/** Options of {@link mapProfitwellMovement}. */
export interface MapProfitwellMovementOptions extends MapperOptions {}

/**
 * Maps a row of the ProfitWell CSV export to an `MrrMovement`.
 *
 * The label of the activity decides; the sign of the amount is dropped. A cancellation that was only announced is no movement
 * (skipped, `'notice'`), nor is a change of the plan's length (`'plan_length'`). Bare days need a `timeZone`.
 *
 * Not confirmed against a real export, and listed as such by `mapRows`: every column. `columns` replaces any name.
 *
 * @param row Row of the source.
 * @param options Zone, columns, currency; unknown ones are refused.
 * @returns The record, the problems of the row, or why it is no record of this kind; never an exception for a row.
 * @throws {@link RetentionOkrError} INVALID_OPTION when an option is unknown or outside its list, INVALID_TIME_ZONE when
 * the zone is unknown.
 * @example
 * ```ts
 * import { mapProfitwellMovement } from 'retention-okr/records'
 *
 * const row = { customer_id: 'c1', date: '2026-01-05', activity: 'churn_delinquent', mrr: '-20.00', currency: 'usd' }
 * const result = mapProfitwellMovement(row, { timeZone: 'UTC' })
 * result.status === 'ok' && [result.record.delta, result.record.endReason] // => ['20.00', 'involuntary']
 * ```
 * @since 0.1.0
 */
export const mapProfitwellMovement: (row: Row, options?: MapProfitwellMovementOptions) => RowResult<MrrMovement> =
  /* @__PURE__ */ createMapper<MrrMovement, MapProfitwellMovementOptions, Row>({
    source: 'profitwell',
    object: 'movement',
    model: 'mrrMovement',
    columns: {
      customerId: 'customer_id †',
      at: 'date †',
      type: 'activity †',
      delta: 'mrr †',
      currency: 'currency †',
    },
    skip: (reader) => skipped[labelOf(reader)],
    derive: {
      type(reader) {
        const label = reader.read('type', { kind: 'word', words: Object.keys(types), required: true })
        return typeof label === 'string' ? types[label] : undefined
      },
      delta(reader) {
        const delta = reader.read('delta', { kind: 'signedAmount', required: true })
        if (typeof delta === 'number') return Math.abs(delta)
        return typeof delta === 'string' ? delta.replace('-', '') : undefined
      },
      endReason: (reader) => reasons[labelOf(reader)],
    },
  })

const types: { readonly [label: string]: MrrMovement['type'] } = {
  new: 'new',
  reactivated: 'reactivation',
  upgrade: 'expansion',
  downgrade: 'contraction',
  churn: 'churn',
  churn_delinquent: 'churn',
}

const skipped: { readonly [label: string]: string } = {
  __proto__: null as unknown as string,
  new_cancelled: 'notice',
  cancelled: 'notice',
  increase: 'plan_length',
  decrease: 'plan_length',
}

const reasons: { readonly [label: string]: MrrMovement['endReason'] } = {
  __proto__: null as unknown as undefined,
  churn: 'voluntary',
  churn_delinquent: 'involuntary',
}

function labelOf(reader: RowReader): string {
  return String(reader.peek('type', { kind: 'text' }) ?? '')
}
