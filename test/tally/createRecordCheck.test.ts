import { describe, expect, it } from 'vitest'
import { createRecordCheck } from '../../src/tally/createRecordCheck.js'

interface Row {
  readonly id: string
  readonly amount: string
}

describe('createRecordCheck', () => {
  it('asks what a record says only when its id comes again', () => {
    let asked = 0
    const isNew = createRecordCheck<Row>('rows', ({ amount }) => {
      asked += 1
      return [Number(amount)]
    })
    const first = Object.freeze({ id: 'a', amount: '10.0' })
    expect(isNew('a', first, 0)).toBe(true)
    expect(isNew('b', { id: 'b', amount: '1' }, 1)).toBe(true)
    expect(asked).toBe(0)
    expect(isNew('a', { id: 'a', amount: '10.00' }, 2)).toBe(false)
    expect(asked).toBe(2)
  })

  it('refuses one id with two contents, with the place of the later record', () => {
    const isNew = createRecordCheck<Row>('rows', ({ amount }) => [amount])
    isNew('a', { id: 'a', amount: '1' }, 0)
    expect(() => isNew('a', { id: 'a', amount: '2' }, 7)).toThrowError(
      expect.objectContaining({
        code: 'CONFLICTING_RECORDS',
        details: expect.objectContaining({ path: 'rows[7].id' }),
      }),
    )
  })
})
