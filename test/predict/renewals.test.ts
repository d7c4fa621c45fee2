import { describe, expect, it } from 'vitest'
import { discountedLifetime } from '../../src/predict/discountedLifetime.js'
import { discountedResidualLifetime } from '../../src/predict/discountedResidualLifetime.js'
import { fitRenewalModel } from '../../src/predict/fitRenewalModel.js'
import type { RenewalModel } from '../../src/predict/models/models.js'
import { projectRetentionCurve } from '../../src/predict/projectRetentionCurve.js'
import { renewalLogLikelihood } from '../../src/predict/renewalLogLikelihood.js'
import { tallyRenewals } from '../../src/predict/tallyRenewals.js'
import { deepFreeze } from '../laws/deepFreeze.js'
import { hasCdnow, rowsOf } from './cdnow.js'

const model = (alpha: number, beta: number): RenewalModel => ({
  name: 'shifted-beta-geometric',
  parameters: { alpha, beta },
})
const highEnd = model(0.668, 3.806)
const active = [1000, 869, 743, 653, 593, 551, 517, 491]

function refuses(call: () => unknown, code: string, path: string) {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

describe('tallyRenewals', () => {
  it('counts who stayed and who left at each renewal', () => {
    expect(tallyRenewals(deepFreeze([active]))).toEqual({
      kind: 'renewals',
      definition: {},
      kept: [869, 743, 653, 593, 551, 517, 491],
      lost: [131, 126, 90, 60, 42, 34, 26],
    })
    expect(tallyRenewals([active, [500], [], [10, 8]]).lost.slice(0, 2)).toEqual([133, 126])
  })

  it.each([
    [[[10, 11]], 'INVALID_COHORT', 'cohorts[0][1]'],
    [[[10], [-1]], 'INVALID_COHORT', 'cohorts[1][0]'],
    [[[10, 1.5]], 'INVALID_COHORT', 'cohorts[0][1]'],
    [[7], 'INVALID_INPUT', 'cohorts[0]'],
    ['no', 'INVALID_INPUT', 'cohorts'],
  ])('refuses %j', (cohorts, code, path) => {
    refuses(() => tallyRenewals(cohorts as never), code, path)
  })
})

describe('fitRenewalModel', () => {
  it('finds the published parameters of both segments', () => {
    const fit = fitRenewalModel([active])
    expect(fit.status).toBe('converged')
    expect(fit.model?.parameters.alpha).toBeCloseTo(0.66809, 4)
    expect(fit.model?.parameters.beta).toBeCloseTo(3.80609, 4)
    expect(fit).toMatchObject({ diagnostics: { customers: 1000, repeaters: 869, warnings: [], prior: 'none' } })
    const regular = fitRenewalModel([[1000, 631, 468, 382, 326, 289, 262, 241]])
    expect(regular.model?.parameters.alpha).toBeCloseTo(0.70408, 4)
    expect(regular.model?.parameters.beta).toBeCloseTo(1.18204, 4)
  })

  it('takes the tally, and cohorts without a renewal change nothing', () => {
    const fit = fitRenewalModel([active])
    expect(fitRenewalModel(tallyRenewals([active]))).toEqual(fit)
    expect(fitRenewalModel([[70], active])).toEqual(fit)
  })

  it('says what its data lack', () => {
    const reasonOf = (cohorts: number[][]) => fitRenewalModel(cohorts)
    expect(reasonOf([])).toMatchObject({ status: 'insufficient_data', model: null, reason: 'no_customers' })
    expect(reasonOf([[0, 0, 0]])).toMatchObject({ reason: 'no_customers' })
    expect(reasonOf([[10, 4]])).toMatchObject({ reason: 'single_renewal' })
    expect(reasonOf([[10, 10, 10]])).toMatchObject({ reason: 'no_losses' })
    expect(reasonOf([[10, 0, 0]])).toMatchObject({ reason: 'no_survivors' })
    expect(fitRenewalModel({ kind: 'renewals', definition: {}, kept: [5, 0], lost: [5, 0] })).toMatchObject({
      reason: 'single_renewal',
      diagnostics: { evaluations: 0, gradientNorm: null },
    })
  })

  it('warns where retention falls, which it cannot follow', () => {
    expect(fitRenewalModel([[1000, 800, 500, 200, 50]])).toMatchObject({
      status: 'boundary',
      diagnostics: { warnings: ['parameter_at_boundary', 'retention_falling'] },
    })
  })

  it('says when the steps did not do', () => {
    expect(fitRenewalModel([active], { maximumIterations: 1 })).toMatchObject({
      status: 'not_converged',
      model: null,
      reason: 'iterations_exhausted',
    })
  })

  it('refuses other tallies, broken counts and options', () => {
    refuses(() => fitRenewalModel({ kind: 'purchases' } as never), 'TALLY_MISMATCH', 'cohorts.kind')
    refuses(() => fitRenewalModel({ ...tallyRenewals([active]), lost: [1] }), 'INVALID_INPUT', 'cohorts.lost')
    refuses(() => fitRenewalModel([active], { steps: 3 } as never), 'INVALID_OPTION', 'options')
    refuses(() => fitRenewalModel([active], { maximumIterations: 0 }), 'INVALID_OPTION', 'options.maximumIterations')
  })
})

describe('renewalLogLikelihood', () => {
  it('is that of the losses and of the survivors', () => {
    const { survival, churnProbability } = projectRetentionCurve({ model: highEnd, renewals: 7 })
    const counts = tallyRenewals([active])
    const direct = counts.lost.reduce(
      (sum, lost, row) => sum + lost * Math.log(churnProbability[row] ?? 0),
      491 * Math.log(survival[6] ?? 0),
    )
    expect(renewalLogLikelihood(counts, { model: highEnd })).toBeCloseTo(direct, 8)
  })
})

describe('projectRetentionCurve', () => {
  it('gives a row a renewal', () => {
    const { renewal, survival } = projectRetentionCurve({ model: highEnd, renewals: 12 })
    expect(renewal).toHaveLength(12)
    expect(survival[0]).toBeCloseTo(0.850693, 6)
    expect(survival[11]).toBeCloseTo(0.37804, 6)
  })

  it.each([
    [{ model: highEnd, renewals: 0 }, 'INVALID_OPTION', 'options.renewals'],
    [{ model: null, renewals: 1 }, 'INVALID_MODEL', 'options.model'],
    [{ model: { name: 'sbg' }, renewals: 1 }, 'INVALID_MODEL', 'options.model.name'],
    [{ model: { ...highEnd, parameters: null }, renewals: 1 }, 'INVALID_MODEL', 'options.model.parameters'],
    [{ model: model(0, 1), renewals: 1 }, 'INVALID_MODEL', 'options.model.parameters.alpha'],
    [{ model: highEnd, renewals: 1, discount: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j', (options, code, path) => {
    refuses(() => projectRetentionCurve(options as never), code, path)
  })
})

describe('lifetimes', () => {
  it('have a closed form without discount, or no end', () => {
    expect(discountedLifetime({ model: model(2, 3), discountPerPeriod: 0 }).value).toBe(4)
    expect(discountedResidualLifetime({ renewals: 2 }, { model: model(3, 4), discountPerPeriod: 0 }).value).toBe(3)
    expect(discountedLifetime({ model: highEnd, discountPerPeriod: 0 })).toMatchObject({
      value: null,
      reason: 'unbounded',
      unit: 'count',
    })
    expect(discountedResidualLifetime({ renewals: 0 }, { model: highEnd, discountPerPeriod: 0 })).toMatchObject({
      value: null,
      reason: 'unbounded',
    })
  })

  it('count as many payments as are asked for', () => {
    const { survival } = projectRetentionCurve({ model: highEnd, renewals: 3 })
    const [first = 0, second = 0] = survival
    const of = (periods: number) => discountedLifetime({ model: highEnd, discountPerPeriod: 0, periods }).value
    expect(of(1)).toBe(1)
    expect(of(3)).toBeCloseTo(1 + first + second, 12)
    const options = { model: highEnd, discountPerPeriod: 0.1, periods: 2 }
    expect(discountedResidualLifetime({ renewals: 0 }, options).value).toBeCloseTo(first + second / 1.1, 12)
  })

  it('after a payment are a period away', () => {
    const options = { model: highEnd, discountPerPeriod: 0.1 }
    const before = discountedResidualLifetime({ renewals: 7 }, options).value ?? 0
    expect(before).toBeCloseTo(7.52995, 5)
    const after = discountedResidualLifetime({ renewals: 7 }, { ...options, timing: 'after_payment' })
    expect(after.value).toBeCloseTo(before / 1.1, 12)
    expect(after.definition['timing']).toBe('after_payment')
  })

  it.each([
    [{ discountPerPeriod: -0.1 }, 'INVALID_OPTION', 'options.discountPerPeriod'],
    [{ discountPerPeriod: 1e-6 }, 'INVALID_OPTION', 'options.discountPerPeriod'],
    [{}, 'INVALID_OPTION', 'options.discountPerPeriod'],
    [{ discountPerPeriod: 0.1, periods: 0 }, 'INVALID_OPTION', 'options.periods'],
  ])('refuse the options %j', (options, code, path) => {
    refuses(() => discountedLifetime({ model: highEnd, ...options } as never), code, path)
    refuses(() => discountedResidualLifetime({ renewals: 1 }, { model: highEnd, ...options } as never), code, path)
  })

  it('refuse renewals that are no number of renewals, and other moments', () => {
    const options = { model: highEnd, discountPerPeriod: 0.1 }
    refuses(() => discountedResidualLifetime({ renewals: -1 }, options), 'INVALID_HISTORY', 'data.renewals')
    const timing = { ...options, timing: 'never' } as never
    refuses(() => discountedResidualLifetime({ renewals: 1 }, timing), 'INVALID_OPTION', 'options.timing')
  })
})

describe.skipIf(!hasCdnow)('the published cohorts', () => {
  it('give the parameters that made them', () => {
    const cohorts = new Map<string, number[]>()
    for (const [name, cohort = '', passed, customers] of hasCdnow ? rowsOf('sbg_multicohort.csv') : []) {
      if (name !== 'case1') continue
      const counts = cohorts.get(cohort) ?? []
      counts[Number(passed)] = Number(customers)
      cohorts.set(cohort, counts)
    }
    const fit = fitRenewalModel(cohorts.values())
    expect(fit.model?.parameters.alpha).toBeCloseTo(3.79813, 4)
    expect(fit.model?.parameters.beta).toBeCloseTo(15.19191, 3)
  })
})
