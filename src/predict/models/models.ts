/** Parameters of BG/NBD and MBG/NBD, all above 0. */
export interface DropoutParameters {
  /** Shape of the purchase rates over customers. */
  readonly r: number
  /** Scale of the purchase rates, a time in the unit of the model. */
  readonly alpha: number
  /** First parameter of the dropout probabilities. */
  readonly a: number
  /** Second parameter of the dropout probabilities. */
  readonly b: number
}

/** Parameters of Pareto/NBD, all above 0. */
export interface ParetoParameters {
  /** Shape of the purchase rates over customers. */
  readonly r: number
  /** Scale of the purchase rates, a time in the unit of the model. */
  readonly alpha: number
  /** Shape of the dropout rates over customers. */
  readonly s: number
  /** Scale of the dropout rates, a time in the unit of the model. */
  readonly beta: number
}

/** Customers who may leave after a purchase: after a repeat purchase (`bg-nbd`), or after any (`mbg-nbd`). */
export interface DropoutModel {
  /** Which of the two. */
  readonly name: 'bg-nbd' | 'mbg-nbd'
  /** Its parameters. */
  readonly parameters: DropoutParameters
  /** Days of the unit of time of `alpha`, above 0; 7 is a week. */
  readonly timeUnitDays: number
}

/** Customers who may leave at any time. */
export interface ParetoModel {
  /** Always `pareto-nbd`. */
  readonly name: 'pareto-nbd'
  /** Its parameters. */
  readonly parameters: ParetoParameters
  /** Days of the unit of time of `alpha` and `beta`, above 0; 7 is a week. */
  readonly timeUnitDays: number
}

/** A model of buying and dropping out, by its parameters: plain JSON, fitted or typed in from a publication. */
export type PurchaseModel = DropoutModel | ParetoModel

/** Parameters of gamma-gamma, all above 0. */
export interface SpendParameters {
  /** Shape of the values of one customer. */
  readonly p: number
  /** Shape of the mean values over customers. */
  readonly q: number
  /** Scale of the mean values, in currency units. */
  readonly v: number
}

/** The value of an order, by customer. */
export interface SpendModel {
  /** Always `gamma-gamma`. */
  readonly name: 'gamma-gamma'
  /** Its parameters. */
  readonly parameters: SpendParameters
  /** Currency of `v`; null where it is not known. */
  readonly currency: string | null
}

/** Parameters of the shifted beta-geometric model, all above 0. */
export interface RenewalParameters {
  /** First parameter of the probabilities of leaving. */
  readonly alpha: number
  /** Second parameter of the probabilities of leaving. */
  readonly beta: number
}

/** Renewals of a contract. */
export interface RenewalModel {
  /** Always `shifted-beta-geometric`. */
  readonly name: 'shifted-beta-geometric'
  /** Its parameters. */
  readonly parameters: RenewalParameters
}
