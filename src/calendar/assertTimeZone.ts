import { fail } from '../internal/fail.js'

const known = /* @__PURE__ */ new Map<string, boolean>()

/** An IANA time zone that the runtime knows, spelled as IANA does or `UTC`. */
export function assertTimeZone(timeZone: unknown, path = 'options.timeZone'): asserts timeZone is string {
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) {
    fail('INVALID_TIME_ZONE', path, 'must be an IANA time zone', timeZone)
  }
}

/** Offsets and abbreviations such as '+01:00' or 'EST' have no calendar rules: only area/location names and UTC do. */
function isTimeZone(timeZone: string): boolean {
  if (timeZone === 'UTC') return true
  if (timeZone.length > 64 || !timeZone.includes('/')) return false
  const cached = known.get(timeZone)
  if (cached !== undefined) return cached
  let valid = true
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
  } catch {
    valid = false
  }
  if (known.size < 1000) known.set(timeZone, valid)
  return valid
}
