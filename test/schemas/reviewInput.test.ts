import { describe, expect, it } from 'vitest'
import { reviewRetention, tallyRecords } from '../../src/review/index.js'
import { reviewInputSchema } from '../../src/schemas/index.js'
import { inputOf, makeCompany, options, policy } from '../review/company.js'

const { asOf, timeZone } = options

/** Path and code of the first issue. */
function issueOf(input: unknown): string {
  const [issue] = reviewInputSchema.safeParse(input).error?.issues ?? []
  if (issue === undefined) return 'none'
  const own = 'params' in issue ? (issue.params as { code?: string } | undefined)?.code : undefined
  return `${issue.path.join('.')} ${own ?? issue.code}`
}

describe('reviewInputSchema', () => {
  it('gives back what a review is made from', () => {
    const input = { ...inputOf(), checkIns: [], versions: [], series: [], measurements: [] }
    expect(reviewInputSchema.parse(input)).toEqual(input)
  })

  it('takes a tally, figures of segments and the review before', () => {
    const previous = reviewRetention(inputOf({}), { ...options, asOf: '2025-12-01' })
    const tally = tallyRecords(makeCompany(), { asOf, timeZone, policy })
    const given = { metric: 'csat', value: 0.8, unit: 'ratio', sampleSize: 9, definition: {}, segment: { plan: 'pro' } }
    const input = { ...inputOf(), records: tally, previous, measurements: [given] }
    expect(reviewInputSchema.parse(input)).toEqual(input)
  })

  it.each([
    [{ cycle: undefined }, 'cycle INVALID_INPUT'],
    [{ objectives: 'none' }, 'objectives invalid_type'],
    [{ typo: 1 }, ' unrecognized_keys'],
    [{ previous: { schemaVersion: 2 } }, 'previous UNSUPPORTED_VERSION'],
    [{ measurements: [{ metric: 'csat' }] }, 'measurements.0.value INVALID_NUMBER'],
    [{ versions: [{ keyResultId: '', versions: [] }] }, 'versions.0.keyResultId INVALID_INPUT'],
  ])('refuses %j', (change, issue) => {
    expect(issueOf({ ...inputOf(), ...change })).toBe(issue)
  })

  it('refuses records of an unknown type, and rows that are none', () => {
    expect(reviewInputSchema.safeParse({ ...inputOf(), records: { order: [] } }).success).toBe(false)
    expect(reviewInputSchema.safeParse({ ...inputOf(), records: { orders: [{ id: '1' }] } }).success).toBe(false)
    expect(reviewInputSchema.safeParse({ ...inputOf(), records: { kind: 'tally' } }).success).toBe(false)
  })
})
