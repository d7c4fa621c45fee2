import { clean } from '../internal/clean.js'

// A base character, a flag or a run of Hangul, with the marks, skin tones and joined characters that belong to it.
const cluster =
  /(?:\p{RI}\p{RI}|[\u1100-\u11FF]+|[\s\S])(?:[\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\u200D[\s\S]?)*/gu

/** A name as a label: clean, on one line, cut to so many grapheme clusters, the last of them `…`. */
export function shortLabel(name: string, longest = 40): string {
  const line = clean(name).replace(/\s+/g, ' ').trim()
  const clusters = line.match(cluster) ?? []
  return clusters.length <= longest ? line : `${clusters.slice(0, longest - 1).join('')}…`
}
