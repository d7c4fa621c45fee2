const replaced = '\uFFFD'
const longest = 500

/**
 * Text of a user made harmless to show: control characters and lone surrogates replaced, marks that turn the direction
 * of writing removed, cut at 500 characters.
 */
export function clean(text: string): string {
  const characters: string[] = []
  for (const character of text) {
    if (characters.length === longest) break
    const code = character.codePointAt(0) as number
    if (!turnsDirection(code)) characters.push(isUnprintable(code) ? replaced : character)
  }
  return characters.join('')
}

/** Marks, embeddings, overrides and isolates of bidirectional text. */
function turnsDirection(code: number): boolean {
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  )
}

/** Control characters but tab and line ends, halves of surrogate pairs, non-characters. */
function isUnprintable(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d
  return code === 0x7f || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
}
