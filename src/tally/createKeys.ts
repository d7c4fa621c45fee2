import { createDictionary } from './createDictionary.js'
import { isColumns } from './isColumns.js'

/** What tells customers or segments apart while records are read: a text, or its code in columns. */
export type Key = string | number

/** Dense codes of keys, and the texts behind them. */
export interface Keys {
  /** The code of a key; a new one for a new text. */
  codeOf(key: Key): number
  /** The texts by code; of columns also those that are never asked for. */
  readonly texts: readonly string[]
}

/** The keys of the customers, or of the segments, of a source: texts get codes as they come, columns have them. */
export function createKeys(name: 'customers' | 'segments', source: object): Keys {
  const texts = isColumns(source) ? (source as { [Name in typeof name]?: readonly string[] })[name] : undefined
  return texts === undefined ? createDictionary(name) : { codeOf: (code) => code as number, texts }
}
