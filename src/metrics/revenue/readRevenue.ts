import { readInstant } from '../../calendar/readInstant.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { createExclusions, type Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import type { Instant } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions } from '../../records/options.js'
import type { PayingRow } from '../../records/readPayingTime.js'
import { tallyPayingTime } from '../../records/tallySubscriptions.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { knownAt } from '../internal/knownAt.js'
import { type RateTable, readRates } from './exchange.js'
import type { ExchangeRates } from './model.js'
import { type RevenueStep, revenueSteps } from './revenueSteps.js'

/** What every measurement of recurring revenue is asked. */
export interface RevenueOptions {
  /** Nothing later is known; required for records. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
  /** How paying time is read from subscriptions. */
  readonly spans?: SpanOptions | undefined
  /** The one currency that counts, the others are left out; default all. Without effect beside `rates`. */
  readonly currency?: string | undefined
  /** Rates that turn every currency into one; default none. */
  readonly rates?: ExchangeRates | undefined
}

/** The names of {@link RevenueOptions}. */
export const revenueOptionNames = ['asOf', 'timeZone', 'duplicates', 'spans', 'currency', 'rates'] as const

/** What one customer pays over time. */
interface CustomerSteps {
  customerId: string
  steps: RevenueStep[]
}

/** The recurring revenue of all customers, as known at one instant. */
export interface Revenue {
  asOf: number
  timeZone: string
  definition: Record<string, unknown>
  /** By id. */
  customers: CustomerSteps[]
  /** The currencies of what counts. */
  currencies: ReadonlySet<string>
  rates: RateTable | undefined
  excluded: Record<string, number> | undefined
}

type Source = Iterable<Subscription> | Tally<object>
type IsPlaced = (start: number, end: number | undefined) => boolean

/** Reads what customers pay over time; `isPlaced` says which records left out count: with a period those inside it. */
export function readRevenue(source: Source, options: RevenueOptions, isPlaced: IsPlaced = () => true): Revenue {
  const { currency } = options
  if (currency !== undefined && (typeof currency !== 'string' || currency === '')) {
    fail('INVALID_OPTION', 'options.currency', 'must be text', currency)
  }
  const rates = readRates(options.rates, 'options.rates')
  const wanted = rates === undefined ? currency : undefined
  const exclusions = createExclusions()
  const tally = tallyOf(source, options, isPlaced, exclusions)
  const { spans, timeZone, asOf } = tally.definition as { spans: SpanOptions; timeZone: string; asOf: string }
  const byCustomer = new Map<string, PayingRow[]>()
  const currencies = new Set<string>()
  for (const { key = '', rows = [] } of tally.cells) {
    for (const row of rows as unknown as readonly PayingRow[]) {
      if (wanted === undefined || row.currency === wanted) {
        currencies.add(row.currency)
        byCustomer.set(key, [...(byCustomer.get(key) ?? []), row])
      } else if (isPlaced(row.start, row.end)) exclusions.add('other_currency')
    }
  }
  return {
    asOf: readInstant(asOf, 'UTC', 'options.asOf'),
    timeZone,
    definition: {
      ...tally.definition,
      ...(wanted === undefined ? {} : { currency: wanted }),
      ...(options.rates === undefined ? {} : { rates: { to: options.rates.to, rates: { ...options.rates.rates } } }),
    },
    customers: [...byCustomer]
      .sort(([a], [b]) => compareCodeUnits(a, b))
      .map(([customerId, rows]) => ({ customerId, steps: revenueSteps(rows, spans, timeZone) })),
    currencies,
    rates,
    excluded: exclusions.result(),
  }
}

function tallyOf(source: Source, options: RevenueOptions, isPlaced: IsPlaced, exclusions: Exclusions): Tally<object> {
  const { timeZone, spans, duplicates } = options
  if (!isTally(source)) {
    return tallyPayingTime(
      source as Iterable<Subscription>,
      { asOf: options.asOf as Instant, timeZone, spans, duplicates, paying: 'mrr' },
      ({ reason, start, end }) => {
        if (isPlaced(start, end)) exclusions.add(reason)
      },
      () => undefined,
    )
  }
  // With `paying: 'all'` the rows no longer tell trials from revenue.
  agreeWithDefinition(source, 'subscriptions', { asOf: knownAt(source, options), timeZone, spans, paying: 'mrr' })
  for (const [reason, records] of Object.entries(source.excluded ?? {})) exclusions.add(reason, records)
  return source
}
