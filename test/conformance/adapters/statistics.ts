import { cumulativeProbability } from '../../../src/statistics/cumulativeProbability.js'
import { cumulativeSumChart } from '../../../src/statistics/cumulativeSumChart.js'
import { distributionQuantile } from '../../../src/statistics/distributionQuantile.js'
import { exponentialAverageLimit } from '../../../src/statistics/exponentialAverageLimit.js'
import { exponentialAverageScore } from '../../../src/statistics/exponentialAverageScore.js'
import { gammaPoissonForecast } from '../../../src/statistics/gammaPoissonForecast.js'
import type { KaplanMeierOptions, Observation } from '../../../src/statistics/index.js'
import * as statistics from '../../../src/statistics/index.js'
import { jeffreysInterval } from '../../../src/statistics/jeffreysInterval.js'
import { npsDifferenceTest } from '../../../src/statistics/npsDifferenceTest.js'
import { pooledGapShape } from '../../../src/statistics/pooledGapShape.js'
import { pooledRatePrior } from '../../../src/statistics/pooledRatePrior.js'
import { silenceProbability } from '../../../src/statistics/silenceProbability.js'
import { trendOnset } from '../../../src/statistics/trendOnset.js'
import { upperTailProbability } from '../../../src/statistics/upperTailProbability.js'

/** A curve as the reference writes it: a column for each member of its steps. */
function curveOfColumns(observations: Iterable<Observation>, options: KaplanMeierOptions) {
  const { steps, ...summaries } = statistics.kaplanMeier(observations, options)
  return {
    ...summaries,
    steps: {
      time: steps.map(({ time }) => time),
      atRisk: steps.map(({ atRisk }) => atRisk),
      events: steps.map(({ events }) => events),
      survival: steps.map(({ survival }) => survival),
      standardError: steps.map(({ standardError }) => standardError),
      lower: steps.map(({ lower }) => lower),
      upper: steps.map(({ upper }) => upper),
    },
  }
}

type Call = (input: never, options: never) => unknown

/** Every public function by its name, and the internal ones that have reference values. */
export const adapters: Record<string, Call> = {
  ...(Object.fromEntries(Object.entries(statistics)) as Record<string, Call>),
  cumulativeSumChart: cumulativeSumChart as Call,
  exponentialAverageLimit: exponentialAverageLimit as Call,
  exponentialAverageScore: exponentialAverageScore as Call,
  jeffreysInterval: jeffreysInterval as Call,
  kaplanMeier: curveOfColumns as Call,
  npsDifferenceTest: npsDifferenceTest as Call,
  cumulativeProbability: cumulativeProbability as Call,
  distributionQuantile: distributionQuantile as Call,
  gammaPoissonForecast: gammaPoissonForecast as Call,
  pooledGapShape: pooledGapShape as Call,
  pooledRatePrior: pooledRatePrior as Call,
  silenceProbability: silenceProbability as Call,
  upperTailProbability: upperTailProbability as Call,
  trendOnset: trendOnset as Call,
}
