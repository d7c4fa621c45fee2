const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Longest text that is shown, in code points. */
const longest = 500

/**
 * Text that no renderer refuses: control characters and lone surrogates become U+FFFD, bidi controls go, 500 code
 * points stay.
 */
export function clean(text: string): string {
  // Code points are counted on the start alone: a text may be megabytes long.
  const start = text.slice(0, 8 * longest).replace(bidi, '')
  const safe = start.replace(forbidden, '\uFFFD')
  return [...safe].slice(0, longest).join('')
}
