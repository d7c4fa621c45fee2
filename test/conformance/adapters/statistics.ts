import { cumulativeSumChart } from '../../../src/statistics/cumulativeSumChart.js'
import { exponentialAverageLimit } from '../../../src/statistics/exponentialAverageLimit.js'
import { exponentialAverageScore } from '../../../src/statistics/exponentialAverageScore.js'
import * as statistics from '../../../src/statistics/index.js'
import { jeffreysInterval } from '../../../src/statistics/jeffreysInterval.js'
import { npsDifferenceTest } from '../../../src/statistics/npsDifferenceTest.js'
import { trendOnset } from '../../../src/statistics/trendOnset.js'

type Call = (input: never, options: never) => unknown

/** Every public function by its name, and the internal ones that have reference values. */
export const adapters: Record<string, Call> = {
  ...(Object.fromEntries(Object.entries(statistics)) as Record<string, Call>),
  cumulativeSumChart: cumulativeSumChart as Call,
  exponentialAverageLimit: exponentialAverageLimit as Call,
  exponentialAverageScore: exponentialAverageScore as Call,
  jeffreysInterval: jeffreysInterval as Call,
  npsDifferenceTest: npsDifferenceTest as Call,
  trendOnset: trendOnset as Call,
}
