import type { Formatters, MessageParams, MessageText } from '../model.js'
import { numberOf, plainOf, shareOf } from '../showParams.js'
import type { Minimum } from '../stateCodes.js'

const nouns: { readonly [M in Minimum]: string } = {
  'baseline-answers': 'respuestas anteriores',
  'baseline-assessed': 'prospectos anteriores',
  'baseline-closed': 'ventas cerradas antes',
  'baseline-cohorts': 'cohortes anteriores',
  'baseline-kept': 'clientes conservados antes',
  'baseline-lost': 'clientes perdidos antes',
  'baseline-periods': 'periodos anteriores',
  'baseline-volume': 'ventas anteriores',
  'baseline-won': 'clientes captados antes',
  clocks: 'respuestas cronometradas',
  comparable: 'casos comparables',
  coverage: 'proporción cubierta',
  'current-answers': 'respuestas actuales',
  events: 'eventos',
  failures: 'casos desfavorables',
  handed: 'leads traspasados',
  'judged-period': 'periodos completos que juzgar',
  mentions: 'menciones',
  'monitored-periods': 'periodos vigilados',
  open: 'leads abiertos',
  customers: 'clientes con compras suficientes',
  pairs: 'pares',
  periods: 'periodos',
  'recent-assessed': 'prospectos actuales',
  'recent-closed': 'ventas cerradas ahora',
  'recent-kept': 'clientes conservados ahora',
  'recent-lost': 'clientes perdidos ahora',
  segments: 'segmentos',
  successes: 'casos favorables',
  'tested-customers': 'clientes con historia suficiente',
  variation: 'valores distintos',
}

/** Spanish sentences of what was too little for a verdict. */
export const minimumTexts = Object.fromEntries(
  Object.entries(nouns).map(([what, noun]): [string, MessageText] => [
    `minimum.${what}`,
    (p, f) => sentence(p, what, noun, f),
  ]),
) as unknown as { readonly [C in `minimum.${Minimum}`]: MessageText }

/** A share in percent; one thing after its name, which is in the plural. */
function sentence(p: MessageParams, what: string, noun: string, f: Formatters): string {
  if (what === 'coverage') return `${noun}: ${shareOf(p, 'found', f)}; hace falta ${shareOf(p, 'needed', f)}`
  const found = plainOf(p, 'found', f)
  const counted = numberOf(p, 'found') === 1 ? `${noun}: ${found}` : `${found} ${noun}`
  return `${counted}; ${numberOf(p, 'needed') === 1 ? 'hace' : 'hacen'} falta ${plainOf(p, 'needed', f)}`
}
