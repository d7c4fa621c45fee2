import type { Day } from '../../measurement.js'
import type { Closing } from './closing.js'
import type { Cadence } from './cycle.js'
import type { KeyResult } from './keyResult.js'
import type { Contributor, Person } from './person.js'
import type { CommitmentKind } from './status.js'

/** An objective with its key results. */
export interface Objective {
  /** Id. */
  readonly id: string
  /** What people read. */
  readonly title: string
  /** Id of the cycle. */
  readonly cycleId: string
  /** Level of the organisation. */
  readonly level?: 'company' | 'department' | 'team' | 'individual' | undefined
  /** Ids of the objectives that this one serves. */
  readonly parentIds?: readonly string[] | undefined
  /** How it contributes, in words, when it has no parent. */
  readonly contribution?: string | undefined
  /** Who proposed it. */
  readonly origin?: 'top_down' | 'bottom_up' | undefined
  /** Who is accountable. */
  readonly owner?: Person | undefined
  /** Who contributes. */
  readonly contributors?: readonly Contributor[] | undefined
  /** Who reviews; another person than the owner. */
  readonly reviewer?: Person | undefined
  /** What is promised; default of its key results. */
  readonly commitment?: CommitmentKind | undefined
  /** How often people check in; default of its key results. */
  readonly cadence?: Cadence | undefined
  /** First day; default the cycle's. */
  readonly firstDay?: Day | undefined
  /** Last day; default the cycle's. */
  readonly lastDay?: Day | undefined
  /** Its key results. */
  readonly keyResults: readonly KeyResult[]
  /** How they are rolled up; default `'mean'`. */
  readonly rollUp?: 'mean' | 'min' | 'allAttained' | undefined
  /** Whether its status is that of its worst key result (default) or follows from its progress. */
  readonly statusMethod?: 'worst' | 'fromProgress' | undefined
  /** A person has confirmed that all key results done imply the objective. */
  readonly sufficiency?: 'confirmed' | undefined
  /** How it was closed. */
  readonly closing?: Closing | undefined
}
