import { readFileSync } from 'node:fs'
import { readPredictive } from './readPredictive.js'
import { readStats } from './readStats.js'

/** How far a number may be from the expected one: `absolute + relative * |expected|`. */
export interface Tolerance {
  absolute: number
  relative: number
}

/** One reference case, whatever the file it came from. */
export interface ReferenceCase {
  id: string
  function: string
  input: unknown
  options: unknown
  expected: unknown
  absent?: readonly string[]
  tolerance: Tolerance
  /** Calls the function where that is not `function(input, options)`. */
  call?: (adapter: (input: never, options: never) => unknown) => unknown
  /** Compares a value where members have tolerances of their own. */
  check?: (value: unknown) => string | null
  /** Why it cannot run here. */
  skipped?: string
}

interface RawCase {
  id: string
  function: string
  input?: unknown
  options?: unknown
  expected: unknown
  absent?: readonly string[]
  tolerance?: number | { abs?: number; rel?: number }
}

const defaultTolerance = 1e-9

/** Reads a vectors file: JSON lines, or one JSON document with `cases`. */
export function readCases(file: string): ReferenceCase[] {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.jsonl')) {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => fromRaw(JSON.parse(line) as RawCase))
  }
  const document = JSON.parse(text) as { schema?: string; about?: string; cases?: RawCase[] }
  if (document.schema?.startsWith('retention-okr/stats-reference') === true) return readStats(document)
  if (document.about === 'Reference values for customer-base models') return readPredictive(document)
  return (document.cases ?? []).map(fromRaw)
}

function fromRaw(raw: RawCase): ReferenceCase {
  return {
    id: raw.id,
    function: raw.function,
    input: raw.input,
    options: raw.options,
    expected: raw.expected,
    ...(raw.absent === undefined ? {} : { absent: raw.absent }),
    tolerance: readTolerance(raw.tolerance),
  }
}

/** A plain number allows `t * max(1, |expected|)`, which `t + t * |expected|` contains. */
function readTolerance(tolerance: RawCase['tolerance']): Tolerance {
  if (typeof tolerance === 'object') return { absolute: tolerance.abs ?? 0, relative: tolerance.rel ?? 0 }
  return { absolute: tolerance ?? defaultTolerance, relative: tolerance ?? defaultTolerance }
}
