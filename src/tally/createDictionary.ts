import { fail } from '../internal/fail.js'

/** Texts by dense codes, in order of first appearance. */
export interface Dictionary {
  /** The code of a text, a new one for a new text. */
  codeOf(text: string): number
  /** The texts by code. */
  readonly texts: readonly string[]
}

/** As many keys as a map can hold. */
const mostTexts = 2 ** 24

/** Gives texts dense codes from 0, so that what is known of each can stand in arrays; `rule` names what the texts are. */
export function createDictionary(rule: string): Dictionary {
  const codes = new Map<string, number>()
  const texts: string[] = []
  const codeOf = (text: string): number => {
    const known = codes.get(text)
    if (known !== undefined) return known
    const code = texts.length
    if (code === mostTexts) fail('TOO_LARGE', rule, `holds at most ${mostTexts} of them`, code)
    codes.set(text, code)
    texts.push(text)
    return code
  }
  return { codeOf, texts }
}
