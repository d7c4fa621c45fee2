import { fail } from '../internal/fail.js'
import { assertArray, assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { SignalState, SignalStatus } from './model.js'

/** Options of {@link holdSignal}. */
export interface HoldSignalOptions {
  /** Quiet looks in a row that clear a signal, from 1; default 2. */
  readonly clearAfter?: number | undefined
  /** What is given: states of the rules or statuses of the results; default `states`. */
  readonly kind?: 'states' | 'statuses' | undefined
}

const words = {
  states: ['fires', 'quiet', 'insufficient_data', 'cannot_tell', 'dilution', 'slowdown', 'mix_shift', 'watch'],
  statuses: ['signal', 'no_signal', 'not_enough_data', 'cannot_tell', 'unstable_baseline'],
} as const

const meaning = {
  states: { on: 'fires', quiet: 'quiet', unknown: 'insufficient_data' },
  statuses: { on: 'signal', quiet: 'no_signal', unknown: 'not_enough_data' },
} as const

/**
 * Holds a signal until it has been quiet long enough, so that it does not flicker.
 *
 * Firing switches on; `clearAfter` quiet looks in a row switch off; too few data neither count nor reset; any other
 * state resets the quiet count and leaves the switch.
 *
 * @param states - one state or status a look, oldest first
 * @param options - quiet looks that clear, kind of words
 * @returns whether the signal stands after each look
 * @throws {@link RetentionOkrError} INVALID_INPUT for a word of the other kind, INVALID_OPTION for a clearAfter below 1
 * @example
 * ```ts
 * import { holdSignal } from 'retention-okr/signals'
 *
 * holdSignal(['quiet', 'fires', 'quiet', 'fires', 'quiet', 'quiet']) // => [false, true, true, true, true, false]
 * ```
 * @since 0.1.0
 */
export function holdSignal(
  states: readonly (SignalState | SignalStatus)[],
  options: HoldSignalOptions = {},
): boolean[] {
  assertArray(states, 'states')
  assertKnownOptions(options, ['clearAfter', 'kind'])
  const { clearAfter = 2, kind = 'states' } = options
  assertInteger(clearAfter, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.clearAfter')
  assertOneOf(kind, ['states', 'statuses'], 'options.kind')
  const { on, quiet, unknown } = meaning[kind]
  const known: readonly string[] = words[kind]
  let held = false
  let quietLooks = 0
  return states.map((state, index) => {
    if (!known.includes(state)) fail('INVALID_INPUT', `states[${index}]`, `must be one of ${known.join(', ')}`, state)
    if (state === on) held = true
    if (state === quiet) quietLooks += 1
    else if (state !== unknown) quietLooks = 0
    if (quietLooks >= clearAfter) held = false
    return held
  })
}
