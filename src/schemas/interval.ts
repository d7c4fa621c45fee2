import { number, numberWithin, text } from './fields.js'
import { strictInput } from './shapes.js'

/** The interval of an estimate. */
export function interval() {
  return strictInput(() => ({ lower: number(), upper: number(), level: numberWithin(0, 1), method: text() }))
}
