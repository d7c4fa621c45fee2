import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { renderHtml, renderMarkdown } from '../../src/report/index.js'
import { type RetentionReview, reviewRetention } from '../../src/review/index.js'
import type { SignalResult } from '../../src/signals/index.js'
import { inputOf, makeCompany, options, policy } from '../review/company.js'

const segments = [
  { name: 'plan', of: 'customer', field: 'plan' },
  { name: 'country', of: 'customer', field: 'country' },
] as const
const review = reviewRetention(inputOf(), { ...options, policy: { ...policy, segments } })
const english = createMessages(en)
const spanish = createMessages(es)

/** The review with one result of a detector alone. */
function only(...signals: SignalResult[]): RetentionReview {
  return { ...review, signals }
}

function quiet(change: Partial<SignalResult>): SignalResult {
  return {
    detector: 'detectSustainedDecline',
    subject: 'churn-rate',
    status: 'no_signal',
    findings: [],
    detectable: { value: 0.009, unit: 'per-period', power: 0.8 },
    cautions: [],
    comparisons: 1,
    excluded: {},
    asOf: '2025-12-15',
    definition: {},
    ...change,
  }
}

/** The lines of a text without the marks that keep signs as they are. */
function linesOf(given: RetentionReview, messages = english): string[] {
  return renderMarkdown(given, { messages }).replaceAll('\u00A0', ' ').replaceAll('\\', '').split('\n')
}

