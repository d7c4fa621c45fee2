import type { MessageText } from '../model.js'
import { numberOf, oneIn, plainOf, showP } from '../showParams.js'
import type { EvidencePart } from '../stateCodes.js'

/** Spanish words of what a finding rests on. */
export const evidenceTexts: { readonly [C in `evidence.${EvidencePart}`]: MessageText } = {
  'evidence.since': (p, f) => `desde aproximadamente el ${typeof p['since'] === 'string' ? f.date(p['since']) : '–'}`,
  'evidence.sampleSize': (p, f) => `n = ${plainOf(p, 'sampleSize', f)}`,
  'evidence.chance': (p, f) => {
    const value = numberOf(p, 'pValue') ?? 1
    if (value < 0.001) return 'el azar por sí solo mostraría algo así en menos de 1 de cada 1000 casos'
    return `el azar por sí solo mostraría algo así en 1 de cada ${f.number(oneIn(value))} casos (p = ${showP(value, f)})`
  },
}
