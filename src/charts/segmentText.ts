import { clean } from '../internal/clean.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'

/** A segment in words: its values, ordered by their names. */
export function segmentText(segment: { readonly [name: string]: string } | undefined): string {
  return Object.entries(segment ?? {})
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([, value]) => clean(String(value)))
    .join(' · ')
}
