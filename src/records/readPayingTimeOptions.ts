import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { readAsOf } from '../calendar/readAsOf.js'
import { assertOneOf } from '../internal/guards.js'
import { assertSpanOptions } from './assertSpanOptions.js'
import type { PayingTimeContext } from './createPayingTimeReader.js'
import type { Subscription } from './model.js'
import type { SpanOptions, TallyOptions } from './options.js'

/** The options that decide what paying time is. */
export interface PayingTimeOptions extends TallyOptions<Subscription> {
  readonly spans?: SpanOptions | undefined
  readonly paying?: 'mrr' | 'all' | undefined
}

/** What is said of how paying time was read. */
export type PayingTimeDefinition = Record<string, unknown> & {
  asOf: string
  timeZone: string
  spans: SpanOptions
  paying: 'mrr' | 'all'
  segmentBy?: string
}

/** Checks the options that paying time is read with. */
export function readPayingTimeOptions(options: PayingTimeOptions): {
  context: PayingTimeContext
  definition: PayingTimeDefinition
} {
  const { timeZone = 'UTC', spans = {}, paying = 'mrr', segmentBy, duplicates } = options
  assertTimeZone(timeZone)
  assertSpanOptions(spans)
  assertOneOf(paying, ['mrr', 'all'], 'options.paying')
  const asOf = readAsOf(options.asOf, timeZone)
  return {
    context: { asOf, timeZone, spans, paying, segmentBy, duplicates },
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      spans,
      paying,
      ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
    },
  }
}
