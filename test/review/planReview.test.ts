import { describe, expect, it } from 'vitest'
import { planReview, type ReviewInput, reviewRetention } from '../../src/review/index.js'
import { inputOf, makeCompany, options, policy } from './company.js'
import { faultOf } from './faultOf.js'

const { asOf, timeZone } = options
const planOptions = { asOf, timeZone, policy }

describe('planReview', () => {
  it('names what a review computes', () => {
    const plan = planReview(inputOf(), planOptions)
    const review = reviewRetention(inputOf(), options)
    const measured = new Set(review.measurements.map(({ metric }) => metric))
    expect([...measured].filter((metric) => !plan.metrics.includes(metric))).toEqual([])
    expect(plan.detectors).toEqual([...new Set(review.signals.map(({ detector }) => detector))].sort(byPlan(plan)))
    expect(plan.gaps).toEqual([
      { what: 'responsibility-clarity', code: 'no_records', needs: ['responsibilities'] },
      { what: 'detectCompetitorMentions', code: 'no_records', needs: [] },
    ])
  })

  it('says which records and choices would allow the rest', () => {
    const { metrics, detectors, gaps } = planReview(inputOf({ leads: [], handoffs: [], tickets: [] }), { asOf })
    expect(metrics).toContain('time-to-resolution')
    expect(detectors).toEqual(['detectSustainedDecline'])
    expect(gaps).toContainEqual({ what: 'sla-attainment', code: 'missing_option', needs: ['target'] })
    expect(gaps).toContainEqual({ what: 'clean-handoff-rate', code: 'missing_option', needs: ['policy.handoff'] })
    expect(gaps).toContainEqual({ what: 'complaint-rate', code: 'no_records', needs: ['orders'] })
    expect(gaps).toContainEqual({ what: 'detectCloseRateFall', code: 'no_records', needs: ['opportunities'] })
    expect(gaps).toContainEqual({
      what: 'detectOwnershipGap',
      code: 'missing_option',
      needs: ['policy.handoff'],
    })
  })

  it('reads no record', () => {
    const { orders } = makeCompany()
    let read = 0
    const once = (function* () {
      for (const order of orders) {
        read += 1
        yield order
      }
    })()
    planReview(inputOf({ orders: once }), planOptions)
    expect(read).toBe(0)
  })

  it('leaves out what is switched off', () => {
    const off = {
      ...policy,
      metrics: { ...policy.metrics, 'close-rate': false as const },
      signals: { detectNpsFall: false as const },
    }
    const { metrics, detectors, gaps } = planReview(inputOf(), { ...planOptions, policy: off })
    expect(metrics).not.toContain('close-rate')
    expect(detectors).not.toContain('detectCloseRateFall')
    expect(detectors).not.toContain('detectNpsFall')
    expect(gaps.map(({ what }) => what)).not.toContain('detectNpsFall')
  })

  it('counts figures made elsewhere', () => {
    const given = { metric: 'churn-rate', value: 0.2, unit: 'ratio', sampleSize: 50, definition: {} } as const
    const input: ReviewInput = { ...inputOf({}), objectives: [], measurements: [given] }
    const { metrics, gaps } = planReview(input, planOptions)
    expect(metrics).toEqual(['churn-rate'])
    expect(gaps.map(({ what }) => what)).not.toContain('churn-rate')
  })

  it('refuses an option that it does not have', () => {
    expect(faultOf(() => planReview(inputOf(), { ...planOptions, top: 3 } as never))).toEqual({
      code: 'INVALID_OPTION',
      path: 'options',
    })
  })
})

function byPlan({ detectors }: { detectors: string[] }): (a: string, b: string) => number {
  return (a, b) => detectors.indexOf(a) - detectors.indexOf(b)
}
