/** What of a history the laws read, ages in the unit of the model. */
export interface Behaviour {
  /** Purchase days after the first. */
  readonly x: number
  /** Age at the last purchase. */
  readonly tx: number
  /** Age now. */
  readonly age: number
}

/** A model of buying and dropping out as functions, times in its own unit. */
export interface PurchaseLaw {
  /** Logarithm of the odds that the customer has gone; -Infinity where that cannot be. */
  logOddsGone(behaviour: Behaviour): number
  /** Log-likelihood of a history. */
  logLikelihood(behaviour: Behaviour): number
  /** Expected purchases of a new customer until `t`. */
  expected(t: number): number
  /** Expected purchases within `t` of a customer who is still one. */
  expectedAlive(behaviour: Behaviour, t: number): number
  /** Probabilities of 0, 1, 2 … purchases of a new customer until `t`. */
  counts(t: number, largest: number): number[]
  /** Probabilities of 0, 1, 2 … purchases within `t` of a customer who is still one. */
  countsAlive(behaviour: Behaviour, t: number, largest: number): number[]
  /** Expected purchases, discounted at a continuous rate, of a customer who is still one; null where they are infinite. */
  discountedAlive(behaviour: Behaviour, rate: number): number | null
}
