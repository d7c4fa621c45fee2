import type * as z from 'zod'
import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, isIterable } from '../internal/guards.js'

/** What is wrong with a row; never its text. */
export interface ParseIssue {
  /** Where: the field, e.g. `'total'` or `'lines[0].quantity'`; `''` is the row itself. */
  path: string
  /** What kind of problem, one of the library's error codes. */
  code: string
  /** The rule that is broken. */
  rule: string
  /** Kind of what came, e.g. `'null'`, `'string of 12'`, or the number. */
  received: string
}

/** A row that is no record. */
export interface BadRecord {
  /** Index of the row, from 0. */
  index: number
  /** Its problems; empty once `maximumIssues` are listed. */
  issues: ParseIssue[]
}

/** Untrusted rows, sorted into records and bad rows. */
export interface ParsedRecords<T> {
  /** Records of the good rows, in their order. */
  records: T[]
  /** Every bad row, in order. */
  bad: BadRecord[]
  /** Number of issues that are not listed. */
  omittedIssues: number
}

/** Options of {@link parseRecords}. */
export interface ParseRecordsOptions<T> {
  /** Schema of one record. */
  readonly schema: z.ZodType<T>
  /** Most rows accepted; default 1000000. */
  readonly maximumRecords?: number | undefined
  /** Most issues listed, of all rows together; the others are counted. Default 100. */
  readonly maximumIssues?: number | undefined
}

/**
 * Checks untrusted rows that already have the shape of a record: good records, and every bad row with its index.
 *
 * Rows are checked one by one, so that a bad row never costs a good one. Nothing is coerced; dates become ISO text and
 * records are copies, frozen. No issue holds the text of a row.
 *
 * @param rows Rows from JSON, a database or a form, in any iterable.
 * @param options The schema and the limits.
 * @returns Records and bad rows in the order of the rows; records + bad = rows.
 * @throws {@link RetentionOkrError} INVALID_INPUT when `rows` is not iterable, TOO_LARGE when there are more than
 * `maximumRecords`, INVALID_OPTION when an option is unknown or outside its range.
 * @example
 * ```ts
 * import { activityEventSchema, parseRecords } from 'retention-okr/schemas'
 *
 * const rows = [{ customerId: 'c1', at: '2026-01-05T10:00:00Z' }, { customerId: 'c2', at: 'soon' }]
 * const parsed = parseRecords(rows, { schema: activityEventSchema })
 * parsed.records // => [{ customerId: 'c1', at: '2026-01-05T10:00:00Z' }]
 * parsed.bad[0]?.index // => 1
 * parsed.bad[0]?.issues.map(({ path, code, received }) => [path, code, received]) // => [['at', 'INVALID_INSTANT', 'string of 4']]
 * ```
 * @since 0.1.0
 */
export function parseRecords<T>(rows: Iterable<unknown>, options: ParseRecordsOptions<T>): ParsedRecords<T> {
  const { schema, maximumRecords, maximumIssues } = readOptions(options)
  if (!isIterable(rows)) {
    fail('INVALID_INPUT', 'rows', 'must be an array or another iterable of rows', rows)
  }
  const records: T[] = []
  const bad: BadRecord[] = []
  let listed = 0
  let omittedIssues = 0
  let index = 0
  for (const row of rows) {
    if (index === maximumRecords) fail('TOO_LARGE', 'rows', `must be at most ${maximumRecords} rows`, index + 1)
    const result = parseRow(row, schema)
    if ('record' in result) records.push(result.record)
    else {
      const issues = result.issues.slice(0, maximumIssues - listed).map(issueOf)
      listed += issues.length
      omittedIssues += result.issues.length - issues.length
      bad.push({ index, issues })
    }
    index += 1
  }
  return { records, bad, omittedIssues }
}

function readOptions<T>(
  options: ParseRecordsOptions<T>,
): Required<{ [K in keyof ParseRecordsOptions<T>]: NonNullable<ParseRecordsOptions<T>[K]> }> {
  assertKnownOptions(options, ['schema', 'maximumRecords', 'maximumIssues'])
  const { schema, maximumRecords = 1_000_000, maximumIssues = 100 } = options
  if (typeof schema !== 'object' || schema === null || typeof schema.safeParse !== 'function') {
    fail('INVALID_OPTION', 'options.schema', 'must be a schema', schema)
  }
  const bounds = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  assertInteger(maximumRecords, bounds, 'options.maximumRecords')
  assertInteger(maximumIssues, bounds, 'options.maximumIssues')
  return { schema, maximumRecords, maximumIssues }
}

type Issue = z.core.$ZodIssue

/** The one boundary that turns what a row throws, a getter or a revoked proxy, into an issue of ours. */
function parseRow<T>(row: unknown, schema: z.ZodType<T>): { record: T } | { issues: readonly Issue[] } {
  try {
    const result = schema.safeParse(row, { reportInput: true })
    return result.success ? { record: result.data } : { issues: result.error.issues }
  } catch {
    const params = { code: 'INVALID_INPUT', rule: 'must be plain data' }
    return { issues: [{ code: 'custom', path: [], message: '', input: {}, params }] }
  }
}

/** Our code and words for an issue of the schema; the texts of the schema depend on settings of the host. */
function issueOf(issue: Issue): ParseIssue {
  const { code, rule } = ruleOf(issue)
  return { path: pathOf(issue.path), code, rule, received: kindOf(issue) }
}

function ruleOf(issue: Issue): { code: string; rule: string } {
  if (issue.code === 'custom') {
    const { code, rule } = issue.params ?? {}
    return {
      code: typeof code === 'string' ? code : 'INVALID_INPUT',
      rule: typeof rule === 'string' ? rule : 'must pass the rule of the schema',
    }
  }
  const code = 'INVALID_INPUT'
  if (issue.code === 'invalid_type') return { code, rule: `must be ${issue.expected}` }
  if (issue.code === 'invalid_value') return { code, rule: `must be one of ${issue.values.map(String).join(', ')}` }
  // The names of unknown members are text of whoever wrote the row: only their number is told.
  if (issue.code === 'unrecognized_keys') return { code, rule: 'must have no unknown members' }
  return { code, rule: `must pass the rule ${issue.code}` }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

function kindOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys.length} unknown`
  const { input } = issue
  if (input === null) return 'null'
  if (Array.isArray(input)) return `array of ${input.length}`
  if (typeof input === 'string') return `string of ${input.length}`
  return typeof input === 'number' || typeof input === 'boolean' ? String(input) : typeof input
}
