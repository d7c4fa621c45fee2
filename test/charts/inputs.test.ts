import { describe, expectTypeOf, it } from 'vitest'
import type * as charts from '../../src/charts/index.js'
import type { NpsMeasurement } from '../../src/metrics/index.js'
import type { KeyResultReview } from '../../src/review/index.js'
import type { SignalResult } from '../../src/signals/index.js'
import type { SurvivalCurve } from '../../src/statistics/index.js'

describe('the inputs of charts', () => {
  it('are fitted by the results of the library', () => {
    expectTypeOf<KeyResultReview>().toExtend<charts.PlottedKeyResult>()
    expectTypeOf<SignalResult>().toExtend<charts.PlottedSignal>()
    expectTypeOf<NpsMeasurement>().toExtend<charts.PlottedNpsMeasurement>()
    expectTypeOf<SurvivalCurve>().toExtend<charts.PlottedCurve>()
  })
})
