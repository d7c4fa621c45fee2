import { clean } from '../internal/clean.js'

/** A segment by name and value, e.g. `plan pro`; empty for the whole. */
export function segmentText(segment: { readonly [name: string]: string } | undefined): string {
  return Object.entries(segment ?? {})
    .map(([name, value]) => `${clean(name)} ${clean(value)}`)
    .join(', ')
}
