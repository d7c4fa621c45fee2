import { grown } from '../internal/grown.js'

/** Which of some places, in time, each dense code was present at. */
export interface PresenceBits {
  /** Marks the places from one to another, inclusive. */
  set(code: number, from: number, to: number): void
  has(code: number, place: number): boolean
  /** Calls a function with each place of a code, ascending, from a first one on. */
  forEach(code: number, from: number, visit: (place: number) => void): void
}

/** One bit a code and place, 32 to a word, one array of words over all codes: no set of pairs. */
export function createPresenceBits(places: number): PresenceBits {
  const words: Int32Array[] = Array.from({ length: Math.max(1, Math.ceil(places / 32)) }, () => new Int32Array(1024))
  return {
    set: (code, from, to) => {
      for (let word = from >> 5; word <= to >> 5; word += 1) {
        let bits = words[word] as Int32Array
        if (code >= bits.length) {
          bits = grown(bits, code)
          words[word] = bits
        }
        // Shifts count modulo 32: a whole word of bits must not be shifted away.
        const low = word === from >> 5 ? -1 << (from & 31) : -1
        const high = word === to >> 5 ? -1 >>> (31 - (to & 31)) : -1
        bits[code] = (bits[code] ?? 0) | (low & high)
      }
    },
    has: (code, place) => (((words[place >> 5] as Int32Array)[code] ?? 0) & (1 << (place & 31))) !== 0,
    forEach: (code, from, visit) => {
      for (let word = from >> 5; word < words.length; word += 1) {
        let bits = (words[word] as Int32Array)[code] ?? 0
        if (word === from >> 5) bits &= -1 << (from & 31)
        while (bits !== 0) {
          const lowest = bits & -bits
          visit(word * 32 + 31 - Math.clz32(lowest))
          bits ^= lowest
        }
      }
    },
  }
}
