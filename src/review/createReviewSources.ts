import { canonicalJson } from '../internal/canonicalJson.js'
import { fail } from '../internal/fail.js'
import { assertPlain } from '../internal/guards.js'
import { customerSegment } from '../records/customerSegment.js'
import type { ColumnsBase } from '../records/models/columns.js'
import { isColumns } from '../tally/isColumns.js'
import type { DeclaredPart, Tally } from '../tally/model.js'
import { type ChosenOptions, noOptions } from './chosenOptions.js'
import type { ReviewSegment } from './models/policy.js'
import type { ReviewRecords, ReviewTally, SomeRecords } from './models/records.js'
import type { ReviewContext } from './reviewContext.js'
import { reviewTallies, type TallyName, type TallyRule } from './reviewTallies.js'
import { type KeptRecords, keptTypes, tallyKept } from './tallyKept.js'

/** The tallies of a review, each built when it is first asked for, or given. */
export interface ReviewSources {
  /** Instant of knowledge and zone, as every tally has them. */
  shared: { readonly asOf: number; readonly timeZone: string }
  /** Whether records of a type were given. */
  has: (type: keyof ReviewRecords) => boolean
  /** Whether they were given as columns, which hold fewer fields. */
  isColumns: (type: keyof ReviewRecords) => boolean
  /** Whether records of a type can be split by a segment: columns by the one that they were made with. */
  splits: (type: keyof ReviewRecords, segment: ReviewSegment) => boolean
  /** Whether all that is known are tallies: options that shape them cannot be chosen any more. */
  isTallied: boolean
  /** A tally by name, with the options that shape it; by segment when one is given. */
  tally: (name: TallyName, options?: ChosenOptions, segment?: ReviewSegment) => Tally
  /** Whether a tally is there or can be built. */
  hasTally: (name: TallyName, segment?: ReviewSegment) => boolean
  /** Records of a type that is kept record by record. */
  rows: <K extends keyof KeptRecords>(type: K) => readonly KeptRecords[K][]
  /** Keeps what is made once under a name. */
  once: <T>(key: string, make: () => T) => T
  /** The tallies built so far, by key. */
  built: () => Map<string, Tally<object>>
  /** What the tallies left out, by record type. */
  excluded: () => Map<string, Record<string, number>>
}

/** Kept records stand beside tallies of the same name. */
const keptPrefix = 'kept.'

/** Name of the tally that says which record types there were. */
export const givenKey = 'given'

/** The field by which columns are split, or nothing; undefined for records. */
function splitOf(source: unknown): string | undefined {
  return isColumns(source) ? ((source as object as ColumnsBase).segmentBy ?? '') : undefined
}

/** Keys in that tally of the types that were given; of columns also with the field that splits them. */
export function givenKeys(records: SomeRecords): string[] {
  return Object.entries(records)
    .flatMap(([type, source]: [string, unknown]) => {
      if (source === undefined) return []
      const field = splitOf(source)
      return field === undefined ? [type] : [type, `${type}:${field}`]
    })
    .sort()
}

/** Whether the first stage was made before. */
function isReviewTally(source: SomeRecords | ReviewTally): source is ReviewTally {
  return (source as { kind?: unknown }).kind === 'review'
}

