import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { renderMarkdown } from '../../src/report/index.js'
import { type RetentionReview, reviewRetention } from '../../src/review/index.js'

const cycle = { id: '2024-Q3', kind: 'quarter', firstDay: '2024-07-01', lastDay: '2024-09-30' } as const
const subscriptions = Array.from({ length: 40 }, (_, index) => ({
  id: String(index),
  customerId: `c${index}`,
  startedAt: '2024-01-01',
  mrr: 50,
  currency: 'EUR',
  extra: { plan: index % 2 === 0 ? 'pro' : 'basic' },
}))
const customers = subscriptions.map(({ customerId, extra }) => ({ id: customerId, createdAt: '2024-01-01', extra }))
const policy = { segments: [{ name: 'plan', of: 'customer' as const, field: 'plan' }] }
const review = reviewRetention(
  { cycle, objectives: [], records: { subscriptions, customers } },
  { asOf: '2024-08-10', policy },
)
const messages = createMessages(en, { locale: 'en-GB' })

function linesOf(given: RetentionReview): string[] {
  return renderMarkdown(given, { messages }).split('\n')
}

describe('the figures of a report', () => {
  it('say which period they cover', () => {
    expect(linesOf(review)).toContain('Last complete period: 1 July 2024 – 31 July 2024')
  })

  it('count no units of money', () => {
    const [line = ''] = linesOf(review).filter((text) => text.startsWith('| net revenue retention'))
    expect(line).toBe('| net revenue retention | 100% | – | – |')
  })

  it('have a verdict only for segments that were compared', () => {
    const compared = review.segments.map((row) => ({ ...row, adjustedPValue: 0.5 }))
    const others = review.segments.map(({ adjustedPValue: _adjustedPValue, ...row }) => row)
    expect(
      linesOf({ ...review, segments: compared }).filter((line) => line.includes('no difference shown')),
    ).toHaveLength(compared.length)
    expect(compared.length).toBeGreaterThan(0)
    expect(linesOf({ ...review, segments: others }).some((line) => line.includes('no difference shown'))).toBe(false)
  })
})

describe('the headline of a report', () => {
  const finding = {
    code: 'nps.fall',
    severity: 'warning',
    subject: 'net-promoter-score',
    evidence: {},
    method: 'none',
    params: {},
  } as const
  const [quiet] = review.signals

  it('says that there are only warnings', () => {
    expect(linesOf(review)).toContain('Nothing stands out.')
    if (quiet === undefined) throw new Error('no signal')
    const warned = { ...review, signals: [{ ...quiet, findings: [finding] }] }
    expect(linesOf(warned)).toContain('Nothing critical; the warnings are listed under the signals.')
  })
})
