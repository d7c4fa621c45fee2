import { describe, expect, it } from 'vitest'
import { measureCohortRetention, measureNetPromoterScore, measurePurchaseFrequency } from '../../src/metrics/index.js'
import {
  type MetricPair,
  type RetentionReview,
  type ReviewPolicy,
  reviewRetention,
  type SomeRecords,
} from '../../src/review/index.js'
import { detectSegmentsAtRisk } from '../../src/signals/index.js'
import { inputOf, makeCompany, options, policy } from './company.js'
import { faultOf } from './faultOf.js'

const review = reviewRetention(inputOf(), options)
const { asOf, timeZone } = options
const shared = { asOf, ...(timeZone === undefined ? {} : { timeZone }) }
const november = { start: '2025-11-01', end: '2025-12-01' }

function reviewWith(records: SomeRecords, more: Partial<typeof policy> = {}): RetentionReview {
  return reviewRetention({ ...inputOf(records), objectives: [] }, { ...options, policy: { ...policy, ...more } })
}

describe('segments', () => {
  it('have a row for every metric that is watched by segment, and for the NPS of customers', () => {
    const rows = review.segments.map(({ by, metric }) => `${by} ${metric}`)
    expect([...new Set(rows)]).toEqual([
      'plan churn-rate',
      'category complaint-rate',
      'channel clean-handoff-rate',
      'size close-rate',
      'plan net-promoter-score',
    ])
  })

  it('carry the figure of the last complete period and what the detector said', () => {
    const [basic, pro] = review.segments
    expect(basic?.measurement.value).toBe(
      review.measurements.find(({ segment }) => segment?.['plan'] === 'basic')?.current.value,
    )
    const counts = review.series.flatMap((series) => {
      if (series.metric !== 'churn-rate' || series.kind !== 'proportion' || series.segment === undefined) return []
      const recent = series.periods.slice(-3)
      const sum = (name: 'successes' | 'trials') => recent.reduce((total, period) => total + (period[name] ?? 0), 0)
      return [{ id: series.segment['plan'] ?? '', successes: sum('successes'), trials: sum('trials') }]
    })
    const { findings } = detectSegmentsAtRisk(
      { metric: 'churn-rate', better: 'down', segments: counts },
      { asOf: '2025-12-15' },
    )
    expect(findings[0]?.subject).toBe('basic')
    expect(basic?.verdict).toBe('risk')
    expect(basic?.adjustedPValue).toBe(findings[0]?.evidence['adjustedPValue'])
    expect(basic?.shrunkRate).toBe(findings[0]?.evidence['shrunkRate'])
    expect(pro?.verdict).toBe('safer')
  })

  it('have no verdict when nobody looks', () => {
    const { segments } = reviewWith(makeCompany(), { signals: { detectSegmentsAtRisk: false } })
    expect(new Set(segments.map(({ verdict }) => verdict))).toEqual(new Set(['none']))
    expect(segments.every(({ adjustedPValue }) => adjustedPValue === undefined)).toBe(true)
  })
})

describe('controls', () => {
  const constant = (value: number) => ({
    metric: 'csat',
    better: 'up' as const,
    kind: 'proportion' as const,
    periods: Array.from({ length: 10 }, (_, month) => ({
      start: `2025-${String(month + 1).padStart(2, '0')}-01`,
      end: `2025-${String(month + 2).padStart(2, '0')}-01`,
      successes: month === 9 ? value : 500,
      trials: 1000,
    })),
  })

  it('are the series, one each', () => {
    expect(review.controls.map(({ metric, segment }) => [metric, segment])).toEqual(
      review.series.map(({ metric, segment }) => [metric, segment]),
    )
  })

  it.each([
    [500, 'common', undefined, 'common'],
    [700, 'special', '2025-10-01', 'improvement'],
    [300, 'special', '2025-10-01', 'concern'],
  ] as const)('call %i of 1000 after 500 each month %s', (value, variation, since, kind) => {
    const [control] = reviewRetention({ ...inputOf({}), objectives: [], series: [constant(value)] }, options).controls
    expect([control?.variation, control?.since, control?.points.at(-1)?.kind]).toEqual([variation, since, kind])
    expect(control?.assurance).toBe('none')
  })

  it.each([
    ['0.40', 'pass'],
    ['0.60', 'fail'],
    ['0.50', 'inconsistent'],
  ] as const)('hold the limits against the target %s of the key result: %s', (target, assurance) => {
    const keyResult = {
      id: 'k',
      title: 'Satisfied',
      kind: 'change',
      unit: 'ratio',
      baseline: '0.3',
      target,
      metricRef: { metric: 'csat' },
    } as const
    const objectives = [{ id: 'o', title: 'Support', cycleId: '2025-Q4', keyResults: [keyResult] }]
    const [control] = reviewRetention({ ...inputOf({}), objectives, series: [constant(500)] }, options).controls
    expect([control?.target, control?.assurance]).toEqual([Number(target), assurance])
  })

  it('turn a target around that is of the complement', () => {
    const clean = review.controls.find(
      ({ metric, segment }) => metric === 'clean-handoff-rate' && segment === undefined,
    )
    expect(clean?.target).toBe(0.7)
  })

  it('widen the limits of counts that vary more than chance explains', () => {
    const series = constant(500)
    const periods = series.periods.map((period, index) => ({ ...period, successes: index % 2 === 0 ? 400 : 600 }))
    const [control] = reviewRetention(
      { ...inputOf({}), objectives: [], series: [{ ...series, periods }] },
      options,
    ).controls
    expect(control?.variation).toBe('common')
  })
})

