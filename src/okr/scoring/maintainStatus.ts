import { assertPlain } from '../../internal/guards.js'
import type { Condition, Quantity } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { readCondition, type Verdict } from './readCondition.js'

const statuses = { met: 'on_track', risk: 'at_risk', beyond: 'off_track' } as const satisfies Record<Verdict, string>

/** State of a condition that is to be kept: met, at risk, off track, or without a value. */
export interface MaintainStatus {
  met: boolean | null
  status: 'on_track' | 'at_risk' | 'off_track' | 'no_data'
}

/** The status of a value that is to be kept within a condition. */
export function maintainStatus(data: {
  readonly condition: Condition
  readonly value: Quantity | null
}): MaintainStatus {
  assertPlain(data, 'data')
  const judge = readCondition(data.condition)
  const { value } = readQuantity(data.value, 'value')
  if (value === null) return { met: null, status: 'no_data' }
  const verdict = judge(value)
  return { met: verdict === 'met', status: statuses[verdict] }
}
