import { fail } from '../../internal/fail.js'
import type { Instant } from '../../measurement.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { tallyActivity } from '../../records/tallyActivity.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { knownAt } from '../internal/knownAt.js'

/** What activity is read with. */
export interface ActivityOptions {
  readonly asOf?: Instant | undefined
  readonly timeZone?: string | undefined
  readonly segmentBy?: TallyOptions<ActivityEvent>['segmentBy']
}

/** The tally of activity: made here from events, or checked against the options. */
export function readActivity(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: ActivityOptions,
): Tally<object> {
  const { timeZone, segmentBy } = options
  if (!isTally(source)) {
    return tallyActivity(source as RecordSource<ActivityEvent>, { asOf: options.asOf as Instant, timeZone, segmentBy })
  }
  const definition = agreeWithDefinition(source, 'activity', { asOf: knownAt(source, options), timeZone })
  if (typeof segmentBy === 'string' && segmentBy !== definition['segmentBy']) {
    fail('TALLY_MISMATCH', 'options.segmentBy', 'must be that of the tally', segmentBy)
  }
  return source
}
