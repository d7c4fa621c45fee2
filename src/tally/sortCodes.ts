import { compareCodeUnits } from '../internal/compareCodeUnits.js'

/** Below so many texts comparisons are as fast. */
const fewest = 2048
const digitBits = 16
const digits = 1 << digitBits
const keyWords = 2

/**
 * Sorts codes in place by their texts, in order of code units: by digits of 16 bits of what stands behind the prefix that
 * all texts share.
 *
 * A key is two words, eight characters of one byte or four others. Texts with equal keys are sorted in the same way among
 * themselves, by what follows.
 */
export function sortCodes(codes: Uint32Array, texts: readonly string[]): Uint32Array {
  sortFrom(codes, texts, 0)
  return codes
}

/** The same, of texts whose characters before a position are equal. */
function sortFrom(codes: Uint32Array, texts: readonly string[], known: number): void {
  if (codes.length < fewest) {
    codes.sort((a, b) => compareCodeUnits(texts[a] ?? '', texts[b] ?? ''))
    return
  }
  const from = prefixOf(codes, texts, known)
  const { high, low, characters } = keysOf(codes, texts, from)
  const { order, spare } = orderOf(high, low)
  spare.set(codes)
  for (let place = 0; place < codes.length; place += 1) codes[place] = spare[order[place] ?? 0] ?? 0
  for (let start = 0; start < codes.length; ) {
    const first = order[start] ?? 0
    let end = start + 1
    while (end < codes.length && high[order[end] ?? 0] === high[first] && low[order[end] ?? 0] === low[first]) end += 1
    // An absent character counts as 0, so that texts of equal keys may end before the next one: comparisons tell.
    if (end - start > 1) sortEqual(codes.subarray(start, end), texts, from, characters)
    start = end
  }
}

function sortEqual(codes: Uint32Array, texts: readonly string[], from: number, characters: number): void {
  const shortest = codes.reduce((least, code) => Math.min(least, texts[code]?.length ?? 0), from + characters)
  if (shortest === from + characters) sortFrom(codes, texts, shortest)
  else codes.sort((a, b) => compareCodeUnits(texts[a] ?? '', texts[b] ?? ''))
}

/** How many characters all texts begin with. */
function prefixOf(codes: Uint32Array, texts: readonly string[], known: number): number {
  const first = texts[codes[0] ?? 0] ?? ''
  let { length } = first
  for (const code of codes) {
    const text = texts[code] ?? ''
    let at = known
    const end = Math.min(length, text.length)
    while (at < end && text.charCodeAt(at) === first.charCodeAt(at)) at += 1
    length = at
  }
  return length
}

interface Keys {
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** Characters of a key. */
  readonly characters: number
}

function keysOf(codes: Uint32Array, texts: readonly string[], from: number): Keys {
  return keysOfWidth(codes, texts, from, 8) ?? (keysOfWidth(codes, texts, from, 16) as Keys)
}

/** The keys by characters of so many bits; undefined where one is wider. */
function keysOfWidth(codes: Uint32Array, texts: readonly string[], from: number, bits: 8 | 16): Keys | undefined {
  const [high, low] = [new Uint32Array(codes.length), new Uint32Array(codes.length)]
  const inWord = 32 / bits
  let widest = 0
  for (let index = 0; index < codes.length; index += 1) {
    const text = texts[codes[index] ?? 0] ?? ''
    let word = 0
    for (let at = 0; at < inWord; at += 1) {
      const character = from + at < text.length ? text.charCodeAt(from + at) : 0
      widest |= character
      word = (word << bits) | character
    }
    high[index] = word
    word = 0
    for (let at = inWord; at < keyWords * inWord; at += 1) {
      const character = from + at < text.length ? text.charCodeAt(from + at) : 0
      widest |= character
      word = (word << bits) | character
    }
    low[index] = word
  }
  return widest < 2 ** bits ? { high, low, characters: keyWords * inWord } : undefined
}

/** The positions in order of their keys, those of equal keys as they stood; and room for as many. */
function orderOf(high: Uint32Array, low: Uint32Array): { order: Uint32Array; spare: Uint32Array } {
  let order: Uint32Array<ArrayBuffer> = new Uint32Array(high.length)
  for (let index = 0; index < order.length; index += 1) order[index] = index
  let other: Uint32Array<ArrayBuffer> = new Uint32Array(high.length)
  for (const word of [low, high]) {
    for (const shift of [0, digitBits]) {
      if (!spread(word, shift, order, other)) continue
      const swapped = order
      order = other
      other = swapped
    }
  }
  return { order, spare: other }
}

/** One step of a sort by digits; false where the digit is the same for all. */
function spread(word: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): boolean {
  const next = new Uint32Array(digits)
  for (let index = 0; index < word.length; index += 1) {
    const digit = ((word[index] ?? 0) >>> shift) & (digits - 1)
    next[digit] = (next[digit] ?? 0) + 1
  }
  if (next[((word[0] ?? 0) >>> shift) & (digits - 1)] === word.length) return false
  let place = 0
  for (let digit = 0; digit < digits; digit += 1) {
    const count = next[digit] ?? 0
    next[digit] = place
    place += count
  }
  for (let index = 0; index < from.length; index += 1) {
    const position = from[index] ?? 0
    const digit = ((word[position] ?? 0) >>> shift) & (digits - 1)
    const at = next[digit] ?? 0
    to[at] = position
    next[digit] = at + 1
  }
  return true
}
