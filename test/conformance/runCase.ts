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
  return mismatch(await call(adapter, reference), reference)
}

async function call(adapter: Adapter, reference: ReferenceCase): Promise<Outcome> {
  try {
    return { value: await adapter(reference.input as never, reference.options as never) }
  } catch (error) {
    return { error }
  }
}
