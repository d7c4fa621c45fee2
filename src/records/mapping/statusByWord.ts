import type { RowReader } from './createRowReader.js'

/** Words of the source by ours. */
export interface StatusWords {
  readonly [status: string]: readonly string[]
}

/** Our word for the status of the source; another one is a problem. */
export function statusByWord(reader: RowReader, words: StatusWords): unknown {
  const word = reader.read('status', { kind: 'word', words: Object.values(words).flat(), required: true })
  if (word === undefined) return undefined
  return Object.keys(words).find((status) => words[status]?.includes(String(word)))
}
