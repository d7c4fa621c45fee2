/** A word without case and accents. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a title that belong to a set, in their order, each once; titles that are codes have none. */
export function wordsIn(title: string, known: ReadonlySet<string>): string[] {
  if (!isWritten(title)) return []
  const words = foldWord(title).split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter((word) => known.has(word)))]
}

/** Whether a title is written by people, and not the code of a template. */
export function isWritten(title: string): boolean {
  return !title.startsWith('template.')
}

/** The numbers of a title with the letter before each; years and the names of quarters, terms and halves are none. */
export function numbersIn(title: string): string[] {
  const found: string[] = title.match(/\p{L}?\d+(?:[.,]\d+)*/gu) ?? []
  return found.filter((text) => !/^(?:(?:19|20)\d\d|[QT][1-4]|[HS][12])$/i.test(text))
}
