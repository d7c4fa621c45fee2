import type { DecimalInput, Instant } from '../../measurement.js'
import type { Extra } from './shared.js'

/** One line of an order. */
export interface OrderLine {
  /** Units ordered. */
  readonly quantity: number
  /** Amount of the line, not per unit. */
  readonly amount?: DecimalInput | undefined
}

/** One order. */
export interface Order extends Extra {
  /** Identity of the order. */
  readonly id: string
  /** Id of the customer; absent for a guest. */
  readonly customerId?: string | undefined
  /** E-mail, trimmed and lower-cased. */
  readonly emailKey?: string | undefined
  /** When it was placed. */
  readonly placedAt: Instant
  /** State; a refunded order is `paid` with `refunded`. */
  readonly status: 'open' | 'paid' | 'cancelled' | 'failed'
  /** Amount, gross of refunds. */
  readonly total: DecimalInput
  /** Amount given back, positive. */
  readonly refunded?: DecimalInput | undefined
  /** ISO 4217 code. */
  readonly currency: string
  /** Whether it is a test order. Default false. */
  readonly isTest?: boolean | undefined
  /** Lines of the order. */
  readonly lines?: readonly OrderLine[] | undefined
}

/** One return of an order. */
export interface Return extends Extra {
  /** Identity of the return. */
  readonly id: string
  /** Id of the order. */
  readonly orderId: string
  /** Id of the customer. */
  readonly customerId?: string | undefined
  /** When it was opened. */
  readonly createdAt: Instant
  /** Units returned. */
  readonly quantity: number
  /** Amount returned. */
  readonly amount?: DecimalInput | undefined
}
