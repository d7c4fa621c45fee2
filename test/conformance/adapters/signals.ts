import * as signals from '../../../src/signals/index.js'

type Call = (input: never, options: never) => unknown

const { detectSignals: _set, ...detectors } = signals

/** Every public function by its name; the options of the thresholds are the input of their cases. */
export const adapters: Record<string, Call> = Object.fromEntries(Object.entries(detectors)) as Record<string, Call>
