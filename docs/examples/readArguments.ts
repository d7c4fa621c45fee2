import type { Language } from './cafe-roble/objectives.js'

/** What the command line asks for. */
export interface DemoArguments {
  language: Language
  /** Folder of CSV exports; none = the example company. */
  folder: string | undefined
}

/** Reads `--lang es` and `--data DIR`, in any order. */
export function readArguments(words: readonly string[]): DemoArguments {
  const after = (name: string): string | undefined => {
    const at = words.indexOf(name)
    return at < 0 ? undefined : words[at + 1]
  }
  return { language: after('--lang') === 'es' ? 'es' : 'en', folder: after('--data') }
}