describe('parts of customers', () => {
  it('are the retention of cohorts as measured by hand', () => {
    const { activities } = makeCompany()
    const period = { start: '2025-02-01', end: '2025-12-01' }
    const { cells } = measureCohortRetention(activities, { ...shared, period, unit: 'month', lastOffset: 9 })
    expect(review.cohorts?.cells.map(({ value }) => value)).toEqual(cells.map(({ value }) => value))
  })

  it('are the NPS of everybody and of the customer segments', () => {
    const groups = review.netPromoterScore ?? []
    expect(groups.map(({ group }) => group)).toEqual(['', 'basic', 'pro'])
    const { responses, customers } = makeCompany()
    const all = measureNetPromoterScore(responses, { ...shared, period: november })
    expect(groups[0]?.measurement.value).toBe(all.value)
    const pros = new Set(customers.filter(({ extra }) => extra?.['plan'] === 'pro').map(({ id }) => id))
    const own = responses.filter(({ customerId }) => pros.has(customerId ?? ''))
    expect(groups[2]?.measurement.value).toBe(measureNetPromoterScore(own, { ...shared, period: november }).value)
  })

  it('are survival curves that count only days within the periods', () => {
    const paying = (id: string, startedAt: string, endedAt?: string) => ({
      id,
      customerId: id,
      startedAt,
      ...(endedAt === undefined ? {} : { endedAt }),
      mrr: 10,
      currency: 'EUR',
    })
    const subscriptions = [
      paying('long gone', '2024-01-01', '2025-01-15'),
      paying('old', '2024-02-01'),
      paying('short', '2025-04-01', '2025-04-11'),
      paying('new', '2025-04-01'),
    ]
    const [everybody] = reviewWith({ subscriptions }).survival ?? []
    expect(everybody?.name).toBe('')
    expect(everybody?.curve.sampleSize).toBe(3)
    // On the tenth day two are observed: the customer of before the periods enters at the age of a year.
    expect(everybody?.curve.steps).toMatchObject([{ time: 10, atRisk: 2, events: 1, survival: 0.5 }])
  })

  it('leave out what there are no records for', () => {
    const { cohorts, survival, netPromoterScore, handoff, responses, objections, segments } = reviewWith({})
    expect([cohorts, survival, netPromoterScore, handoff, responses, objections]).toEqual(Array(6).fill(undefined))
    expect(segments).toEqual([])
  })
})

describe('response clocks', () => {
  it('are those of the hand-offs of the last three periods', () => {
    const { responses } = review
    const handoffs = makeCompany().handoffs.filter(({ handedAt }) => {
      return String(handedAt) >= '2025-08-31T22:00' && String(handedAt) < '2025-11-30T23:00'
    })
    expect(responses?.sampleSize).toBe(handoffs.length)
    expect(Object.keys(responses?.within ?? {})).toEqual(['10800000'])
    expect(responses?.completed).toBeGreaterThan(0)
  })
})

describe('customers', () => {
  const days = ['01-05', '02-06', '03-04', '04-06', '05-05', '06-04', '07-05']
  const orders = days.map((at, index) => ({
    id: `${index}`,
    customerId: 'ana@example.org',
    placedAt: `2025-${at}T12:00:00Z`,
    status: 'paid' as const,
    total: 10,
    currency: 'EUR',
  }))

  it('are known by their orders where there are no subscriptions', () => {
    const { signals } = reviewWith({ orders })
    const found = signals.flatMap(({ findings }) => findings)
    expect(found.map(({ code, subject }) => [code, subject])).toContainEqual([
      'customer.purchase_fall',
      'ana@example.org',
    ])
    expect(found[0]?.evidence['value']).toBe(70)
  })

  it('are ordinals when ids must not be shown', () => {
    const { signals, headline } = reviewWith({ orders }, { redact: 'ids' })
    expect(JSON.stringify([signals, headline])).not.toContain('ana@example.org')
    expect(signals.flatMap(({ findings }) => findings).map(({ subject }) => subject)).toContain('customer-1')
  })
})

