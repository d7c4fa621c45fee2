import { describe, expect, it } from 'vitest'
import type { PurchaseModelFit } from '../../src/predict/models/fit.js'
import type { PurchaseModel, SpendModel } from '../../src/predict/models/models.js'
import { detectSignals } from '../../src/signals/detectSignals.js'
import { detectSlippingCustomers } from '../../src/signals/detectSlippingCustomers.js'
import { deepFreeze } from '../laws/deepFreeze.js'
import { publishedSummary } from '../predict/publishedSummary.js'

const model: PurchaseModel = {
  name: 'mbg-nbd',
  parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 },
  timeUnitDays: 7,
}
const spendModel: SpendModel = { name: 'gamma-gamma', parameters: { p: 6.25, q: 3.74, v: 15.44 }, currency: 'USD' }
const fitted = (status: 'converged' | 'boundary'): PurchaseModelFit => ({
  status,
  model,
  logLikelihood: -9582,
  penalized: -9582,
  diagnostics: {
    customers: 2357,
    repeaters: 946,
    patterns: 1016,
    iterations: 20,
    evaluations: 50,
    gradientNorm: 1e-9,
    hessianEigenvalues: null,
    conditionNumber: null,
    standardErrors: null,
    atBoundary: [],
    nbdLogLikelihood: null,
    prior: 'weak',
    warnings: ['few_repeaters'],
  },
})

const current = deepFreeze({
  ...publishedSummary,
  medianGapDays: [106.5, null, 29, 20, 12],
})
const baseline = deepFreeze({ ...current, asOf: '1997-08-01', ageDays: [213, 213, 213, 213, 213] })

describe('detectSlippingCustomers', () => {
  it('finds those silent beyond their own alarm, with what it costs', () => {
    const signal = detectSlippingCustomers({ current, baseline }, { fit: fitted('converged'), spendModel })
    expect(signal).toMatchObject({
      detector: 'detectSlippingCustomers',
      subject: 'customers',
      status: 'signal',
      comparisons: 1,
      asOf: '1997-09-30',
      excluded: { frequency_below_minimum: 2 },
      definition: { horizonDays: 91, fitStatus: 'converged' },
    })
    const [finding] = signal.findings
    expect(finding).toMatchObject({
      code: 'customers.slipping',
      severity: 'warning',
      subject: 'customers',
      method: 'mbg-nbd',
      params: { horizonDays: 91, minimumFrequency: 2, aliveProbability: 0.5, capDays: 182 },
    })
    expect(finding?.evidence).toEqual({
      eligible: 3,
      watch: 1,
      atRisk: 1,
      probablyLost: 0,
      purchasesAtRisk: expect.closeTo(2.29634, 4),
      purchasesAtRiskShare: expect.closeTo(0.49027, 4),
      valueAtRisk: expect.stringMatching(/^113\.9/),
      valueAtRiskShare: expect.closeTo(0.489, 2),
      currency: 'USD',
      newAtRisk: 1,
      model: 'mbg-nbd',
      fitStatus: 'converged',
      fitWarnings: ['few_repeaters'],
      fitCustomers: 2357,
      customers: ['11'],
    })
    expect(finding?.since).toBe('1997-09-23')
    expect(signal.evidence).toEqual(finding?.evidence)
    expect(JSON.parse(JSON.stringify(signal))).toEqual(signal)
  })

  it('counts as new only those who were not at risk before', () => {
    const before = { ...current, asOf: '1997-09-29' }
    const again = detectSlippingCustomers({ current, baseline: before }, { fit: fitted('converged') })
    expect(again.evidence?.['newAtRisk']).toBe(0)
    expect(detectSlippingCustomers({ current }, { fit: fitted('converged') }).evidence?.['newAtRisk']).toBeNull()
  })

  it('informs without a signal where the fit stands at a boundary, or by own rhythm', () => {
    const atBoundary = detectSlippingCustomers({ current }, { fit: fitted('boundary') })
    expect(atBoundary).toMatchObject({ status: 'no_signal', detectable: null, findings: [{ severity: 'info' }] })
    const rhythm = detectSlippingCustomers({ current }, {})
    expect(rhythm).toMatchObject({
      status: 'no_signal',
      findings: [{ severity: 'info', method: 'own_rhythm', params: { rhythmFactor: 2.5, minimumFrequency: 3 } }],
      evidence: { eligible: 2, purchasesAtRisk: null, fitStatus: null, fitCustomers: null, customers: ['11'] },
    })
    const failed = { ...fitted('converged'), status: 'not_converged', model: null, reason: 'no_finite_start' }
    expect(detectSlippingCustomers({ current }, { fit: failed as PurchaseModelFit })).toMatchObject({
      status: 'no_signal',
      evidence: { model: 'own_rhythm', fitStatus: 'not_converged' },
    })
  })

  it('finds nothing while all buy as usual, and says where nobody can be judged', () => {
    const lively = { ...current, ageDays: [214, 10, 207, 172, 13] }
    expect(detectSlippingCustomers({ current: lively }, { fit: fitted('converged') })).toMatchObject({
      status: 'no_signal',
      findings: [],
      detectable: null,
      evidence: { eligible: 3, atRisk: 0, customers: [] },
    })
    const none = detectSlippingCustomers({ current }, { fit: fitted('converged'), minimumFrequency: 9 })
    expect(none).toMatchObject({
      status: 'not_enough_data',
      missing: [{ what: 'customers', needed: 1, found: 0 }],
      comparisons: 0,
    })
    expect(none.evidence).toBeUndefined()
  })

  it.each([
    [{ current }, { model }, 'INVALID_OPTION', 'options'],
    [{ current }, { fit: { status: 'converged' } }, 'INVALID_OPTION', 'options.fit'],
    [{ current }, { fit: { ...fitted('converged'), model: { name: 'nbd' } } }, 'INVALID_MODEL', 'options.model.name'],
    [{ current: { ...current, medianGapDays: undefined } }, {}, 'INVALID_OPTION', 'options.fit'],
    [{ current, before: baseline }, {}, 'INVALID_OPTION', 'summaries'],
    [{ baseline }, {}, 'INVALID_INPUT', 'summaries.current'],
    [{ current }, { limit: 0 }, 'INVALID_OPTION', 'options.limit'],
  ])('refuses %j', (summaries, options, code, path) => {
    expect(() => detectSlippingCustomers(summaries as never, options as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it('runs with the other detectors, dated by its summary', () => {
    const results = detectSignals(
      { summary: { current } },
      { asOf: '1998-01-01', detectors: { detectSlippingCustomers: { fit: fitted('converged') } } },
    )
    expect(results).toMatchObject([{ detector: 'detectSlippingCustomers', status: 'signal', asOf: '1997-09-30' }])
    expect(detectSignals({ summary: { current } }, { asOf: '1998-01-01' })[0]?.status).toBe('no_signal')
  })
})
