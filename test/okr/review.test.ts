import { describe, expect, it } from 'vitest'
import { draftReview, orderReviewAgenda } from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

describe('orderReviewAgenda', () => {
  it('orders by status, fall of confidence, confidence, id', () => {
    const items = [
      { id: 'same-b', status: 'on_track', confidence: '0.5' },
      { id: 'silent', status: 'on_track' },
      { id: 'same-a', status: 'on_track', confidence: '0.5' },
      { id: 'fallen', status: 'on_track', confidence: '0.8', previousConfidence: '0.9' },
      { id: 'risen', status: 'on_track', confidence: '0.3', previousConfidence: '0.1' },
      { id: 'missed', status: 'missed', confidence: 1 },
    ] as const
    const order = ['missed', 'fallen', 'same-a', 'same-b', 'silent', 'risen']
    expect(orderReviewAgenda(frozen(items)).map(({ id }) => id)).toEqual(order)
    expect(orderReviewAgenda([...items].reverse()).map(({ id }) => id)).toEqual(order)
  })

  it('refuses a status that is none and an id twice', () => {
    expect(() => orderReviewAgenda([{ id: 'a', status: 'fine' as never }])).toThrow(
      errorAt('INVALID_INPUT', 'items[0].status'),
    )
    const twice = { id: 'a', status: 'missed' } as const
    expect(() => orderReviewAgenda([twice, twice])).toThrow(errorAt('DUPLICATE_ID', 'items[1].id'))
  })
})

describe('draftReview', () => {
  const keyResults = [
    { keyResultId: 'a', score: { progress: 0.6 }, status: 'on_track', confidence: 0.6, confidenceChange: 0 },
  ] as const
  const assessment = { objectiveId: 'o1', keyResults }
  const blocker = (closedOn?: string) =>
    ({ type: 'data', openedOn: '2026-01-10', ...(closedOn === undefined ? {} : { closedOn }) }) as const
  const entry = {
    rank: 1,
    keyResultId: 'a',
    status: 'on_track',
    progress: 0.5,
    confidence: 0.8,
    learnings: ['x'],
    decision: null,
  } as const

  it('carries over what is open on its day', () => {
    const blockers = [blocker(), blocker('2026-02-15'), blocker('2026-02-16')]
    const previous = { id: 'r1', objectiveId: 'o1', on: '2026-02-01', entries: [{ ...entry, blockers }] }
    const review = draftReview(frozen({ assessment, previous }), { id: 'r2', on: '2026-02-15' })
    expect(review.entries[0]?.blockers).toEqual([blocker(), blocker('2026-02-16')])
    expect(review.entries[0]).toMatchObject({ progress: 0.6, learnings: [], decision: null })
  })

  it('refuses the review of another objective', () => {
    const previous = { id: 'r1', objectiveId: 'o2', on: '2026-02-01', entries: [] }
    expect(() => draftReview({ assessment, previous }, { id: 'r2', on: '2026-02-15' })).toThrow(
      errorAt('UNKNOWN_OBJECTIVE', 'previous.objectiveId'),
    )
  })
})
