import { mergeTallies } from '../../../src/tally/index.js'
import type { Tally } from '../../../src/tally/model.js'

export const adapters = {
  mergeTallies: (input: { a: Tally; b: Tally }) => mergeTallies(input.a, input.b),
}
