import { isRetentionOkrError } from '../../src/errors.js'

/** What is wrong with a call; null when it ended in time with a result or an error of the library. */
export function callWith(call: (...values: readonly unknown[]) => unknown, values: readonly unknown[]): string | null {
  const start = performance.now()
  let fault: string | null = null
  try {
    const result = call(...values)
    // A function may answer with an iterator that reads its input later.
    if (isIterator(result)) for (const _ of result) if (performance.now() - start > 2_000) break
  } catch (error) {
    if (!isRetentionOkrError(error)) fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
  const time = performance.now() - start
  return fault ?? (time > 2_000 ? `took ${Math.round(time)} ms` : null)
}

function isIterator(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value
}
