import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discountedLifetime } from '../../src/predict/discountedLifetime.js'
import { discountedResidualLifetime } from '../../src/predict/discountedResidualLifetime.js'
import { expectedOrderValue } from '../../src/predict/expectedOrderValue.js'
import { fitRenewalModel } from '../../src/predict/fitRenewalModel.js'
import type { PurchaseModel, RenewalModel, SpendModel } from '../../src/predict/models/models.js'
import { projectRetentionCurve } from '../../src/predict/projectRetentionCurve.js'
import { rankCustomersAtRisk } from '../../src/predict/rankCustomersAtRisk.js'
import { summarisePurchaseDays } from '../../src/predict/summarisePurchaseDays.js'
import { tallyRenewals } from '../../src/predict/tallyRenewals.js'
import { logGamma } from '../../src/statistics/special/logGamma.js'
import { mergeTallies } from '../../src/tally/index.js'
import { deepFreeze } from './deepFreeze.js'

const settings = { seed: 20261128, numRuns: 100 }
const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })

const renewalModels = fc
  .record({ alpha: positive(0.05, 20), beta: positive(0.05, 50) })
  .map((parameters): RenewalModel => deepFreeze({ name: 'shifted-beta-geometric', parameters }))
const cohorts = fc.array(
  fc.array(fc.nat(500), { maxLength: 6 }).map((counts) => counts.sort((a, b) => b - a)),
  { maxLength: 4 },
)

describe('renewals', () => {
  it('survive as the closed form B(alpha, beta + t) / B(alpha, beta) says, at rising rates', () => {
    fc.assert(
      fc.property(renewalModels, (model) => {
        const { alpha, beta } = model.parameters
        const curve = projectRetentionCurve({ model, renewals: 20 })
        curve.survival.forEach((share, row) => {
          const t = row + 1
          const closed = logGamma(beta + t) - logGamma(alpha + beta + t) - logGamma(beta) + logGamma(alpha + beta)
          expect(Math.abs(share / Math.exp(closed) - 1)).toBeLessThan(1e-9)
          expect(curve.retentionRate[row] ?? 0).toBeGreaterThan(curve.retentionRate[row - 1] ?? 0)
        })
        const left = curve.churnProbability.reduce((sum, share) => sum + share, curve.survival.at(-1) ?? 0)
        expect(left).toBeCloseTo(1, 10)
      }),
      settings,
    )
  })

  it('are worth one payment and, a period later, the residual of a customer without a renewal', () => {
    fc.assert(
      fc.property(renewalModels, positive(0.01, 1), (model, discountPerPeriod) => {
        const whole = discountedLifetime({ model, discountPerPeriod }).value ?? 0
        const rest = discountedResidualLifetime({ renewals: 0 }, { model, discountPerPeriod }).value ?? 0
        expect(whole).toBeCloseTo(1 + rest / (1 + discountPerPeriod), 9)
        const loyal = discountedResidualLifetime({ renewals: 5 }, { model, discountPerPeriod }).value ?? 0
        expect(loyal).toBeGreaterThanOrEqual(rest)
      }),
      settings,
    )
  })

  it('pool by adding cohorts, whole or merged, those without a renewal or not', () => {
    fc.assert(
      fc.property(cohorts, cohorts, (first, second) => {
        const whole = tallyRenewals([...first, ...second])
        expect(mergeTallies(tallyRenewals(first), tallyRenewals(second))).toEqual(whole)
        expect(tallyRenewals([...second, [900], ...first])).toEqual(whole)
        const fit = fitRenewalModel(whole)
        expect(fitRenewalModel([...second, ...first])).toEqual(fit)
        expect(JSON.parse(JSON.stringify(fit))).toEqual(fit)
      }),
      { ...settings, numRuns: 25 },
    )
  })
})

describe('order values', () => {
  it('lie between the own mean and that of all, and are never negative', () => {
    fc.assert(
      fc.property(
        fc.record({ p: positive(0.1, 20), q: positive(0.1, 20), v: positive(0.1, 100) }),
        fc.nat(30),
        positive(-10, 500),
        (parameters, frequency, monetaryValue) => {
          const spendModel: SpendModel = { name: 'gamma-gamma', parameters, currency: null }
          const { value, reason } = expectedOrderValue(deepFreeze({ frequency, monetaryValue }), { spendModel })
          expect(value === null).toBe(reason === 'unbounded')
          if (value === null) return
          expect(value).toBeGreaterThanOrEqual(0)
          if (parameters.q <= 1 || frequency === 0 || monetaryValue <= 0) return
          const mean = (parameters.p * parameters.v) / (parameters.q - 1)
          expect(value).toBeGreaterThanOrEqual(Math.min(mean, monetaryValue) * (1 - 1e-9))
          expect(value).toBeLessThanOrEqual(Math.max(mean, monetaryValue) * (1 + 1e-9))
        },
      ),
      settings,
    )
  })
})

describe('the work list', () => {
  const model: PurchaseModel = {
    name: 'mbg-nbd',
    parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 },
    timeUnitDays: 7,
  }
  const orders = fc.array(
    fc
      .record({ customerId: fc.constantFrom('a', 'b', 'c'), day: fc.integer({ min: 1, max: 28 }) })
      .map(({ customerId, day }) => ({ customerId, placedAt: `2024-02-${String(day).padStart(2, '0')}` })),
    { maxLength: 30 },
  )

  it('does not depend on the order of rows, and its alarms come in the order of their levels', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 300 }), (rows, days) => {
        const asOf = new Date(Date.UTC(2024, 1, 28 + days)).toISOString().slice(0, 10)
        const list = rankCustomersAtRisk(deepFreeze(summarisePurchaseDays(rows, { asOf })), { model })
        expect(rankCustomersAtRisk(summarisePurchaseDays([...rows].reverse(), { asOf }), { model })).toEqual(list)
        expect(JSON.parse(JSON.stringify(list))).toEqual(list)
        for (const { alarmDates, purchasesAtRisk, usualPurchases, expectedPurchases, level } of list.rows) {
          const { watch, at_risk, probably_lost } = alarmDates
          expect((watch ?? '') <= (at_risk ?? '') && (at_risk ?? '') <= (probably_lost ?? '9')).toBe(true)
          expect(purchasesAtRisk).toBe(Math.max(0, usualPurchases - (expectedPurchases ?? 0)))
          expect(level === null || (alarmDates[level] ?? '9') <= asOf).toBe(true)
        }
      }),
      settings,
    )
  })
})
