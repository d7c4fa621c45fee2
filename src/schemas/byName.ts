import type * as z from 'zod'
import type { DecimalInput } from '../measurement.js'
import { checked } from './checked.js'
import { amount } from './fields.js'
import { isPlain } from './isPlain.js'

/** Texts by name; the names are text of whoever wrote them, so that the whole is checked at once. */
export function textsByName(): z.ZodCustom<TextsByName, TextsByName> {
  return checked<TextsByName>(
    (value) => isPlain(value) && Object.values(value as object).every((member) => typeof member === 'string'),
    'INVALID_INPUT',
    'must be texts by name',
  ).overwrite((value) => ({ ...value }))
}

/** Texts by name. */
export interface TextsByName {
  /** Text of a name. */
  readonly [name: string]: string
}

/** Amounts from 0 by name, checked at once for the same reason. */
export function amountsByName(): z.ZodCustom<AmountsByName, AmountsByName> {
  return checked<AmountsByName>(
    (value) => isPlain(value) && Object.values(value as object).every((member) => amount().safeParse(member).success),
    'INVALID_INPUT',
    'must be amounts by name',
  ).overwrite((value) => ({ ...value }))
}

/** Amounts by name. */
export interface AmountsByName {
  /** Amount of a name. */
  readonly [name: string]: DecimalInput
}
