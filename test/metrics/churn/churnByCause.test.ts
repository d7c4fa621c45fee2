import { describe, expect, it } from 'vitest'
import { churnByCause } from '../../../src/metrics/churn/churnByCause.js'
import { measureChurnByCause } from '../../../src/metrics/churn/measureChurnByCause.js'
import type { Subscription } from '../../../src/records/model.js'
import { tallySubscriptions } from '../../../src/records/tallySubscriptions.js'

const plan = { startedAt: '2024-01-01', mrr: 50, currency: 'EUR' }
const period = { start: '2024-06-01', end: '2024-07-01' }

describe('churnByCause', () => {
  it('is null over an empty base, and 0 where nobody is lost', () => {
    expect(churnByCause({ opening: 0 }).total).toMatchObject({ value: null, reason: 'empty_base' })
    expect(churnByCause({ opening: 5 }).completed.value).toBe(0)
  })

  it('takes completed terms out of numerator and base', () => {
    const counts = { opening: 10, lostVoluntary: 1, lostCompleted: 5 }
    const { total, voluntary, completed } = churnByCause(counts, { completed: 'exclude' })
    expect(total).toMatchObject({ value: 0.2, denominator: 5, excluded: { completed: 5 } })
    expect(voluntary.value).toBe(0.2)
    expect(completed.value).toBe(0)
    expect(churnByCause(counts).completed).toMatchObject({ value: 0.5 })
  })

  it.each([
    [{ opening: 3, lostVoluntary: 2, lostUnknown: 2 }, {}, 'COUNT_EXCEEDS_BASE', 'counts'],
    [{ lostVoluntary: 2 }, {}, 'MISSING_COUNT', 'counts.opening'],
    [{ opening: 3, lostCompleted: 0.5 }, {}, 'INVALID_COUNT', 'counts.lostCompleted'],
    [{ opening: 3 }, { completed: 'ignore' }, 'INVALID_OPTION', 'options.completed'],
    [{ opening: 3 }, { complete: 'count' }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (counts, options, code, path) => {
    expect(() => churnByCause(counts as never, options as never)).toThrowError(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })
})

describe('measureChurnByCause', () => {
  const subscriptions: Subscription[] = [
    { ...plan, id: '2', customerId: 'a', endedAt: '2024-06-20', endReason: 'involuntary' },
    { ...plan, id: '1', customerId: 'a', endedAt: '2024-06-20', endReason: 'voluntary' },
    { ...plan, id: '3', customerId: 'b', endedAt: '2024-06-30' },
    { ...plan, id: '4', customerId: 'c' },
    { ...plan, id: '5', customerId: 'd', isTrial: true },
  ]

  it('takes the cause of what ended last, the lowest id on a tie', () => {
    const { voluntary, involuntary, unknown, total } = measureChurnByCause(subscriptions, {
      asOf: '2024-07-01',
      period,
    })
    expect(voluntary.numerator).toBe(1)
    expect(involuntary.numerator).toBe(0)
    expect(unknown.numerator).toBe(1)
    expect(total).toMatchObject({ numerator: 2, denominator: 3, excluded: { not_paying: 1 } })
  })

  it('is the same from the tally, and null before the period is over', () => {
    const tally = tallySubscriptions(subscriptions, { asOf: '2024-07-01' })
    expect(measureChurnByCause(tally, { period })).toEqual(
      measureChurnByCause(subscriptions, { asOf: '2024-07-01', period }),
    )
    const running = { asOf: '2024-06-25', period }
    expect(measureChurnByCause(subscriptions, running).voluntary).toMatchObject({ value: null, reason: 'not_mature' })
    const { voluntary } = measureChurnByCause(subscriptions, { ...running, partial: true })
    expect(voluntary).toMatchObject({ numerator: 1, definition: { caveats: ['partial_period'] } })
  })
})
