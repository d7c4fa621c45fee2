import type { Formatters, MessageParams, MessageText } from '../model.js'
import { numberOf, oneIn, plainOf, showP, showValue, textOf } from '../showParams.js'
import type { EvidencePart } from '../stateCodes.js'
import { periodOf } from './periodOf.js'

/** Spanish words of what a finding rests on. */
export const evidenceTexts: { readonly [C in `evidence.${EvidencePart}`]: MessageText } = {
  'evidence.since': (p, f) => `desde aproximadamente el ${typeof p['since'] === 'string' ? f.date(p['since']) : '–'}`,
  'evidence.sampleSize': (p, f) => `n = ${plainOf(p, 'sampleSize', f)}`,
  'evidence.chance': (p, f) => {
    const value = numberOf(p, 'pValue') ?? 1
    if (value < 0.001) return `el azar por sí solo mostraría algo así en menos de 1 de cada ${f.number(1000)} casos`
    return `el azar por sí solo mostraría algo así en 1 de cada ${f.number(oneIn(value))} casos (p = ${showP(value, f)})`
  },
  'evidence.unseen': () => 'un cambio menor que el indicado no habría podido verse',
  'evidence.detectable': (p, f) => detectable(p, f),
  'evidence.noDetectable': () => 'sin un mínimo definido',
}

/** The size of a change in the unit of what was looked at. */
function detectable(p: MessageParams, f: Formatters): string {
  const value = numberOf(p, 'value')
  if (value === undefined) return '–'
  const { effectUnit } = p
  if (effectUnit === 'factor') return `${f.number(value, { maximumFractionDigits: 2 })} veces`
  const isShare = effectUnit === 'ratio' || (effectUnit !== 'points' && p['unit'] === 'ratio')
  const isScore = effectUnit === 'points' || p['unit'] === 'points'
  const size = isShare || isScore ? pointsOf(isShare ? 100 * value : value, f) : showValue(value, p['unit'], f)
  return effectUnit === 'per-period' ? `${size} ${periodOf(textOf(p, 'period'))}` : size
}

function pointsOf(size: number, f: Formatters): string {
  return `${f.number(size, { maximumFractionDigits: size < 1 ? 2 : 1 })} puntos`
}
