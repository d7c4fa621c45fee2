import { Decimal, toDouble } from '../../internal/decimal.js'
import type { DecimalInput } from '../../measurement.js'
import { readWeight } from './rollUpProgress.js'

/** A list scored: the share of its weight that is done, exact and as a double. */
export interface ChecklistScore {
  progress: number | null
  reason?: 'no_parts' | 'no_weight'
  attained: boolean | null
}

/** The share of the weight that is done; attained when every item is, also those of weight 0. */
export function scoreChecklist(
  items: readonly { readonly weight?: DecimalInput | undefined; readonly done: boolean }[],
): ChecklistScore {
  const { progress, ...score } = checklistOf(items)
  return { progress: progress === null ? null : toDouble(progress), ...score }
}

/** The same with the exact share. */
export function checklistOf(
  items: readonly { readonly weight?: DecimalInput | undefined; readonly done: boolean }[],
): Omit<ChecklistScore, 'progress'> & { progress: Decimal | null } {
  if (items.length === 0) return { progress: null, reason: 'no_parts', attained: null }
  let [done, total] = [new Decimal(0), new Decimal(0)]
  items.forEach((item, index) => {
    const weight = readWeight(item.weight, `items[${index}].weight`)
    total = total.plus(weight)
    if (item.done) done = done.plus(weight)
  })
  const attained = items.every((item) => item.done)
  return total.isZero() ? { progress: null, reason: 'no_weight', attained } : { progress: done.div(total), attained }
}
