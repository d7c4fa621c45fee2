import { isRetentionOkrError } from '../../src/errors.js'

/** Milliseconds of the processor after which a call counts as a hang; wall time would count what else the machine does. */
const longest = 2_000

/** What is wrong with a call; null when it ended in time with a result or an error of the library. */
export function callWith(call: (...values: readonly unknown[]) => unknown, values: readonly unknown[]): string | null {
  const start = process.cpuUsage()
  let fault: string | null = null
  try {
    const result = call(...values)
    // A function may answer with an iterator that reads its input later.
    if (isIterator(result)) for (const _ of result) if (spentSince(start) > longest) break
  } catch (error) {
    if (!isRetentionOkrError(error)) fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
  const time = spentSince(start)
  return fault ?? (time > longest ? `took ${Math.round(time)} ms` : null)
}

function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

function isIterator(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value
}
