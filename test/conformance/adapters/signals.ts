import * as signals from '../../../src/signals/index.js'

type Call = (input: never, options: never) => unknown

/** Every public function by its name; the options of the thresholds are the input of their cases. */
export const adapters: Record<string, Call> = Object.fromEntries(Object.entries(signals)) as Record<string, Call>
