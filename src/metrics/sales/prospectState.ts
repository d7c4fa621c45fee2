import type { ProspectAssessment } from './model.js'

const dayLength = 86_400_000

/** A contact with a prospect, decoded. */
export interface Touch {
  at: number
  direction: 'in' | 'out'
  isAutomated: boolean
  bounced: boolean
}

/** A prospect, decoded. */
export interface Prospect {
  handedAt: number
  touches: readonly Touch[]
  closedAt: number | undefined
  isReachable: boolean
}

/** From when on nobody answering is silence. */
export interface SilenceLimits {
  minimumOutbound: number
  minimumDays: number
  graceDays: number
}

/** The state of a prospect at an instant; what happens later changes nothing. */
export function prospectState(
  { handedAt, touches, closedAt, isReachable }: Prospect,
  at: number,
  limits: SilenceLimits,
): ProspectAssessment {
  const human = touches.filter((touch) => !touch.isAutomated && touch.at >= handedAt && touch.at <= at)
  const answers = human.filter(({ direction }) => direction === 'in').map((touch) => touch.at)
  const lastAnswer = answers.length === 0 ? undefined : maximumOf(answers)
  const attempts = human.filter(({ direction }) => direction === 'out')
  const arrived = attempts
    .filter((touch) => !touch.bounced && (lastAnswer === undefined || touch.at > lastAnswer))
    .map((touch) => touch.at)
    .sort((a, b) => a - b)
  const [first, last] = [arrived[0], arrived.at(-1)]
  const daysSince = (instant: number | undefined): number | null =>
    instant === undefined ? null : (at - instant) / dayLength
  const [daysSinceFirst, daysSinceLast] = [daysSince(first), daysSince(last)]

  function state(): ProspectAssessment['state'] {
    if (closedAt !== undefined && closedAt <= at) return 'closed'
    if (!isReachable || (attempts.length > 0 && attempts.every(({ bounced }) => bounced))) return 'unreachable'
    if (attempts.length === 0) return 'untouched'
    if (arrived.length >= limits.minimumOutbound) {
      const isLong = (daysSinceFirst ?? 0) >= limits.minimumDays && (daysSinceLast ?? 0) >= limits.graceDays
      return isLong ? 'silent' : 'active'
    }
    return at - (lastAnswer ?? handedAt) >= limits.minimumDays * dayLength ? 'underworked' : 'active'
  }

  return {
    state: state(),
    outbound: arrived.length,
    lastAnswerAt: lastAnswer === undefined ? null : new Date(lastAnswer).toISOString(),
    daysSinceFirst,
    daysSinceLast,
  }
}

function maximumOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY)
}
