import type { Day, Interval } from '../../measurement.js'
import type { Quantity } from './quantity.js'
import type { Zone } from './status.js'

/** What was read of a key result, by its kind. */
export type Reading = ValueReading | MilestoneReading | ChecklistReading | ZoneReading | CompositeReading

/** Of a change, maintain, zones or baseline key result. */
export interface ValueReading {
  /** The value; null when it could not be measured. */
  readonly value: Quantity | null
  /** Why the value is null. */
  readonly reason?: string | undefined
  /** Interval of the value. */
  readonly interval?: Interval | undefined
  /** Units that carry information. */
  readonly sampleSize?: number | undefined
  /** Where the value comes from. */
  readonly source?: object | undefined
}

/** Of a milestone. */
export interface MilestoneReading {
  /** Day on which it was done; null while it is not. */
  readonly doneOn: Day | null
}

/** Of a checklist. */
export interface ChecklistReading {
  /** Ids of the items done. */
  readonly done: readonly string[]
}

/** Of an ordinal key result. */
export interface ZoneReading {
  /** The zone; null when nobody has judged. */
  readonly zone: Zone | null
}

/** Of a composite key result. */
export interface CompositeReading {
  /** A reading a part, by its id. */
  readonly components: { readonly [id: string]: Reading }
}
