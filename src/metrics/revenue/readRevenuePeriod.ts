import { readPeriod } from '../../calendar/readPeriod.js'
import { fail } from '../../internal/fail.js'
import type { Period } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { type RateTable, readRates } from './exchange.js'
import type { ExchangeRates } from './model.js'
import { type Revenue, type RevenueOptions, readRevenue, revenueOptionNames } from './readRevenue.js'

/** What a count of recurring revenue over one period is asked. */
export interface RevenuePeriodOptions extends RevenueOptions {
  /** The period, half-open; cut at `asOf`. Required. */
  readonly period: Period
  /** Rates of the end, of the same `to` as `rates`, which are then those of the start; default `rates`. */
  readonly closingRates?: ExchangeRates | undefined
}

/** The names of {@link RevenuePeriodOptions}. */
export const revenuePeriodOptionNames = [...revenueOptionNames, 'period', 'closingRates'] as const

/** Recurring revenue with the bounds of a period. */
export interface RevenueOfPeriod extends Revenue {
  start: number
  /** End of what is counted: the start when the period has not begun. */
  until: number
  closingRates: RateTable | undefined
}

/** Reads recurring revenue for a period, cut at `asOf`; records left out count when they lie inside it. */
export function readRevenuePeriod(
  source: Iterable<Subscription> | Tally<object>,
  options: RevenuePeriodOptions,
): RevenueOfPeriod {
  const closingRates = readRates(options.closingRates, 'options.closingRates')
  if (options.closingRates !== undefined && options.rates?.to !== options.closingRates.to) {
    fail('INVALID_OPTION', 'options.closingRates', 'needs rates of the same to', options.closingRates.to)
  }
  const { timeZone = 'UTC' } = isTally(source) ? (source.definition as { timeZone?: string }) : options
  const { start, end } = readPeriod(options.period, timeZone, 'options.period')
  const revenue = readRevenue(source, options, (from, to) => from < end && to >= start)
  const until = Math.max(start, Math.min(end, revenue.asOf))
  // A period that has not begun changes nothing, exchange rates included.
  return { ...revenue, start, until, closingRates: until > start ? (closingRates ?? revenue.rates) : revenue.rates }
}
