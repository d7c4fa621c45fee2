import { grown } from '../internal/grown.js'

/** Which of some places, in time, each dense code was present at. */
export interface PresenceBits {
  /** One array by code for each 32 places. */
  readonly words: readonly Int32Array[]
  /** Marks the places from one to another, inclusive. */
  set(code: number, from: number, to: number): void
  /** Marks for each row that counts, of codes below a number, the places from one to another; none where they cross. */
  setRows(codes: number, rows: PlacedRows): void
  /** How many of so many codes were present at one place, but not at another one, if one is given. */
  count(codes: number, place: number, but?: number): number
}

/** Rows of columns by code, each with a first and a last place. */
interface PlacedRows {
  customer: Uint32Array
  from: Int32Array
  to: Int32Array
  isCounted: Uint8Array
}

/** One bit a code and place, 32 to a word, one array of words over all codes: no set of pairs. */
export function createPresenceBits(places: number): PresenceBits {
  const words: Int32Array[] = Array.from({ length: Math.max(1, Math.ceil(places / 32)) }, () => new Int32Array(1024))
  const reserve = (code: number): void => {
    for (let word = 0; word < words.length; word += 1) words[word] = grown(words[word] as Int32Array, code)
  }
  return {
    words,
    set: (code, from, to) => {
      reserve(code)
      setBits(words, code, from, to)
    },
    setRows: (codes, { customer, from, to, isCounted }) => {
      reserve(codes)
      setAll(words, customer, from, to, isCounted)
    },
    count: (codes, place, but) => {
      const here = words[place >> 5] as Int32Array
      const known = Math.min(codes, here.length)
      if (but === undefined) return countSet(known, here, place & 31)
      return countOnly(known, here, place & 31, words[but >> 5] as Int32Array, but & 31)
    },
  }
}

/** Marks the places of one code from one to another. */
function setBits(words: readonly Int32Array[], code: number, from: number, to: number): void {
  for (let word = from >> 5; word <= to >> 5; word += 1) {
    const bits = words[word] as Int32Array
    // Shifts count modulo 32: a whole word of bits must not be shifted away.
    const low = word === from >> 5 ? -1 << (from & 31) : -1
    const high = word === to >> 5 ? -1 >>> (31 - (to & 31)) : -1
    bits[code] = (bits[code] ?? 0) | (low & high)
  }
}

function setAll(
  words: readonly Int32Array[],
  customer: Uint32Array,
  from: Int32Array,
  to: Int32Array,
  isCounted: Uint8Array,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    const first = from[row] ?? 0
    const last = to[row] ?? -1
    if (isCounted[row] === 1 && first >= 0 && first <= last) setBits(words, customer[row] ?? 0, first, last)
  }
}

/** Bits are added, not asked for: whether one is set is as good as random, and a wrong guess of it costs most. */
function countOnly(codes: number, here: Int32Array, place: number, there: Int32Array, but: number): number {
  let count = 0
  for (let code = 0; code < codes; code += 1) {
    count += ((here[code] ?? 0) >>> place) & ~((there[code] ?? 0) >>> but) & 1
  }
  return count
}

function countSet(codes: number, here: Int32Array, place: number): number {
  let count = 0
  for (let code = 0; code < codes; code += 1) count += ((here[code] ?? 0) >>> place) & 1
  return count
}
