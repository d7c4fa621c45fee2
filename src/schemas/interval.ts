import { number, numberWithin, strictInput, text } from './fields.js'

/** The interval of an estimate. */
export function interval() {
  return strictInput(() => ({ lower: number(), upper: number(), level: numberWithin(0, 1), method: text() }))
}
