import { addLocalDays } from '../../calendar/addLocalDays.js'
import type { Decimal } from '../../internal/decimal.js'
import type { Amounts } from './exchange.js'
import { paidBefore, type RevenueStep } from './revenueSteps.js'

/** A movement of one customer, as a positive amount. */
export interface CustomerMovement {
  kind: 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn'
  amount: Decimal
}

/** How movements are told apart. */
export interface MovementRule {
  start: number
  until: number
  timeZone: string
  mode: 'net' | 'granular'
  /** Longest gap, in local days, after which a return is a reactivation; undefined: any. */
  reactivationWithinDays: number | undefined
  price: (amounts: Amounts) => Decimal
}

interface Change {
  before: Amounts
  after: Amounts
  /** Who paid before this instant returns. */
  knownFrom: number
  returnedAt: number
}

/** The movements of one customer in a period. */
export function movementsOfCustomer(steps: readonly RevenueStep[], rule: MovementRule): CustomerMovement[] {
  return changesOf(steps, rule).flatMap((change) => movementOf(steps, change, rule) ?? [])
}

function changesOf(steps: readonly RevenueStep[], { start, until, mode }: MovementRule): Change[] {
  if (mode === 'net') {
    const returnedAt = steps.find(({ from }) => from >= start && from < until)?.from ?? start
    return [{ before: paidBefore(steps, start), after: paidBefore(steps, until), knownFrom: start, returnedAt }]
  }
  // The state before each bound is set against the state from it on: changes at one instant net first.
  return [...new Set(steps.flatMap(({ from, to }) => [from, to]))]
    .filter((at) => at >= start && at < until)
    .map((at) => ({ before: paidBefore(steps, at), after: paidFrom(steps, at), knownFrom: at, returnedAt: at }))
}

function paidFrom(steps: readonly RevenueStep[], instant: number): Amounts {
  return steps.find(({ from, to }) => from <= instant && instant < to)?.amounts ?? new Map<string, Decimal>()
}

function movementOf(steps: readonly RevenueStep[], change: Change, rule: MovementRule): CustomerMovement | undefined {
  const { before, after } = change
  if (before.size === 0 && after.size === 0) return undefined
  const [p, q] = [rule.price(before), rule.price(after)]
  if (before.size === 0) return { kind: isReturn(steps, change, rule) ? 'reactivation' : 'new', amount: q }
  if (after.size === 0) return { kind: 'churn', amount: p }
  if (q.greaterThan(p)) return { kind: 'expansion', amount: q.minus(p) }
  return q.lessThan(p) ? { kind: 'contraction', amount: p.minus(q) } : undefined
}

/** Whether a customer who pays again had paid before, not longer ago than asked for. */
function isReturn(steps: readonly RevenueStep[], { knownFrom, returnedAt }: Change, rule: MovementRule): boolean {
  const ends = steps.filter(({ from }) => from < knownFrom).map(({ to }) => to)
  if (ends.length === 0) return false
  const { reactivationWithinDays: days, timeZone } = rule
  return days === undefined || returnedAt <= addLocalDays(Math.max(...ends), days, timeZone)
}
