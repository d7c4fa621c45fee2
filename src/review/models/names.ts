/** Name and value of a segment. */
export interface SegmentName {
  /** Value by name, e.g. `{ plan: 'pro' }`. */
  readonly [name: string]: string
}
