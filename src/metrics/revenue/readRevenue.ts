import { readInstant } from '../../calendar/readInstant.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import type { Instant } from '../../measurement.js'
import type { LeaveOut } from '../../records/createPayingTimeReader.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions } from '../../records/options.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { visitPayingTime } from '../internal/visitPayingTime.js'
import { type CustomerSteps, createPaidTimes } from './createPaidTimes.js'
import { type RateTable, readRates } from './exchange.js'
import type { ExchangeRates } from './model.js'

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

/** The recurring revenue of all customers, as known at one instant. */
export interface Revenue {
  asOf: number
  timeZone: string
  definition: Record<string, unknown>
  /** By id; every loop over them finds their steps anew. */
  customers: Iterable<CustomerSteps>
  /** The currencies of what counts. */
  currencies: ReadonlySet<string>
  rates: RateTable | undefined
  excluded: Record<string, number> | undefined
}

type Source = Iterable<Subscription> | Tally<object>
type IsPlaced = (start: number, end: number) => boolean

/** Reads what customers pay over time; `isPlaced` says which records left out count: with a period those inside it. */
export function readRevenue(source: Source, options: RevenueOptions, isPlaced: IsPlaced = () => true): Revenue {
  const { currency, asOf, timeZone, spans, duplicates } = options
  if (currency !== undefined && (typeof currency !== 'string' || currency === '')) {
    fail('INVALID_OPTION', 'options.currency', 'must be text', currency)
  }
  const rates = readRates(options.rates, 'options.rates')
  const wanted = rates === undefined ? currency : undefined
  const exclusions = createExclusions()
  const paid = createPaidTimes()
  const leaveOut: LeaveOut = (reason, start, end) => {
    if (isPlaced(start, end)) exclusions.add(reason)
  }
  const definition = visitPayingTime(
    source,
    // With `paying: 'all'` the rows of a tally no longer tell trials from revenue.
    { asOf, timeZone, spans, duplicates, paying: 'mrr' },
    (time) => {
      if (wanted === undefined || time.currency === wanted) paid.add(time)
      else leaveOut('other_currency', time.start, time.end)
    },
    leaveOut,
  )
  if (isTally(source)) {
    for (const [reason, records] of Object.entries(source.excluded ?? {})) exclusions.add(reason, records)
  }
  return {
    asOf: readInstant(definition.asOf, 'UTC', 'options.asOf'),
    timeZone: definition.timeZone,
    definition: {
      ...definition,
      ...(wanted === undefined ? {} : { currency: wanted }),
      ...(options.rates === undefined ? {} : { rates: { to: options.rates.to, rates: { ...options.rates.rates } } }),
    },
    customers: paid.finish(definition),
    currencies: paid.currencies,
    rates,
    excluded: exclusions.result(),
  }
}
