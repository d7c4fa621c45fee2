import { decodeInstant } from '../../calendar/readInstant.js'
import type { RowReader } from '../mapping/createRowReader.js'

/** The status as Stripe writes it; `''` without one. */
export function stripeStatus(reader: RowReader): string {
  return String(reader.peek('status', { kind: 'text' }) ?? '')
}

/** A trial that opens the subscription, one given later, or none. */
export function stripeTrial(reader: RowReader): 'opening' | 'later' | undefined {
  if (reader.isBlank('trialEnd')) return undefined
  const [from, start] = [millisecondsOf(reader, 'trialStart'), millisecondsOf(reader, 'startedAt')]
  return from === undefined || start === undefined || from <= start ? 'opening' : 'later'
}

/** Why a subscription never was one: it was not paid at the beginning, or ended with its opening trial. */
export function neverActive(reader: RowReader): string | undefined {
  const status = stripeStatus(reader)
  if (status === 'incomplete' || status === 'incomplete_expired') return 'never_active'
  if (status === 'trialing' || stripeTrial(reader) !== 'opening') return undefined
  const [end, trialEnd] = [millisecondsOf(reader, 'endedAt'), millisecondsOf(reader, 'trialEnd')]
  return end !== undefined && trialEnd !== undefined && end <= trialEnd ? 'never_active' : undefined
}

function millisecondsOf(reader: RowReader, field: string): number | undefined {
  const value = reader.peek(field, { kind: 'instant' })
  return value === undefined ? undefined : decodeInstant(value, 'UTC')
}
