import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeTallies, type Tally } from '../../src/index.js'
import { deepFreeze } from './deepFreeze.js'

/** Runs of every law, always the same ones. */
export const settings = { seed: 20240117, numRuns: 60 }

/** Records of one family under the names that its functions take, with what may be done with them. */
export interface Family<Records> {
  /** Records; those of a member may be split in any way. */
  records: fc.Arbitrary<Records>
  /** The part of the records that a choice keeps. */
  part: (records: Records, keeps: (record: object) => boolean) => Records
  /** The records in another order. */
  shuffled: (records: Records, order: (list: readonly object[]) => object[]) => Records
  tally: (records: Records) => Tally<object>
  /** From records, with all options; and from a tally, without those that its definition holds. */
  measure: (records: Records) => Measured
  measureTally: (tally: Tally<object>) => Measured
}

interface Measured {
  value: number | null
  interval?: { lower: number; upper: number }
  definition: object
}

/** What holds for the metrics of every family: order, splits, JSON, frozen input, intervals. */
export function itObeysTheLaws<Records>(family: Family<Records>): void {
  const { records, part, shuffled, tally, measure, measureTally } = family

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, keys) => {
        const other = shuffled(list, (items) =>
          items
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item),
        )
        expect(JSON.stringify(measure(other))).toBe(JSON.stringify(measure(list)))
        expect(tally(other)).toEqual(tally(list))
      }),
      settings,
    )
  })

  it('has a tally whose parts merge to the whole and measure like the records', () => {
    fc.assert(
      fc.property(records, fc.func(fc.boolean()), (list, isFirst) => {
        const first = part(list, (record) => isFirst(JSON.stringify(record)))
        const second = part(list, (record) => !isFirst(JSON.stringify(record)))
        const whole = tally(list)
        const merged = mergeTallies(tally(first), tally(second))
        expect(merged.cells).toEqual(whole.cells)
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
        const { value, interval } = measure(list)
        const fromTally = measureTally(merged)
        expect([fromTally.value, fromTally.interval]).toEqual([value, interval])
      }),
      settings,
    )
  })

  it('is plain JSON, changes no frozen input, and holds its value in its interval', () => {
    fc.assert(
      fc.property(records, (list) => {
        const measured = measure(deepFreeze(list))
        expect(JSON.parse(JSON.stringify(measured))).toEqual(measured)
        const { value, interval } = measured
        if (value === null || interval === undefined) return
        expect(interval.lower).toBeLessThanOrEqual(value)
        expect(interval.upper).toBeGreaterThanOrEqual(value)
      }),
      settings,
    )
  })
}

/** How one list of records is split and shuffled. */
export function ofList<T extends object>(): Pick<Family<readonly T[]>, 'part' | 'shuffled'> {
  return {
    part: (records, keeps) => records.filter(keeps),
    shuffled: (records, order) => order(records) as T[],
  }
}

/** How lists of several kinds are split and shuffled, each by itself. */
export function ofLists<R extends object>(): Pick<Family<R>, 'part' | 'shuffled'> {
  const each = (records: R, change: (list: readonly object[]) => object[]): R =>
    Object.fromEntries(Object.entries(records).map(([name, list]) => [name, change(list as object[])])) as R
  return {
    part: (records, keeps) => each(records, (list) => list.filter(keeps)),
    shuffled: (records, order) => each(records, order),
  }
}

/** Records with ids of their own, as an export has them. */
export function numbered<T extends object>(
  records: fc.Arbitrary<T>,
  prefix: string,
  maxLength = 20,
): fc.Arbitrary<(T & { id: string })[]> {
  return fc
    .array(records, { maxLength })
    .map((list) => list.map((record, index) => ({ ...record, id: `${prefix}${index}` })))
}
