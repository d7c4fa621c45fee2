import * as engagement from '../../../src/metrics/engagement/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  compositeScore: engagement.compositeScore as Call,
  stickiness: engagement.stickiness as Call,
  measureStickiness: engagement.measureStickiness as Call,
  countActiveDays: engagement.countActiveDays as Call,
  participationRate: engagement.participationRate as Call,
  measureParticipationRate: engagement.measureParticipationRate as Call,
  countParticipations: engagement.countParticipations as Call,
}
