import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { SpanOptions } from './options.js'

/** Checks the options that decide which time is paid. */
export function assertSpanOptions(spans: SpanOptions, path = 'options.spans'): void {
  assertKnownOptions(spans, ['churnAt', 'pastDueDays', 'paused', 'gapToleranceDays', 'netWithinDay'], path)
  const { churnAt, pastDueDays, paused, gapToleranceDays, netWithinDay } = spans
  if (churnAt !== undefined) {
    assertOneOf(churnAt, ['serviceEnd', 'cancelRequest', 'billingStatus'], `${path}.churnAt`)
  }
  if (paused !== undefined) assertOneOf(paused, ['inactive', 'active'], `${path}.paused`)
  const days = { minimum: 0, maximum: 36_600 }
  if (pastDueDays !== undefined) assertInteger(pastDueDays, days, `${path}.pastDueDays`)
  if (gapToleranceDays !== undefined) assertInteger(gapToleranceDays, days, `${path}.gapToleranceDays`)
  if (netWithinDay !== undefined && typeof netWithinDay !== 'boolean') {
    fail('INVALID_OPTION', `${path}.netWithinDay`, 'must be true or false', netWithinDay)
  }
}
