import * as referrals from '../../../src/metrics/referrals/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = { ...(referrals as unknown as Record<string, Call>) }
