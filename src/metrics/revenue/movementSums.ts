import { Decimal, decimalText } from '../../internal/decimal.js'
import type { MrrMovements } from './model.js'

/** The movements between opening and closing. */
export const movementKinds = ['new', 'reactivation', 'expansion', 'contraction', 'churn', 'fx'] as const

type Kind = (typeof movementKinds)[number]

/** Movements as they are summed. */
export interface MovementSums {
  add(kind: Kind, amount: Decimal): void
  /** The decimal texts, closing by the identity. */
  result(parts: MovementParts): MrrMovements
}

interface MovementParts {
  currency: string | null
  opening: Decimal
  excluded: Record<string, number> | undefined
}

/** Sums of movements, exact and independent of their order. */
export function createMovementSums(): MovementSums {
  const zero = new Decimal(0)
  const sums: Record<Kind, Decimal> = {
    new: zero,
    reactivation: zero,
    expansion: zero,
    contraction: zero,
    churn: zero,
    fx: zero,
  }
  return {
    add: (kind, amount) => {
      sums[kind] = sums[kind].plus(amount)
    },
    result: ({ currency, opening, excluded }) => {
      const gains = sums.new.plus(sums.reactivation).plus(sums.expansion)
      const closing = opening.plus(gains).minus(sums.contraction).minus(sums.churn).plus(sums.fx)
      return {
        kind: 'mrr-movements',
        currency,
        opening: decimalText(opening),
        new: decimalText(sums.new),
        reactivation: decimalText(sums.reactivation),
        expansion: decimalText(sums.expansion),
        contraction: decimalText(sums.contraction),
        churn: decimalText(sums.churn),
        fx: decimalText(sums.fx),
        closing: decimalText(closing),
        ...(excluded === undefined ? {} : { excluded }),
      }
    },
  }
}

/** The result for amounts that cannot be added: without any of them, although the type has them. */
export function mixedMovements(missing: string[], excluded: Record<string, number> | undefined): MrrMovements {
  const mixed: Pick<MrrMovements, 'kind' | 'currency' | 'reason' | 'missingRates' | 'excluded'> = {
    kind: 'mrr-movements',
    currency: null,
    reason: 'mixed_currency',
    ...(missing.length === 0 ? {} : { missingRates: missing }),
    ...(excluded === undefined ? {} : { excluded }),
  }
  return mixed as MrrMovements
}
