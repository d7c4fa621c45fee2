import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { compareDecimal, Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { Commitment } from '../../records/model.js'
import type { AsOfOptions } from '../../records/options.js'
import { normalText } from '../handoff/fieldValues.js'
import { proportionMeasurement, proportionOptionNames } from '../internal/proportionMeasurement.js'
import type { PromiseConflict, PromiseConsistencyMeasurement } from './model.js'
import type { PromiseConsistencyOptions } from './promiseConsistency.js'
import { readStatements, type Statement } from './readStatements.js'
import type { UnitRules } from './statedValue.js'

/** A unit that another one replaces. */
export interface UnitConversion {
  /** The other unit. */
  readonly to: string
  /** How many of it one of this unit is. */
  readonly factor: DecimalInput
}

/** Options of {@link measurePromiseConsistency}. */
export interface MeasurePromiseConsistencyOptions extends AsOfOptions, PromiseConsistencyOptions {
  /** Whose statements are compared; default `'team'`. */
  readonly between?: 'team' | 'channel' | undefined
  /** Largest difference of two numbers that still agree, from 0; default 0. */
  readonly tolerance?: number | undefined
  /** Units that become another one before numbers are compared; default none. */
  readonly units?: { readonly [unit: string]: UnitConversion } | undefined
}

const knownOptions = ['asOf', 'timeZone', 'duplicates', 'between', 'tolerance', 'units', ...proportionOptionNames]

/**
 * Measures whether teams (channels) promise a customer the same thing about a topic.
 *
 * Compared are the live statements of one customer and topic by at least two teams. A statement that a later one
 * replaces is live no more, unless nobody told the customer. Numbers (also '10 days', '5%') conflict when they differ by
 * more than the tolerance, texts when they are not all equal without regard to case and spaces.
 *
 * @param commitments - promises with topic, value and team (channel), in any order; others are no statements
 * @param options - instant of knowledge, whose statements, tolerance, units
 * @returns `promise-consistency` as a ratio 0..1 with the conflicts; null with `empty_base` when nothing is comparable;
 * left out: `duplicate`, `future`, and the groups of `unit_mismatch` (numbers and text, or two units)
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_NUMBER, INVALID_OPTION, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_INPUT
 * @example
 * ```ts
 * import { measurePromiseConsistency } from 'retention-okr/metrics'
 *
 * const promise = { customerId: 'k1', topic: 'delivery' }
 * const commitments = [
 *   { ...promise, id: 'c1', team: 'marketing', madeAt: '2025-03-01', value: '10 days' },
 *   { ...promise, id: 'c2', team: 'sales', madeAt: '2025-03-03', value: 15, unit: 'days' },
 * ]
 * const consistency = measurePromiseConsistency(commitments, { asOf: '2025-04-01' })
 * consistency.value // => 0
 * consistency.conflicts // => [{ customerId: 'k1', topic: 'delivery', ids: ['c1', 'c2'], gap: 0.5 }]
 * ```
 * @since 0.1.0
 */
export function measurePromiseConsistency(
  commitments: Iterable<Commitment>,
  options: MeasurePromiseConsistencyOptions,
): PromiseConsistencyMeasurement {
  assertKnownOptions(options, knownOptions)
  const { timeZone = 'UTC', between = 'team', tolerance = 0, units, level, interval } = options
  assertOneOf(between, ['team', 'channel'], 'options.between')
  if (typeof tolerance !== 'number' || !(Number.isFinite(tolerance) && tolerance >= 0)) {
    fail('INVALID_OPTION', 'options.tolerance', 'must be finite and from 0', tolerance)
  }
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const context = { asOf, timeZone, between, units: readUnits(units ?? {}), exclusions, duplicates: options.duplicates }
  const { live, revisions } = readStatements(commitments, context)
  const groups = new Map<string, Statement[]>()
  for (const statement of live) {
    const name = JSON.stringify([statement.customerId, normalText(statement.topic)])
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [statement])
    else group.push(statement)
  }
  const comparable = [...groups.values()].filter((group) => new Set(group.map(({ by }) => by)).size > 1)
  const alike = comparable.filter(isAlike)
  exclusions.add('unit_mismatch', comparable.length - alike.length)
  const conflicts = alike.flatMap((group) => conflictOf(group, tolerance))
  const measurement = proportionMeasurement(
    {
      metric: 'promise-consistency',
      numerator: alike.length - conflicts.length,
      denominator: alike.length,
      excluded: exclusions.result(),
      definition: {
        asOf: new Date(asOf).toISOString(),
        timeZone,
        between,
        tolerance,
        ...(units === undefined ? {} : { units: JSON.parse(JSON.stringify(units)) as object }),
      },
    },
    { level, interval },
  )
  conflicts.sort(
    (a, b) =>
      compareCodeUnits(a.customerId, b.customerId) || compareCodeUnits(normalText(a.topic), normalText(b.topic)),
  )
  return { ...measurement, conflicts, groups: groups.size, revisions }
}

/** Whether all statements are text, or all numbers of one unit. */
function isAlike(group: readonly Statement[]): boolean {
  const kinds = group.map(({ value }) => (value.kind === 'text' ? 'text' : `number ${value.unit}`))
  return new Set(kinds).size === 1
}

/** The conflict of statements of one kind in order of time; none when they agree. */
function conflictOf(group: readonly Statement[], tolerance: number): PromiseConflict[] {
  const [first] = group
  if (first === undefined) return []
  const conflict = { customerId: first.customerId, topic: first.topic, ids: group.map(({ id }) => id) }
  const amounts = group.flatMap(({ value }) => (value.kind === 'number' ? [value.amount] : []))
  const [earliest] = amounts
  if (earliest === undefined) {
    const texts = new Set(group.map(({ value }) => (value.kind === 'text' ? value.text : '')))
    return texts.size > 1 ? [{ ...conflict, gap: null }] : []
  }
  const range = Decimal.max(...amounts).minus(Decimal.min(...amounts))
  if (compareDecimal(range, new Decimal(tolerance)) <= 0) return []
  return [{ ...conflict, gap: earliest.isZero() ? null : toDouble(range.dividedBy(earliest.abs())) }]
}

function readUnits(units: NonNullable<MeasurePromiseConsistencyOptions['units']>): UnitRules {
  assertPlain(units, 'options.units')
  return new Map(
    Object.entries(units as Record<string, UnitConversion>).map(([unit, conversion]) => {
      const path = `options.units.${unit}`
      assertKnownOptions(conversion, ['to', 'factor'], path)
      if (typeof conversion.to !== 'string') fail('INVALID_OPTION', `${path}.to`, 'must be text', conversion.to)
      const factor = toDecimal(conversion.factor, `${path}.factor`, 'INVALID_OPTION')
      if (!factor.greaterThan(0)) fail('INVALID_OPTION', `${path}.factor`, 'must be above 0', toDouble(factor))
      return [normalText(unit), { to: normalText(conversion.to), factor }] as const
    }),
  )
}
