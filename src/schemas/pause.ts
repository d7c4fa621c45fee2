import * as z from 'zod'
import type { Pause } from '../records/models/revenue.js'
import { instant } from './fields.js'
import { strictRecord } from './shapes.js'

/** A time in which a subscription or a ticket's clock stood still. */
export function pause() {
  return strictRecord(() => ({ start: instant(), end: z.optional(instant()) })) satisfies z.ZodType<Pause>
}
