import { fail } from '../internal/fail.js'

/** Texts by dense codes, in order of first appearance. */
export interface Dictionary {
  /** The code of a text, a new one for a new text. */
  codeOf(text: string): number
  /** The texts by code. */
  readonly texts: readonly string[]
}

/** As many keys as a map can hold. */
const mostTexts = 2 ** 24
/** Words of an entry: hash, code and length, and the content of a short text, four characters a word. */
const entryLength = 8
const mostCharacters = 4 * (entryLength - 2)
/** So many steps from where a text belongs to where it lies mean that texts collide on purpose. */
const mostSteps = 64
/** A map is as fast for so few texts, as segments and currencies are. */
const fewTexts = 64
/** Bits of a code, in the word that it shares with the length. */
const codeBits = 26

/**
 * Gives texts dense codes from 0, so that what is known of each can stand in arrays; `name` says what the texts are.
 *
 * Short texts of one byte a character, as most keys are, stand in a table, content and all: a lookup reads one place in
 * memory, where a map reads a bucket, the entries of its chain and the text of each. Longer texts stand in a map, and all
 * of few ones. Texts made to collide would make the table slow: then the map takes all.
 */
export function createDictionary(name: string): Dictionary {
  const texts: string[] = []
  const map = new Map<string, number>()
  const content = new Int32Array(entryLength - 2)
  let table = new Int32Array(1024 * entryLength)
  let entries = 0
  let usesTable = false
  return { codeOf, texts }

  function codeOf(text: string): number {
    if (!usesTable || text.length > mostCharacters) return codeInMap(text)
    const hash = pack(text, content)
    if (hash < 0) return codeInMap(text)
    const words = (text.length + 3) >> 2
    const mask = table.length / entryLength - 1
    for (let slot = hash & mask, steps = 0; steps < mostSteps; slot = (slot + 1) & mask, steps += 1) {
      const at = slot * entryLength
      const entry = table[at + 1] ?? 0
      if (entry === 0) return insert(at, hash, text)
      if (table[at] !== hash || entry >>> codeBits !== text.length) continue
      let word = 0
      while (word < words && table[at + 2 + word] === content[word]) word += 1
      if (word === words) return (entry & (2 ** codeBits - 1)) - 1
    }
    usesTable = false
    texts.forEach((known, code) => {
      map.set(known, code)
    })
    return codeInMap(text)
  }

  function insert(at: number, hash: number, text: string): number {
    const code = add(text)
    place(at, hash, text, code)
    return code
  }

  /** Writes an entry whose content has been packed. */
  function place(at: number, hash: number, text: string, code: number): void {
    const words = (text.length + 3) >> 2
    table[at] = hash
    table[at + 1] = (code + 1) | (text.length << codeBits)
    for (let word = 0; word < words; word += 1) table[at + 2 + word] = content[word] ?? 0
    entries += 1
    if (2 * entries * entryLength > table.length) table = spread(table)
  }

  /** What the map holds of short texts, in the table: from now on there are many. */
  function moveToTable(): void {
    usesTable = true
    const mask = table.length / entryLength - 1
    texts.forEach((text, code) => {
      const hash = text.length > mostCharacters ? -1 : pack(text, content)
      if (hash < 0) return
      let slot = hash & mask
      while (table[slot * entryLength + 1] !== 0) slot = (slot + 1) & mask
      place(slot * entryLength, hash, text, code)
    })
  }

  function codeInMap(text: string): number {
    const known = map.get(text)
    if (known !== undefined) return known
    const code = add(text)
    map.set(text, code)
    if (texts.length === fewTexts) moveToTable()
    return code
  }

  function add(text: string): number {
    if (texts.length === mostTexts) fail('TOO_LARGE', name, `must be ${mostTexts} at most`, texts.length + 1)
    return texts.push(text) - 1
  }
}

/** Writes the characters as words, the last one filled up with 0; their hash, -1 for a character of more than one byte. */
function pack(text: string, content: Int32Array): number {
  const { length } = text
  const whole = length & ~3
  let hash = length
  let all = 0
  let at = 0
  for (; at < whole; at += 4) {
    const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
    const [c, d] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)]
    const word = a | (b << 8) | (c << 16) | (d << 24)
    all |= a | b | c | d
    content[at >> 2] = word
    hash = mixed(hash, word)
  }
  if (at < length) {
    let word = 0
    for (let shift = 0; at < length; shift += 8, at += 1) {
      const character = text.charCodeAt(at)
      all |= character
      word |= character << shift
    }
    content[whole >> 2] = word
    hash = mixed(hash, word)
  }
  return all > 255 ? -1 : Math.imul(hash, 0x85ebca6b) >>> 2
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** The entries in a table of twice the length. */
function spread(table: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(table.length * 2)
  const mask = larger.length / entryLength - 1
  for (let from = 0; from < table.length; from += entryLength) {
    if (table[from + 1] === 0) continue
    let slot = (table[from] ?? 0) & mask
    while (larger[slot * entryLength + 1] !== 0) slot = (slot + 1) & mask
    larger.set(table.subarray(from, from + entryLength), slot * entryLength)
  }
  return larger
}
