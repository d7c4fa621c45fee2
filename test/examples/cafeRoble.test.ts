import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/index.js'
import type { RetentionReview } from '../../src/review/index.js'
import { alarmsOf, isDated, isPlanted, othersOf, planted, reviewOfCafeRoble } from './cafeRobleStory.js'

describe('the story of Café Roble', () => {
  let review: RetentionReview
  let alarms: Finding[]

  beforeAll(() => {
    review = reviewOfCafeRoble(true)
    alarms = alarmsOf(review)
  })

  it.each(planted)('finds $code of $subject ($segment)', (one) => {
    const found = alarms.find((finding) => isPlanted(finding, one))
    expect(found?.severity).toBe(one.severity)
    expect(found !== undefined && isDated(found, one)).toBe(true)
  })

  it('finds nothing else', () => {
    expect(othersOf(alarms)).toEqual([])
  })

  it('shows the status of every key result', () => {
    const statuses = review.objectives.flatMap(({ keyResults }) =>
      keyResults.map(({ keyResultId, status }) => [keyResultId, status]),
    )
    expect(Object.fromEntries(statuses)).toMatchObject({
      churn: 'off_track',
      nps: 'attained',
      participation: 'on_track',
      repeat: 'no_data',
      complaints: 'off_track',
      'clean-handoffs': 'off_track',
      response: 'off_track',
      'close-rate': 'off_track',
      'promise-sheet': 'at_risk',
    })
    expect(review.objectives.map(({ status }) => status)).toEqual(['off_track', 'off_track', 'off_track'])
    const eased = review.objectives[0]?.keyResults.find(({ keyResultId }) => keyResultId === 'participation')
    expect(eased?.history.goalpostsEased).toBe(true)
  })

  it('survives JSON and stays below two megabytes', () => {
    const text = JSON.stringify(review)
    expect(JSON.parse(text)).toEqual(review)
    expect(text.length).toBeLessThan(2_000_000)
  })
})

describe('the same company without the story', () => {
  it('raises no alarm', () => {
    expect(alarmsOf(reviewOfCafeRoble(false))).toEqual([])
  })
})
