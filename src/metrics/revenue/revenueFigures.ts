import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import type { CustomerRevenue } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { MrrMovements } from './model.js'

/** Revenue at the start of one customer (x), and what is left of it by a figure (y). */
export interface CohortRow {
  x: Decimal
  y: Decimal
}

/** What retention of revenue is made of. */
export interface RevenueFigures {
  /** Revenue at the start. */
  base: Decimal
  /** What is left of it. */
  kept: Decimal
  /** The customers behind it; none for movements, which know no customer. */
  rows: CohortRow[]
  isMixed: boolean
  excluded: Record<string, number> | undefined
}

/** Which figure: gains of the cohort count or not. */
export interface FigureRule {
  kind: 'net' | 'gross'
  includeReactivation: boolean
}

/** Whether a source is movements, told by its opening amount. */
function isMovements(source: unknown): source is MrrMovements {
  return typeof source === 'object' && source !== null && !(Symbol.iterator in source)
}

/** The figures of movements, or of revenue per customer. */
export function revenueFigures(source: MrrMovements | Iterable<CustomerRevenue>, rule: FigureRule): RevenueFigures {
  return isMovements(source) ? figuresOfMovements(source, rule) : figuresOfCustomers(source, rule)
}

/** An amount of movements, which is never negative: the sign lies in its kind. */
export function readMovement(movements: MrrMovements, name: keyof MrrMovements): Decimal {
  const amount = toDecimal(movements[name], `movements.${name}`, 'INVALID_AMOUNT')
  if (amount.lessThan(0)) fail('NEGATIVE_AMOUNT', `movements.${name}`, 'must not be negative', 'negative')
  return amount
}

function figuresOfMovements(movements: MrrMovements, { kind, includeReactivation }: FigureRule): RevenueFigures {
  assertPlain(movements, 'movements')
  const common = { rows: [], excluded: undefined }
  if (movements.reason === 'mixed_currency') {
    return { ...common, base: new Decimal(0), kept: new Decimal(0), isMixed: true }
  }
  const base = readMovement(movements, 'opening')
  const losses = readMovement(movements, 'contraction').plus(readMovement(movements, 'churn'))
  let kept = base.minus(losses)
  if (kind === 'net') kept = kept.plus(readMovement(movements, 'expansion'))
  if (kind === 'net' && includeReactivation) kept = kept.plus(readMovement(movements, 'reactivation'))
  return { ...common, base, kept, isMixed: false }
}

function figuresOfCustomers(source: Iterable<CustomerRevenue>, { kind }: FigureRule): RevenueFigures {
  const { customers, currencies } = sumCustomers(source)
  const cohort = customers.filter(({ start }) => start.greaterThan(0))
  const rows = cohort.map(({ start, end }) => ({ x: start, y: kind === 'net' ? end : Decimal.min(start, end) }))
  const outside = customers.length - cohort.length
  return {
    base: rows.reduce<Decimal>((sum, { x }) => sum.plus(x), new Decimal(0)),
    kept: rows.reduce<Decimal>((sum, { y }) => sum.plus(y), new Decimal(0)),
    rows,
    isMixed: currencies.size > 1,
    excluded: outside === 0 ? undefined : { not_in_cohort: outside },
  }
}

/** Start and end per customer: two subscriptions of one customer are one customer. */
function sumCustomers(source: Iterable<CustomerRevenue>) {
  const customers = new Map<string, { start: Decimal; end: Decimal }>()
  const currencies = new Set<string>()
  forEachRecord(source, 'source', ({ customerId, start, end, currency }, index) => {
    if (typeof customerId !== 'string') fail('INVALID_INPUT', `source[${index}].customerId`, 'must be text', customerId)
    const present = customers.get(customerId) ?? { start: new Decimal(0), end: new Decimal(0) }
    customers.set(customerId, {
      start: present.start.plus(readRevenue(start, `source[${index}].start`)),
      end: present.end.plus(readRevenue(end, `source[${index}].end`)),
    })
    if (currency !== undefined) currencies.add(currency)
  })
  return { customers: [...customers.values()], currencies }
}

function readRevenue(value: unknown, path: string): Decimal {
  const amount = toDecimal(value, path, 'INVALID_AMOUNT')
  if (amount.lessThan(0)) fail('NEGATIVE_AMOUNT', path, 'must not be negative', 'negative')
  return amount
}

/** Standard error of the ratio of sums, by the spread of its residuals; 0 for rows that all keep one share. */
export function ratioError(rows: readonly CohortRow[], base: Decimal, kept: Decimal): number {
  const ratio = kept.dividedBy(base)
  const n = rows.length
  const squares = rows.reduce<Decimal>((sum, { x, y }) => {
    const residual = y.minus(ratio.times(x))
    return sum.plus(residual.times(residual))
  }, new Decimal(0))
  return toDouble(
    squares
      .times(n)
      .dividedBy(n - 1)
      .sqrt()
      .dividedBy(base),
  )
}
