import type { ObjectionTheme } from '../metrics/sales/model.js'

/** What is read of a profile of objections. */
export interface ObjectionThemes {
  /** Prospects with an objection, or those talked to. */
  readonly prospects: number
  /** The themes, each once. */
  readonly themes: readonly Readonly<Pick<ObjectionTheme, 'theme' | 'mentions' | 'prospects'>>[]
}

/** Objections now and before. */
export interface ObjectionPair {
  /** The profile to judge. */
  readonly current: ObjectionThemes
  /** An earlier one; without it nothing can rise. */
  readonly baseline?: ObjectionThemes | undefined
}