describe('a detector that finds nothing', () => {
  it('says below which change it could not have seen one, in the unit of the metric', () => {
    const given = only(
      quiet({}),
      quiet({ subject: 'net-promoter-score', detectable: { value: 2.25, unit: 'metric', power: 0.8 } }),
      quiet({ detector: 'detectDissatisfactionSpike', detectable: { value: 1.6, unit: 'factor', power: 0.8 } }),
      quiet({ detector: 'detectNpsFall', detectable: { value: 12, unit: 'points', power: 0.8 } }),
      quiet({ subject: 'first-response-time', detectable: { value: 3_600_000, unit: 'metric', power: 0.8 } }),
    )
    const limit = 'no signal; a change smaller than stated could not have been seen'
    expect(linesOf(given)).toEqual(
      expect.arrayContaining([
        `- gradual declines – ${limit}: churn rate (0.9 points a month); NPS (2.3 points); first response time (1 hr)`,
        `- spikes of dissatisfaction – ${limit}: churn rate (1.6 times)`,
        `- falls of the NPS – ${limit}: churn rate (12 points)`,
      ]),
    )
    expect(linesOf(given, spanish)).toContain(
      '- descensos graduales – sin señal; un cambio menor que el indicado no habría podido verse: ' +
        'tasa de cancelación (0,9 puntos al mes); NPS (2,3 puntos); tiempo de primera respuesta (1 h)',
    )
    expect(renderHtml(given, { messages: english })).toContain('could not have been seen: churn rate')
  })

  it('says so where no such change is defined', () => {
    const pair = { detector: 'detectContradictoryMetrics', subject: 'net-promoter-score/churn-rate', detectable: null }
    expect(linesOf(only(quiet(pair)))).toContain(
      '- contradictory metrics – no signal: NPS / churn rate (how small a change is seen is not defined)',
    )
  })

  it('names each of two splits of one metric', () => {
    const found = review.signals.filter(({ detector }) => detector === 'detectSegmentsAtRisk')
    expect(found.map(({ subject, by }) => [subject, by])).toEqual([
      ['churn-rate', 'plan'],
      ['churn-rate', 'country'],
    ])
    const both = found.map((result) => quiet({ ...result, status: 'no_signal', findings: [], detectable: null }))
    expect(linesOf(only(...both)).find((line) => line.startsWith('- segments at risk'))).toMatch(
      /churn rate · plan \(.*churn rate · country \(/u,
    )
    expect(linesOf(review).join('\n')).toMatch(/Churn rate, plan basic: [\d.]+% against [\d.]+% in the rest/u)
  })
})

describe('customers that are marked', () => {
  const finding = {
    code: 'customer.purchase_fall',
    severity: 'critical',
    subject: 'c1',
    evidence: { elapsedDays: 90, usualGap: 20 },
    method: 'poisson',
    params: {},
  } as const
  const marked = (evidence: SignalResult['evidence']): RetentionReview =>
    only(
      quiet({
        detector: 'detectPurchaseFrequencyFall',
        status: 'signal',
        findings: [finding],
        evidence: evidence ?? {},
      }),
    )

  it('stand beside how many chance alone would mark', () => {
    const few = marked({ alerts: 28, customersTested: 4300, expectedFalseAlerts: 43 })
    expect(linesOf(few)).toContain(
      '28 of 4,300 customers looked at are marked; about 43 would be by chance alone: no more than chance explains.',
    )
    expect(linesOf(few, spanish)).toContain(
      '28 de los 4300 clientes analizados están marcados; solo por azar se esperarían unos 43: no son más de los que ' +
        'explica el azar.',
    )
    const many = marked({ alerts: 90, customersTested: 4300, expectedFalseAlerts: 43 })
    expect(linesOf(many)).toContain('90 of 4,300 customers looked at are marked; about 43 would be by chance alone.')
  })

  it('are counted where the evidence does not say', () => {
    expect(linesOf(marked({}))).toContain('Count: 1')
  })
})

describe('what is missing', () => {
  it('is the kind of answer, where there are others', () => {
    const { responses, ...rest } = makeCompany()
    const records = { ...rest, responses: responses.filter(({ kind }) => kind === 'csat') }
    const { gaps, measurements } = reviewRetention(inputOf(records), options)
    expect(measurements.filter(({ metric }) => metric === 'net-promoter-score')).toEqual([])
    expect(gaps).toContainEqual({ what: 'net-promoter-score', code: 'no_records', needs: ['responses.kind=nps'] })
    expect(linesOf({ ...review, gaps })).toContain('| NPS | no records | survey answers: kind=nps |')
  })

  it('is the source, where there are customers', () => {
    const { customers, ...rest } = makeCompany()
    const records = { ...rest, customers: customers.map(({ source: _source, ...customer }) => customer) }
    const { gaps } = reviewRetention(inputOf(records), options)
    expect(gaps).toContainEqual({ what: 'referred-share', code: 'missing_field', needs: ['customers.source'] })
  })

  it('is named too for a key result that asks for it', () => {
    const { responses: _responses, ...rest } = makeCompany()
    const keyResult = {
      id: 'nps',
      title: 'More promoters',
      kind: 'change',
      baseline: 20,
      target: 40,
      unit: 'points',
      metricRef: { metric: 'net-promoter-score' },
    } as const
    const input = inputOf({ ...rest, responses: [] })
    const objectives = [{ id: 'o', title: 'Liked', cycleId: input.cycle.id, keyResults: [keyResult] }]
    const asked = reviewRetention({ ...input, objectives }, options)
    const gap = { what: 'net-promoter-score', code: 'no_records', needs: ['responses.kind=nps'] }
    expect(asked.gaps).toContainEqual(gap)
    expect(asked.measurements.find(({ metric }) => metric === gap.what)?.current.value).toBeNull()
  })
})

describe('numbers in words', () => {
  it('agree with one and with many', () => {
    const minimum = (found: number, what = 'periods') => ({ code: `minimum.${what}`, params: { found, needed: 6 } })
    expect([1, 4].map((found) => english.message(minimum(found)))).toEqual([
      'periods: 1; a verdict needs 6',
      '4 periods; a verdict needs 6',
    ])
    expect([1, 4].map((found) => spanish.message(minimum(found)))).toEqual([
      'periodos: 1; hacen falta 6',
      '4 periodos; hacen falta 6',
    ])
    const one = { pattern: 'slowdown', seen: 1, expected: 4 }
    expect(english.message({ code: 'customer.purchase_fall', params: one })).toBe('1 purchase where 4 were expected.')
    expect(spanish.message({ code: 'customer.purchase_fall', params: one })).toBe('1 compra; se esperaban 4.')
  })

  it('are shares where a share is missing', () => {
    const coverage = { code: 'minimum.coverage', params: { found: 0.5, needed: 0.75 } }
    expect(english.message(coverage)).toBe('share covered: 50%; a verdict needs 75%')
    expect(spanish.message(coverage).replaceAll('\u00A0', ' ')).toBe('proporción cubierta: 50 %; hace falta 75 %')
  })
})
