import { canonicalJson } from '../internal/canonicalJson.js'
import { fail } from '../internal/fail.js'
import type { Tally } from './model.js'

/** A tally of the wanted kind whose definition no given option contradicts; the definition is returned. */
export function agreeWithDefinition(
  tally: Tally<object>,
  kind: string,
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (tally.kind !== kind) fail('TALLY_MISMATCH', 'source.kind', `must be ${kind}`, tally.kind)
  const definition = tally.definition as Record<string, unknown>
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || !(name in definition)) continue
    if (canonicalJson(value) !== canonicalJson(definition[name])) {
      fail('TALLY_MISMATCH', `options.${name}`, 'must be that of the tally', value)
    }
  }
  return definition
}
