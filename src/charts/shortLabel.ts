import { clean } from '../internal/clean.js'

/** Longest label, in grapheme clusters. */
const longest = 40

// A base character, a flag or a run of Hangul, with the marks, skin tones and joined characters that belong to it.
const cluster =
  /(?:\p{RI}\p{RI}|[\u1100-\u11FF]+|[\s\S])(?:[\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\u200D[\s\S]?)*/gu

/** A name as a label: clean, on one line, at most 40 grapheme clusters, the last of them `…` when it was cut. */
export function shortLabel(name: string): string {
  const line = clean(name).replace(/\s+/g, ' ').trim()
  const clusters = line.match(cluster) ?? []
  return clusters.length <= longest ? line : `${clusters.slice(0, longest - 1).join('')}…`
}
