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
      for (let word = from >> 5; word <= to >> 5; word += 1) setBits(words[word] as Int32Array, word, code, from, to)
    },
    setRows: (codes, { customer, from, to, isCounted }) => {
      reserve(codes)
      words.forEach((bits, word) => {
        setAll(bits, word, customer, from, to, isCounted)
      })
    },
    count: (codes, place, but) => {
      const here = words[place >> 5] as Int32Array
      const there = but === undefined ? here : (words[but >> 5] as Int32Array)
      return countOnly(
        Math.min(codes, here.length),
        here,
        1 << (place & 31),
        there,
        but === undefined ? 0 : 1 << (but & 31),
      )
    },
  }
}

/** Marks those places of one code that lie in a word. */
function setBits(bits: Int32Array, word: number, code: number, from: number, to: number): void {
  // Shifts count modulo 32: a whole word of bits must not be shifted away.
  const low = word === from >> 5 ? -1 << (from & 31) : -1
  const high = word === to >> 5 ? -1 >>> (31 - (to & 31)) : -1
  bits[code] = (bits[code] ?? 0) | (low & high)
}

function setAll(
  bits: Int32Array,
  word: number,
  customer: Uint32Array,
  from: Int32Array,
  to: Int32Array,
  isCounted: Uint8Array,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    const first = from[row] ?? 0
    const last = to[row] ?? -1
    if (isCounted[row] === 0 || first > last || word < first >> 5 || word > last >> 5) continue
    setBits(bits, word, customer[row] ?? 0, first, last)
  }
}

function countOnly(codes: number, here: Int32Array, wanted: number, there: Int32Array, unwanted: number): number {
  let count = 0
  for (let code = 0; code < codes; code += 1) {
    if (((here[code] ?? 0) & wanted) !== 0 && ((there[code] ?? 0) & unwanted) === 0) count += 1
  }
  return count
}
