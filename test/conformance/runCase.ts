import type { Adapter } from './adapters.js'
import type { ReferenceCase } from './cases.js'
import { mismatch, type Outcome } from './compare.js'

/** Runs one case: null when it agrees, else why not. */
export async function runCase(
  reference: ReferenceCase,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<string | null> {
  const adapter = adapters.get(reference.function)
  if (adapter === undefined) return `no function ${reference.function}`
  const outcome = await call(adapter, reference)
  if (reference.check !== undefined && 'value' in outcome) return reference.check(outcome.value)
  return mismatch(outcome, reference)
}

async function call(adapter: Adapter, reference: ReferenceCase): Promise<Outcome> {
  try {
    if (reference.call !== undefined) return { value: await reference.call(adapter as never) }
    return { value: await adapter(reference.input as never, reference.options as never) }
  } catch (error) {
    return { error }
  }
}
