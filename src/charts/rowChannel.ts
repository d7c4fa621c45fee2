import type { FieldChannel } from './spec.js'

/** Nominal rows on the y axis, in the order of the data. */
export function rowChannel(field: string): FieldChannel {
  return {
    field,
    type: 'nominal',
    sort: null,
    axis: { ticks: false, domain: false, title: null },
  }
}
