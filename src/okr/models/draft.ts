import type { DecimalInput } from '../../measurement.js'
import type { Closing } from './closing.js'
import type { ChecklistItem, Gated, KeyResult, KeyResultBase } from './keyResult.js'
import type { Objective } from './objective.js'
import type { Condition, Operator, Quantity, Target } from './quantity.js'
import type { Zone } from './status.js'

/** A key result that is still being written: any field but id, title and kind may be missing. */
export interface KeyResultDraft extends KeyResultBase {
  /** Kind. */
  readonly kind: KeyResult['kind']
  /** Where it started. */
  readonly baseline?: Quantity | null | undefined
  /** Where it should end, or the target zone. */
  readonly target?: Target | Quantity | undefined
  /** The commit zone. */
  readonly commit?: Quantity | undefined
  /** The stretch zone. */
  readonly stretch?: Quantity | undefined
  /** How the value is compared with the target. */
  readonly operator?: Operator | undefined
  /** Where the number should go, as people said it. */
  readonly direction?: 'increase' | 'decrease' | undefined
  /** The condition that is to be kept. */
  readonly condition?: Condition | undefined
  /** Periods that a condition is judged by. */
  readonly every?: 'week' | 'biweek' | 'month' | 'quarter' | undefined
  /** Share of the periods or days that must be met. */
  readonly requiredShare?: DecimalInput | undefined
  /** Items of a checklist. */
  readonly items?: readonly ChecklistItem[] | undefined
  /** Zone from which it is attained. */
  readonly attainedFrom?: Zone | undefined
  /** Whether all parts are needed, or one. */
  readonly require?: 'all' | 'any' | undefined
  /** Parts of a composite. */
  readonly components?: readonly ComponentDraft[] | undefined
}

/** A part of a composite that is still being written. */
export interface ComponentDraft extends KeyResultDraft, Gated {}

/** An objective that is still being written: any field but id and title may be missing. */
export interface ObjectiveDraft extends Partial<Omit<Objective, 'id' | 'title' | 'keyResults' | 'closing'>> {
  /** Id. */
  readonly id: string
  /** What people read. */
  readonly title: string
  /** Its key results. */
  readonly keyResults?: readonly KeyResultDraft[] | undefined
  /** How it was closed. */
  readonly closing?: Partial<Closing> | undefined
}
