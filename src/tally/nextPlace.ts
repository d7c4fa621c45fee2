/** The first place of a code from another one on, in words of 32 places each; -1 when there is none. */
export function nextPlace(words: readonly Int32Array[], code: number, from: number): number {
  for (let word = from >> 5; word < words.length; word += 1) {
    let bits = words[word]?.[code] ?? 0
    if (word === from >> 5) bits &= -1 << (from & 31)
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits)
  }
  return -1
}