describe('figures', () => {
  it('of buyers in their segments are those of the segment by hand', () => {
    const { measurements } = reviewWith(makeCompany(), { bySegment: ['purchase-frequency'] })
    const { orders, customers } = makeCompany()
    const pros = new Set(customers.filter(({ extra }) => extra?.['plan'] === 'pro').map(({ id }) => id))
    const own = orders.filter(({ customerId }) => pros.has(customerId ?? ''))
    const pro = measurements.find(({ segment }) => segment?.['plan'] === 'pro')
    expect(pro?.current.value).toBe(measurePurchaseFrequency(own, { ...shared, period: november }).value)
  })

  it('leave the first cohorts of the records out of their series', () => {
    const series = (more: object) =>
      reviewWith(makeCompany(), { metrics: { 'cohort-repeat-rate': { withinDays: 60, ...more } } }).series.find(
        ({ metric }) => metric === 'cohort-repeat-rate',
      )
    expect(series({})).toBeUndefined()
    expect(series({ historyStart: '2024-01-01' })?.periods[0]?.start).toBe('2025-02-01')
  })

  it('name deals that look like one', () => {
    const deal = { leadId: 'l', status: 'open' as const }
    const opportunities = [
      { ...deal, id: 'a', createdAt: '2025-11-03T10:00:00Z' },
      { ...deal, id: 'b', createdAt: '2025-11-03T20:00:00Z' },
      { ...deal, id: 'c', createdAt: '2025-11-20T20:00:00Z' },
    ]
    expect(reviewWith({ opportunities }).dataQuality).toEqual([
      {
        code: 'data.duplicate_deals',
        severity: 'info',
        subject: 'opportunities',
        evidence: { deals: 1 },
        method: 'rule',
        params: {},
      },
    ])
  })
})

describe('contradictions', () => {
  it('are looked for in the series where a threshold is not known', () => {
    const modesOf = (contradictions: MetricPair[]) => {
      const results = reviewWith(makeCompany(), { contradictions }).signals
      return results.flatMap(({ detector, definition }) =>
        detector === 'detectContradictoryMetrics' ? [definition['mode']] : [],
      )
    }
    const known = {
      first: { metric: 'net-promoter-score' },
      second: { metric: 'churn-rate', threshold: '0.05' },
    }
    const unknown = { first: { metric: 'churn-rate' }, second: { metric: 'close-rate' } }
    expect(modesOf([known])).toEqual(['level'])
    expect(modesOf([unknown])).toEqual(['trend'])
    expect(modesOf([known, unknown])).toEqual(['level', 'trend'])
  })
})

describe('phases of control charts', () => {
  const periods = Array.from({ length: 12 }, (_, index) => {
    const start = `2025-${String(index + 1).padStart(2, '0')}-01`
    const end = index === 11 ? '2026-01-01' : `2025-${String(index + 2).padStart(2, '0')}-01`
    return { start, end, value: (index < 6 ? 80 : 60) + (index % 3) }
  })
  const series = [{ metric: 'csat', better: 'up' as const, kind: 'value' as const, periods }]
  const controlOf = (phases: ReviewPolicy['phases']) =>
    reviewRetention({ ...inputOf({}), objectives: [], series }, { ...options, policy: { ...policy, phases } })
      .controls[0]

  it('begin with the first period from their day on, with limits of their own', () => {
    const control = controlOf([{ metric: 'csat', from: '2025-06-15' }])
    expect(control?.points.map(({ phase }) => phase)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    expect(new Set(control?.points.map(({ mean }) => mean))).toEqual(new Set([81, 61]))
    expect(control?.variation).toBe('common')
  })

  it('are none where nothing is known, and then the change is special', () => {
    const control = controlOf(undefined)
    expect(new Set(control?.points.map(({ phase }) => phase))).toEqual(new Set([0]))
    expect(control?.variation).toBe('special')
    expect(controlOf([{ metric: 'churn-rate', from: '2025-06-15' }])).toEqual(control)
  })

  it('are counted from 0 on, whatever the days before and after the series', () => {
    const days = ['2024-01-01', '2025-07-01', '2025-07-01', '2025-07-10', '2027-01-01']
    const control = controlOf(days.map((from) => ({ metric: 'csat', from })))
    expect(control?.points.map(({ phase }) => phase)).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2])
  })

  it.each([
    [{ metric: 'csat', from: '2025-02-30' }, 'INVALID_DAY', 'options.policy.phases[0].from'],
    [{ metric: 1, from: '2025-02-01' }, 'INVALID_OPTION', 'options.policy.phases[0].metric'],
    [{ metric: 'csat', from: '2025-02-01', to: '' }, 'INVALID_OPTION', 'options.policy.phases[0]'],
  ])('refuse %j', (phase, code, path) => {
    expect(faultOf(() => controlOf([phase as never]))).toEqual({ code, path })
  })
})
