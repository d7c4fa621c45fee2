import type { MessageText } from '../model.js'
import { numberOf, oneIn, plainOf, showP } from '../showParams.js'
import type { EvidencePart } from '../stateCodes.js'

/** English words of what a finding rests on. */
export const evidenceTexts: { readonly [C in `evidence.${EvidencePart}`]: MessageText } = {
  'evidence.since': (p, f) => `since about ${typeof p['since'] === 'string' ? f.date(p['since']) : '–'}`,
  'evidence.sampleSize': (p, f) => `n = ${plainOf(p, 'sampleSize', f)}`,
  'evidence.chance': (p, f) => {
    const value = numberOf(p, 'pValue') ?? 1
    if (value < 0.001) return 'chance alone would show this in fewer than 1 of 1,000 cases'
    return `chance alone would show this in 1 of ${f.number(oneIn(value))} cases (p = ${showP(value, f)})`
  },
}
