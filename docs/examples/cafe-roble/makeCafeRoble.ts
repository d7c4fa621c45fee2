import { type CustomerRecords, makeCustomerRecords, makePeople } from './customers.js'
import { createRandom } from './random.js'
import { makeSalesRecords, type SalesRecords } from './sales.js'
import { makeServiceRecords, type ServiceRecords } from './service.js'

/** Every record of the company. */
export type CafeRoble = CustomerRecords & ServiceRecords & SalesRecords

/** Which company is made. */
export interface CafeRobleOptions {
  /** Seed of the chance; default the demo's own. */
  readonly seed?: number
  /** Whether the story happens, or nothing ever changes; default true. */
  readonly story?: boolean
}

/**
 * Makes the records of Café Roble, coffee and machines for offices on a monthly plan, from August 2023 to November 2025.
 *
 * From April 2025 on the plan Esencial, repriced, loses more customers each month; twice as many new ones hide it, and
 * those who answer the survey stay happy. From July on a new web form makes the phone optional and guesses the segment:
 * sales answer later and win less. In November a promise is missed and complaints about delivery jump.
 */
export function makeCafeRoble({ seed = 20_251_201, story = true }: CafeRobleOptions = {}): CafeRoble {
  // Every part has its own chance: what happens in one does not move the others.
  const people = makePeople(createRandom(seed), story)
  return {
    ...makeCustomerRecords(people, createRandom(seed + 1), story),
    ...makeServiceRecords(people, createRandom(seed + 2), story),
    ...makeSalesRecords(createRandom(seed + 3), story),
  }
}
