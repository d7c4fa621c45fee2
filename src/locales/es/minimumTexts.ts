import type { MessageText } from '../model.js'
import { plainOf } from '../showParams.js'
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
  clocks: 'relojes',
  comparable: 'casos comparables',
  coverage: 'proporción cubierta',
  'current-answers': 'respuestas actuales',
  events: 'eventos',
  failures: 'fallos',
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
  successes: 'aciertos',
  'tested-customers': 'clientes con historia suficiente',
  variation: 'valores distintos',
}

/** Spanish sentences of what was too little for a verdict. */
export const minimumTexts = Object.fromEntries(
  Object.entries(nouns).map(([what, noun]): [string, MessageText] => [
    `minimum.${what}`,
    (p, f) => `${plainOf(p, 'found', f)} ${noun}; hacen falta ${plainOf(p, 'needed', f)}`,
  ]),
) as unknown as { readonly [C in `minimum.${Minimum}`]: MessageText }
