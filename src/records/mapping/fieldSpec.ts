/** How the cell of a field is read. */
export interface FieldSpec {
  /** What the field holds. */
  readonly kind:
    | 'id'
    | 'text'
    | 'channel'
    | 'email'
    | 'instant'
    | 'dayOrInstant'
    | 'amount'
    | 'signedAmount'
    | 'currency'
    | 'number'
    | 'quantity'
    | 'count'
    | 'ordinal'
    | 'share'
    | 'score'
    | 'boolean'
    | 'word'
    | 'value'
    | 'raw'
  /** A record without it is bad. */
  readonly required?: boolean
  /** The words of a closed list. */
  readonly words?: readonly string[]
  /** Null says something of its own. */
  readonly nullable?: boolean
  /** A column that is there but blank is null. */
  readonly blankIsNull?: boolean
}

/** Fields of a model in the order of its interface; a dot reaches into a member. */
export interface ModelFields {
  readonly [field: string]: FieldSpec
}
