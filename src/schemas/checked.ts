import * as z from 'zod'
import type { ErrorCode } from '../errors.js'

/** A field with a check of ours: the issue carries our code and the rule, never the value. */
export function checked<T>(isValid: (value: unknown) => boolean, code: ErrorCode, rule: string): z.ZodCustom<T, T> {
  return z.custom<T>(isValid, { abort: true, params: { code, rule } })
}
