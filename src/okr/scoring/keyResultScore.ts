import type { Decimal } from '../../internal/decimal.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Operator } from '../models/quantity.js'
import type { ScoreReason, Zone } from '../models/status.js'

/** One part of a composite key result, scored. */
export interface ComponentScore {
  /** Id of the part. */
  id: string
  /** Its progress. */
  progress: number | null
  /** Whether it is attained. */
  attained: boolean | null
}

/** How far a key result has come. */
export interface KeyResultScore {
  /** Kind of the key result. */
  kind: KeyResult['kind']
  /** Progress from 0 to the ceiling; null with a reason. */
  progress: number | null
  /** Why progress is null; the reason of the reading, when it has one. */
  reason?: ScoreReason | (string & {})
  /** Progress before clamping; of kind `change` only. */
  raw: number | null
  /** What lies beyond the target; of kind `change` only. */
  overachievement: number | null
  /** Whether the value lies behind the baseline; of kind `change` only. */
  regressed: boolean | null
  /** Whether it is attained; null when nobody can say. */
  attained: boolean | null
  /** 1 when a value was read, 0 when not; of a composite the share of its parts that is measured. */
  coverage: number | null
  /** The value as a number; of kinds `change` and `maintain`. */
  value?: number | null
  /** The baseline as a number; of kind `change`. */
  baseline?: number | null
  /** The resolved target as a number; of kind `change`. */
  target?: number | null
  /** The operator used; of kind `change`. */
  operator?: Operator | null
  /** The zone; of kinds `ordinal` and `zones`. */
  zone?: Zone | null
  /** Whether it was done after its last day; of kind `milestone`. */
  late?: boolean | null
  /** The parts; of kind `composite`. */
  components?: ComponentScore[]
}

/** A score with its progress before it is rounded to a double. */
export interface ExactScore {
  score: KeyResultScore
  progress: Decimal | null
}
