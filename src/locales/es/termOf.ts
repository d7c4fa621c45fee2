import { metricTerms, wordTerms } from './terms.js'

const terms: { readonly [code: string]: string } = { ...metricTerms, ...wordTerms }

/** The Spanish term of a code; the code itself when there is none. */
export function termOf(code: string): string {
  return (Object.hasOwn(terms, code) ? terms[code] : undefined) ?? code
}
