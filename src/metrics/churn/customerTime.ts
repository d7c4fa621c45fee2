import type { Span } from '../../records/spanList.js'

/** The spans of one customer in one segment. */
export interface CustomerTime {
  segment: string | undefined
  customerId: string
  spans: Span[]
}
