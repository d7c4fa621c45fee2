import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import {
  fitPurchaseModel,
  type PurchaseOrder,
  type PurchaseSummary,
  summarisePurchaseDays,
} from '../../src/predict/index.js'
import type { ReferenceCase } from './cases.js'

type Row = Record<string, string>
type Call = (input: unknown, options?: unknown) => unknown

interface FileInput {
  file: string
  columns?: Record<string, string>
  where?: Row
  cohorts?: { by: string; order: string; active: string }
  summarise?: never
  fit?: never
}

interface PredictiveCase {
  id: string
  function: string
  input?: unknown
  options?: Record<string, unknown>
  expected: unknown
  tolerance: Record<string, number>
}

/** Of these the input is a list of customers, one call for each. */
const ofOneCustomer = new Set([
  'conditionalExpectedPurchases',
  'conditionalPurchaseProbability',
  'customerLifetimeValue',
  'daysToAlarm',
  'discountedResidualLifetime',
  'discountedResidualPurchases',
  'expectedOrderValue',
  'probabilityAlive',
])

/** Of these options a list means one call for each; a list of purchases is one call. */
const spread = ['horizonDays', 'aliveProbability', 'discountPerPeriod']

const shared = new URL('../../../shared/', import.meta.url)

/** Reads the reference of the models of purchases, renewals and order values, which has its own way of calling. */
export function readPredictive(document: object): ReferenceCase[] {
  return (document as { cases: PredictiveCase[] }).cases.map((given) => {
    const { abs = 0, rel = 0 } = given.tolerance
    const { file } = (given.input ?? {}) as Partial<FileInput>
    const path = file === undefined ? undefined : fileURLToPath(new URL(file.replace(/^shared\//, ''), shared))
    return {
      id: given.id,
      function: given.function,
      input: given.input,
      options: given.options,
      expected: given.expected,
      tolerance: { absolute: abs, relative: rel },
      call: (adapter) => callOf(given, adapter as Call, path),
      ...(given.function.startsWith('fit') ? { check: (value) => fitProblem(value, given) } : {}),
      ...(path === undefined || existsSync(path) ? {} : { skipped: `${file} is absent` }),
    }
  })
}

function callOf(given: PredictiveCase, adapter: Call, path: string | undefined): unknown {
  const { function: name, input, options } = given
  if (path !== undefined) return callOnFile(given, adapter, readData(input as FileInput, path))
  if (ofOneCustomer.has(name)) return (input as unknown[]).map((one) => plainOf(each(adapter, one, options)))
  if (name === 'projectRetentionCurve') return rowsOf(adapter(input, options), given.expected)
  return plainOf(each(adapter, input, options))
}

/** One call, or one for each value of an option that is a list. */
function each(adapter: Call, input: unknown, options: Record<string, unknown> = {}): unknown {
  const listed = spread.find((name) => Array.isArray(options[name]))
  if (listed === undefined) return adapter(input, options)
  return (options[listed] as unknown[]).map((value) => adapter(input, { ...options, [listed]: value }))
}

/** A measurement is compared by its value. */
function plainOf(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(plainOf)
  return typeof result === 'object' && result !== null && 'metric' in result && 'value' in result
    ? result.value
    : result
}

function callOnFile({ function: name, input, options }: PredictiveCase, adapter: Call, data: unknown): unknown {
  const { fit } = input as FileInput
  if (name === 'summarisePurchaseDays') return digestOf(adapter(data, options) as PurchaseSummary)
  if (fit === undefined) return adapter(data, options)
  return adapter(data, { ...options, model: fitPurchaseModel(data as PurchaseSummary, fit).model })
}

function readData({ columns = {}, where = {}, cohorts, summarise }: FileInput, path: string): unknown {
  const rows = (parse(readFileSync(path), { columns: true, skip_empty_lines: true }) as Row[]).filter((row) =>
    Object.entries(where).every(([name, text]) => row[name] === text),
  )
  if (cohorts !== undefined) {
    const groups = grouped(rows, cohorts.by)
    return [...groups.values()].map((group) =>
      group
        .sort((a, b) => Number(a[cohorts.order]) - Number(b[cohorts.order]))
        .map((row) => Number(row[cohorts.active])),
    )
  }
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, readField(field, row[column] ?? '')])),
  )
  return summarise === undefined ? records : summarisePurchaseDays(records as never as PurchaseOrder[], summarise)
}

/** Everything but names and days is a number. */
function readField(field: string, text: string): string | number {
  return ['customerId', 'placedAt', 'total'].includes(field) ? text : Number(text)
}

function grouped(rows: readonly Row[], by: string): Map<string | undefined, Row[]> {
  const groups = new Map<string | undefined, Row[]>()
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row])
  return groups
}

/** What is compared of a summary. */
function digestOf(summary: PurchaseSummary): object {
  const { customerId, frequency, ageAtLastPurchaseDays, ageDays, monetaryValue } = summary
  const sum = (values: readonly number[] | null) => (values ?? []).reduce((total, value) => total + value, 0)
  const keys = frequency.map((x, row) => `${x} ${ageAtLastPurchaseDays[row]} ${ageDays[row]}`)
  const rows = customerId.map((id, row) => ({
    customerId: id,
    frequency: frequency[row],
    ageAtLastPurchaseDays: ageAtLastPurchaseDays[row],
    ageDays: ageDays[row],
    monetaryValue: monetaryValue?.[row],
  }))
  return {
    customers: customerId.length,
    sums: {
      frequency: sum(frequency),
      ageAtLastPurchaseDays: sum(ageAtLastPurchaseDays),
      ageDays: sum(ageDays),
      monetaryValue: sum(monetaryValue),
    },
    zeroFrequency: frequency.filter((x) => x === 0).length,
    maximumFrequency: Math.max(...frequency),
    patterns: new Set(keys).size,
    first: rows.slice(0, 12),
  }
}

/** The rows of a curve whose renewals are asked for. */
function rowsOf(curve: unknown, expected: unknown): unknown {
  const columns = curve as Record<string, number[]>
  const wanted = (expected as { renewal: number[] }).renewal
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, wanted.map((renewal) => values[renewal - 1])]),
  )
}

interface ExpectedFit {
  model: { parameters: Record<string, number> }
  logLikelihood: number
  diagnostics: { standardErrors: Record<string, number> }
}

/** Parameters and errors are relative, the likelihood may only be higher. */
function fitProblem(value: unknown, { expected, tolerance }: PredictiveCase): string | null {
  const [got, wanted] = [value as Partial<ExpectedFit>, expected as ExpectedFit]
  const { params_rel = 0, logLikelihood_abs = 0, standardErrors_rel = 0 } = tolerance
  const problems = [
    ...differing('parameters', got.model?.parameters, wanted.model.parameters, params_rel),
    ...differing(
      'standardErrors',
      got.diagnostics?.standardErrors,
      wanted.diagnostics.standardErrors,
      standardErrors_rel,
    ),
  ]
  const least = wanted.logLikelihood - logLikelihood_abs
  if (!((got.logLikelihood ?? Number.NaN) >= least)) problems.push(`logLikelihood: ${got.logLikelihood}, not ${least}`)
  return problems[0] ?? null
}

function differing(
  what: string,
  got: Record<string, number> | undefined,
  wanted: Record<string, number>,
  relative: number,
): string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => !(Math.abs((got?.[name] ?? Number.NaN) - value) <= relative * Math.abs(value)))
    .map(([name, value]) => `${what}.${name}: ${got?.[name]}, not ${value}`)
}
