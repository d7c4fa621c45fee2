import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { renderMarkdown } from '../../src/report/index.js'
import { type GivenMeasurement, measureAll, reviewRetention, tallyRecords } from '../../src/review/index.js'
import { inputOf, makeCompany, options, policy } from './company.js'

const { asOf, timeZone } = options

/** Findings of one code, of a review with other records or figures. */
function found(code: string, change: Parameters<typeof reviewWith>[0]) {
  return reviewWith(change).dataQuality.filter((finding) => finding.code === code)
}

function reviewWith({ records = makeCompany(), measurements = [] }: Partial<ReturnType<typeof inputOf>>) {
  return reviewRetention({ ...inputOf(), records, measurements }, options)
}

/** The company, where people typed something in place of a value. */
function withPlaceholders() {
  const records = makeCompany()
  return {
    ...records,
    leads: records.leads.map((lead, index) =>
      index < 3 ? { ...lead, fields: { ...lead.fields, phone: ' N/A ', company: '-' } } : lead,
    ),
    customers: records.customers.map((one, index) =>
      index < 2 ? { ...one, extra: { ...one.extra, plan: 'unknown', note: 'unknown' } } : one,
    ),
    opportunities: records.opportunities.map((deal, index) => (index === 0 ? { ...deal, customerId: '' } : deal)),
  }
}

describe('placeholder values', () => {
  const code = 'data.placeholder_values'

  it('are counted by field, in the order of the record types', () => {
    const findings = found(code, { records: withPlaceholders() })
    expect(findings.map(({ subject, evidence }) => [subject, evidence])).toEqual([
      ['customers', { plan: 2 }],
      ['leads', { company: 3, phone: 3 }],
      ['opportunities', { customerId: 1 }],
    ])
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['info']))
  })

  it('are no finding where there are none', () => {
    expect(found(code, {})).toEqual([])
    expect(found(code, { records: { subscriptions: [] } })).toEqual([])
  })

  it('are those of the hand-off policy where it names them', () => {
    const handoff = { ...policy.handoff, calendars: { inside: null, field: null }, missingTokens: ['-'] }
    const input = { ...inputOf(), records: withPlaceholders() }
    const { dataQuality } = reviewRetention(input, { ...options, policy: { ...policy, handoff } })
    const evidence = dataQuality.filter((finding) => finding.code === code).map((finding) => finding.evidence)
    expect(evidence).toEqual([{ company: 3 }])
  })

  it('name twenty fields at most', () => {
    const fields = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`field${100 + index}`, 'tbd']))
    const leads = [{ id: 'l', createdAt: '2025-11-01T10:00:00Z', fields }]
    const [finding] = found(code, { records: { leads } })
    expect(Object.keys(finding?.evidence ?? {})).toHaveLength(21)
    expect(finding?.evidence['other_fields']).toBe(10)
  })

  it('are the same of the tally of the records', () => {
    const records = withPlaceholders()
    const tally = tallyRecords(records, { asOf, timeZone, policy })
    expect(found(code, { records: tally })).toEqual(found(code, { records }))
  })
})

describe('contradictory sources', () => {
  const code = 'data.contradictory_sources'
  const { measurements } = measureAll(makeCompany(), { asOf, timeZone, policy })
  const churn = measurements.find(({ metric }) => metric === 'churn-rate') as GivenMeasurement
  const basic = measurements.find(({ metric, segment }) => metric === 'churn-rate' && segment?.['plan'] === 'basic')
  const value = churn.value as number

  it('are a figure made elsewhere and another one from the records', () => {
    const given = { ...churn, value: 0.5 }
    const [finding, ...others] = found(code, { measurements: [given, { ...(basic as GivenMeasurement), value: 0.25 }] })
    expect(finding).toEqual({
      code,
      severity: 'info',
      subject: 'churn-rate',
      evidence: { given: 0.5, records: value },
      method: 'rule',
      params: { unit: 'ratio' },
    })
    expect(others.map(({ segment }) => segment)).toEqual([{ plan: 'basic' }])
  })

  it.each([
    ['the same figure', churn],
    ['one that rounds to it', { ...churn, value: Math.round(value * 1000) / 1000 }],
    ['one that is not known', { ...churn, value: null, reason: 'not_mature' as const }],
    ['another definition', { ...churn, value: 0.5, definition: { ...churn.definition, method: 'exposure' } }],
    ['another unit', { ...churn, value: 50, unit: 'points' as const }],
    ['a metric that the records do not give', { ...churn, metric: 'warehouse-churn', value: 0.5 }],
  ])('are not %s', (_, given) => {
    expect(found(code, { measurements: [given] })).toEqual([])
  })

  it('are told in the report, in both languages', () => {
    const review = reviewWith({ records: withPlaceholders(), measurements: [{ ...churn, value: 0.5 }] })
    const english = renderMarkdown(review, { messages: createMessages(en) })
    const spanish = renderMarkdown(review, { messages: createMessages(es) })
    expect(english).toMatch(/Churn rate: 50% as given, [\d.]+% by the records; the given figure is the one shown\./)
    expect(english).toContain('Leads: 6 placeholders in place of a value. (company: 3, phone: 3)')
    expect(spanish).toMatch(/Tasa de cancelación: 50\s% según el dato aportado, [\d,]+\s% según los registros/)
    expect(spanish).toContain('Oportunidades: 1 valor de relleno en lugar de un dato. (customerId: 1)')
  })
})
