import type { Measurement } from '../../measurement.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import { readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { countedReferrals } from './countedReferrals.js'
import type { ReferralCounts, ReferralRecords } from './model.js'
import { referralRules } from './readReferrals.js'
import { referralsOfPeriod } from './referralsOfPeriod.js'

/** The counts of one period as a measurement, with what is said beside it. */
export function measuredReferrals(
  source: ReferralRecords | Tally<object>,
  options: PeriodOptions,
  measure: (counts: ReferralCounts) => Measurement,
): Measurement {
  const opened = openSource(source, options, referralRules(source, undefined))
  const { exclusions, rows } = opened
  const period = opened.period ?? readMeasuredPeriod(options.period, opened)
  const { counted, leftOut } = countedReferrals(rows)
  for (const { reason, at } of leftOut) {
    // Of a tally all of them, as with its other exclusions.
    if (isTally(source) || (at >= period.start && at < period.end)) exclusions.add(reason)
  }
  const { customers, referrals, notActive } = referralsOfPeriod(period.isMature ? rows : [], counted, period)
  if (period.isMature) exclusions.add('not_active', notActive)
  const sum = [...referrals.values()].reduce((total, of) => total + of, 0)
  const counts = { referrals: sum, referrers: referrals.size, customers: customers.size }
  return describeMeasurement(measure(counts), opened, { needsEnd: true })
}
