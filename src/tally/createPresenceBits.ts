import { grown } from '../internal/grown.js'

/** Which of some places, in time, each dense code was present at. */
export interface PresenceBits {
  /** Marks the places from one to another, inclusive. */
  set(code: number, from: number, to: number): void
  has(code: number, place: number): boolean
  /** The first place of a code from another one on, -1 when there is none. */
  next(code: number, from: number): number
}

/** One bit a code and place, 32 to a word, one array of words over all codes: no set of pairs. */
export function createPresenceBits(places: number): PresenceBits {
  return new Bits(places)
}

/** A class: its methods are compiled once, where those of a closure are compiled for every one that is made. */
class Bits implements PresenceBits {
  private readonly words: Int32Array[]

  constructor(places: number) {
    this.words = Array.from({ length: Math.max(1, Math.ceil(places / 32)) }, () => new Int32Array(1024))
  }

  set(code: number, from: number, to: number): void {
    for (let word = from >> 5; word <= to >> 5; word += 1) {
      let bits = this.words[word] as Int32Array
      if (code >= bits.length) {
        bits = grown(bits, code)
        this.words[word] = bits
      }
      // Shifts count modulo 32: a whole word of bits must not be shifted away.
      const low = word === from >> 5 ? -1 << (from & 31) : -1
      const high = word === to >> 5 ? -1 >>> (31 - (to & 31)) : -1
      bits[code] = (bits[code] ?? 0) | (low & high)
    }
  }

  has(code: number, place: number): boolean {
    return (((this.words[place >> 5] as Int32Array)[code] ?? 0) & (1 << (place & 31))) !== 0
  }

  next(code: number, from: number): number {
    for (let word = from >> 5; word < this.words.length; word += 1) {
      let bits = (this.words[word] as Int32Array)[code] ?? 0
      if (word === from >> 5) bits &= -1 << (from & 31)
      if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits)
    }
    return -1
  }
}
