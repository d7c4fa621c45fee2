import { fail } from '../../internal/fail.js'
import { createDictionary } from '../../tally/createDictionary.js'

/** Texts with dense codes. */
export interface Codes {
  /** Code of a text, a new one when it is new. */
  readonly codeOf: (text: string) => number
  /** The texts in order of code. */
  readonly texts: () => string[]
}

/** Codes from 0 in order of first appearance; one text more than there may be is an error named after what they are. */
export function createCodes(name: string, what: string, most: number): Codes {
  const dictionary = createDictionary(name)
  let last = ''
  let lastCode = -1
  return {
    codeOf: (text) => {
      // Currencies, states and kinds come again and again.
      if (text === last && lastCode >= 0) return lastCode
      const code = dictionary.codeOf(text)
      if (code >= most) fail('TOO_LARGE', name, what, code + 1)
      last = text
      lastCode = code
      return code
    },
    texts: () => [...dictionary.texts],
  }
}
