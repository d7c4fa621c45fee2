import { fail } from '../../internal/fail.js'
import { grown } from '../../internal/grown.js'
import { createDictionary } from '../../tally/createDictionary.js'

/** Dense codes of customers, or of customers by segment: a customer in two segments is two cells. */
export interface CustomerCells {
  codeOf(customerId: string, segment: string | undefined): number
  /** Number of cells. */
  size(): number
  /** The place of the segment of a cell in the segments. */
  placeOf(cell: number): number
  /** The segments by place; without cells that of no segment. */
  segments(): (string | undefined)[]
  /** The customers by code; without segments a cell is a customer. */
  readonly customers: readonly string[]
}

/** As many keys as a map can hold. */
const mostCells = 2 ** 24

/** Gives every pair of a customer and a segment a code; without segments that of the customer. */
export function createCustomerCells(): CustomerCells {
  const customers = createDictionary('customers')
  const cells = new Map<number, number>()
  const segments = new Map<string | undefined, number>()
  let places = new Uint32Array(1024)
  let count = 0

  function placeOfSegment(segment: string | undefined): number {
    const known = segments.get(segment)
    if (known !== undefined) return known
    segments.set(segment, segments.size)
    return segments.size - 1
  }

  function cellOf(customer: number, segment: string | undefined): number {
    const place = placeOfSegment(segment)
    const pair = customer * mostCells + place
    const known = cells.get(pair)
    if (known !== undefined) return known
    if (count >= mostCells) fail('TOO_LARGE', 'customers', `must be ${mostCells} at most`, count + 1)
    places = grown(places, count)
    places[count] = place
    cells.set(pair, count)
    count += 1
    return count - 1
  }

  return {
    codeOf: (customerId, segment) => {
      if (segments.size === 0) {
        if (segment === undefined) return customers.codeOf(customerId)
        // Customers that came without a segment keep their codes.
        for (let code = 0; code < customers.texts.length; code += 1) cellOf(code, undefined)
      }
      return cellOf(customers.codeOf(customerId), segment)
    },
    size: () => (segments.size === 0 ? customers.texts.length : count),
    placeOf: (cell) => (segments.size === 0 ? 0 : (places[cell] ?? 0)),
    segments: () => (segments.size === 0 ? [undefined] : [...segments.keys()]),
    customers: customers.texts,
  }
}
