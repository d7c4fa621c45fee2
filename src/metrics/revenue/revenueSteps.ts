import { Decimal } from '../../internal/decimal.js'
import type { SpanOptions } from '../../records/options.js'
import { spanList, spansOf } from '../../records/spanList.js'
import { uniteSpans } from '../../records/uniteSpans.js'
import type { Amounts } from './exchange.js'

/** A time `[from, to)` in which a customer pays the same; an open end is infinite. */
export interface RevenueStep {
  from: number
  to: number
  amounts: Amounts
}

/** A time in which one subscription is paid. */
export interface PaidPiece {
  start: number
  end: number
  currency: string
  mrr: Decimal
}

/**
 * What one customer pays over time, as steps.
 *
 * The spans are those of customer churn, so that who is lost here is lost there: a gap that they bridge keeps what was
 * paid just before it, a piece that they drop pays nothing.
 */
export function revenueSteps(pieces: readonly PaidPiece[], options: SpanOptions, timeZone: string): RevenueStep[] {
  const [only] = pieces
  // Most customers pay one thing.
  if (only !== undefined && pieces.length === 1 && options.netWithinDay !== true) return [stepOf(only)]
  const list = spanList(pieces)
  uniteSpans(list, options, timeZone)
  return spansOf(list).flatMap((span) =>
    stepsOfSpan(pieces.filter(({ start, end }) => start >= span.start && end <= span.end)),
  )
}

function stepOf({ start, end, currency, mrr }: PaidPiece): RevenueStep {
  return { from: start, to: end, amounts: new Map([[currency, mrr]]) }
}

/** The steps between the bounds of the pieces of one span. */
function stepsOfSpan(pieces: readonly PaidPiece[]): RevenueStep[] {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return [stepOf(only)]
  const bounds = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const steps: RevenueStep[] = []
  for (let index = 1; index < bounds.length; index += 1) {
    const [from = 0, to = 0] = [bounds[index - 1], bounds[index]]
    const paid = amountsOf(pieces.filter(({ start, end }) => start <= from && end >= to))
    steps.push({ from, to, amounts: paid.size > 0 ? paid : (steps.at(-1)?.amounts ?? paid) })
  }
  return steps
}

function amountsOf(pieces: readonly PaidPiece[]): Amounts {
  const amounts = new Map<string, Decimal>()
  for (const { currency, mrr } of pieces) amounts.set(currency, (amounts.get(currency) ?? new Decimal(0)).plus(mrr))
  return amounts
}

/** What is paid just before an instant; nothing is an empty map. */
export function paidBefore(steps: readonly RevenueStep[], instant: number): Amounts {
  return steps.find(({ from, to }) => from < instant && instant <= to)?.amounts ?? new Map<string, Decimal>()
}
