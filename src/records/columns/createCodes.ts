import { fail } from '../../internal/fail.js'

/** Texts with dense codes. */
export interface Codes {
  /** Code of a text, a new one when it is new. */
  readonly codeOf: (text: string) => number
  /** The texts in order of code. */
  readonly texts: () => string[]
}

/** Codes from 0 in order of first appearance; one text more than there may be is an error named after what they are. */
export function createCodes(name: string, what: string, most: number): Codes {
  const codes = new Map<string, number>()
  return {
    codeOf: (text) => {
      const known = codes.get(text)
      if (known !== undefined) return known
      if (codes.size >= most) fail('TOO_LARGE', name, what, codes.size + 1)
      const code = codes.size
      codes.set(text, code)
      return code
    },
    texts: () => [...codes.keys()],
  }
}
