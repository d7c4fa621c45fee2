import type { TopLevelSpec } from 'vega-lite'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type * as charts from '../../src/charts/index.js'
import type { LayerSpec } from '../../src/charts/spec.js'
import type { CohortRetention, DurationSummary, NpsMeasurement } from '../../src/metrics/index.js'
import type { KeyResultReview } from '../../src/review/index.js'
import type { SignalResult } from '../../src/signals/index.js'
import type { SurvivalCurve } from '../../src/statistics/index.js'

describe('the inputs of charts', () => {
  it('are fitted by the results of the library', () => {
    expectTypeOf<KeyResultReview>().toExtend<charts.PlottedKeyResult>()
    expectTypeOf<SignalResult>().toExtend<charts.PlottedSignal>()
    expectTypeOf<NpsMeasurement>().toExtend<charts.PlottedNpsMeasurement>()
    expectTypeOf<CohortRetention>().toExtend<charts.PlottedCohorts>()
    expectTypeOf<DurationSummary>().toExtend<charts.PlottedDurations>()
    expectTypeOf<SurvivalCurve>().toExtend<charts.PlottedCurve>()
  })
})

describe('the layers of charts', () => {
  it('are layers of Vega-Lite, by its own types', () => {
    const asTopLevel = (layer: LayerSpec[]): TopLevelSpec => ({ data: { values: [] }, layer })
    expect(asTopLevel([])).toEqual({ data: { values: [] }, layer: [] })
  })
})