/** Prepares the records of a review, or takes their tallies. */
export function createReviewSources(
  given: SomeRecords | ReviewTally,
  context: ReviewContext,
  partition?: DeclaredPart | undefined,
): ReviewSources {
  const { asOf, timeZone, policy, periods } = context
  const shared = { asOf, timeZone }
  const tallies = isReviewTally(given) ? readTallies(given, context) : undefined
  const records = tallies === undefined ? (given as SomeRecords) : {}
  const kept = new Map<string, unknown>()
  const once: ReviewSources['once'] = (key, make) => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as ReturnType<typeof make>
  }
  const built = new Map<string, Tally<object>>()
  const present = new Set(tallies?.get(givenKey)?.cells.map(({ key }) => key))
  const has = (type: keyof ReviewRecords): boolean =>
    tallies === undefined ? records[type] !== undefined : present.has(type)
  const fieldOf = (type: keyof ReviewRecords): string | undefined => {
    const key = [...present].find((name) => name?.startsWith(`${type}:`))
    return splitOf(records[type]) ?? key?.slice(type.length + 1)
  }
  const splits: ReviewSources['splits'] = (type, { field }) => {
    const own = fieldOf(type)
    return own === undefined || own === field
  }
  // A generator can be read once only: what several tallies read is kept.
  const read = <K extends keyof ReviewRecords>(type: K): ReviewRecords[K] =>
    once(`records.${type}`, () => listOf(records[type] as unknown) as ReviewRecords[K])
  const segmentBy = ({ name, of, field }: ReviewSegment): TallySegment =>
    of === 'customer' ? once(`segment.${name}`, () => customerSegment(read('customers'), field)) : field
  const build = (key: string, make: () => Tally<object>): Tally => {
    const known = built.get(key) ?? tallies?.get(key) ?? (tallies === undefined ? make() : lacking(key))
    built.set(key, known)
    return known as Tally
  }
  const tally: ReviewSources['tally'] = (name, options = noOptions, segment) => {
    const { make, of }: TallyRule = reviewTallies[name]
    const field = segment !== undefined && isColumns(records[of]) ? segment.field : undefined
    const by = segment === undefined ? {} : { segmentBy: field ?? segmentBy(segment) }
    const how = { shared, periods, policy, has, read, options, partition, ...by }
    return build(keyOf(name, segment), () => make(how))
  }
  return {
    shared,
    has,
    isColumns: (type) => fieldOf(type) !== undefined,
    splits,
    isTallied: tallies !== undefined,
    tally,
    hasTally: (name, segment) => tallies === undefined || tallies.has(keyOf(name, segment)),
    rows: (type) =>
      build(`${keptPrefix}${type}`, () => {
        const source = read(keptTypes[type].of)
        return tallyKept(type, type === 'responsibilities' ? [source] : source, shared)
      }).cells.flatMap(({ rows = [] }) => rows) as never,
    once,
    built: () => built,
    excluded: () => excludedOf(built),
  }
}

type TallySegment = string | ((record: { readonly customerId?: string | undefined }) => string)

/** Key of a tally; of one by segment the name of the segment stands behind it. */
function keyOf(name: string, segment?: ReviewSegment): string {
  return segment === undefined ? name : `${name}:${segment.name}`
}

function lacking(key: string): never {
  return fail(
    'TALLY_MISMATCH',
    `records.tallies.${key}`,
    'must be there: the records were tallied without it',
    undefined,
  )
}

function listOf(source: unknown): unknown {
  if (source === undefined) return []
  const isGenerator = typeof source === 'object' && source !== null && Symbol.iterator in source
  return Array.isArray(source) || !isGenerator ? source : [...(source as Iterable<unknown>)]
}

/** The options that shape the tallies of a review. */
export function reviewDefinition({ asOf, timeZone, policy, period, segments, bySegment }: ReviewContext): object {
  const { metrics, handoff } = policy
  const definition = { asOf: new Date(asOf).toISOString(), timeZone, period, segments, bySegment, metrics, handoff }
  return JSON.parse(JSON.stringify(definition)) as object
}

function readTallies({ definition, tallies }: ReviewTally, context: ReviewContext): Map<string, Tally<object>> {
  assertPlain(definition, 'records.definition')
  assertPlain(tallies, 'records.tallies')
  const wanted = new Map(Object.entries(reviewDefinition(context)))
  const found = new Map(Object.entries(definition))
  for (const name of [...new Set([...wanted.keys(), ...found.keys()])].sort()) {
    if (canonicalJson(wanted.get(name)) !== canonicalJson(found.get(name))) {
      fail('TALLY_MISMATCH', `records.definition.${name}`, 'must be that of the options', found.get(name))
    }
  }
  return new Map(
    Object.entries(tallies).map(([key, tally]) => {
      assertPlain(tally, `records.tallies.${key}`)
      return [key, tally]
    }),
  )
}

/** What was left out, by record type: of tallies of the same records the one that left out most. */
function excludedOf(built: ReadonlyMap<string, Tally<object>>): Map<string, Record<string, number>> {
  const byType = new Map<string, Record<string, number>>()
  for (const [key, { excluded = {} }] of built) {
    const of = recordTypeOf(key.split(':')[0] as string)
    if (of === undefined) continue
    const reasons = byType.get(of) ?? {}
    byType.set(of, reasons)
    for (const [reason, count] of Object.entries(excluded)) {
      // An answer to another question is no fault of the answer.
      if (reason !== 'other_kind') reasons[reason] = Math.max(reasons[reason] ?? 0, count)
    }
  }
  return byType
}

function recordTypeOf(name: string): string | undefined {
  const rules: { readonly [name: string]: { of: string } } = name.startsWith(keptPrefix) ? keptTypes : reviewTallies
  return rules[name.replace(keptPrefix, '')]?.of
}
