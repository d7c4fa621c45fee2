import type { Formatters, MessageParams, MessageText } from '../model.js'
import { numberOf, plainOf, shareOf } from '../showParams.js'
import type { Minimum } from '../stateCodes.js'

const nouns: { readonly [M in Minimum]: string } = {
  'baseline-answers': 'answers before',
  'baseline-assessed': 'prospects before',
  'baseline-closed': 'deals closed before',
  'baseline-cohorts': 'cohorts before',
  'baseline-kept': 'customers kept before',
  'baseline-lost': 'customers lost before',
  'baseline-periods': 'periods before',
  'baseline-volume': 'deals before',
  'baseline-won': 'customers won before',
  clocks: 'timed responses',
  comparable: 'comparable cases',
  coverage: 'share covered',
  'current-answers': 'answers now',
  events: 'events',
  failures: 'failures',
  handed: 'leads handed over',
  'judged-period': 'complete periods to judge',
  mentions: 'mentions',
  'monitored-periods': 'periods watched',
  open: 'open leads',
  customers: 'customers with enough purchases',
  pairs: 'pairs',
  periods: 'periods',
  'recent-assessed': 'prospects now',
  'recent-closed': 'deals closed now',
  'recent-kept': 'customers kept now',
  'recent-lost': 'customers lost now',
  segments: 'segments',
  successes: 'successes',
  'tested-customers': 'customers with enough history',
  variation: 'different values',
}

/** English sentences of what was too little for a verdict. */
export const minimumTexts = Object.fromEntries(
  Object.entries(nouns).map(([what, noun]): [string, MessageText] => [
    `minimum.${what}`,
    (p, f) => sentence(p, what, noun, f),
  ]),
) as unknown as { readonly [C in `minimum.${Minimum}`]: MessageText }

/** A share in percent; one thing after its name, which is in the plural. */
function sentence(p: MessageParams, what: string, noun: string, f: Formatters): string {
  if (what === 'coverage') return `${noun}: ${shareOf(p, 'found', f)}; a verdict needs ${shareOf(p, 'needed', f)}`
  const found = plainOf(p, 'found', f)
  const counted = numberOf(p, 'found') === 1 ? `${noun}: ${found}` : `${found} ${noun}`
  return `${counted}; a verdict needs ${plainOf(p, 'needed', f)}`
}
