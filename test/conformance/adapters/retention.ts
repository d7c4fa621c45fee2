import * as retention from '../../../src/metrics/retention/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = { ...(retention as unknown as Record<string, Call>) }
