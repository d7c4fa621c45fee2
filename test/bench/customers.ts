import { createHash } from 'node:crypto'
import {
  type CustomerEvent,
  type CustomerPresence,
  detectCompetitorMentions,
  detectComplaintsRise,
  detectInteractionFall,
  detectPurchaseFrequencyFall,
  detectRecommendationStopped,
  type SignalResult,
} from '../../src/signals/index.js'

// npx tsx test/bench/customers.ts [customers] [part of a name] [mixed]
//
// Every detector of single customers over a made-up base: seconds, memory, and a checksum of what it answers, which no
// change of speed may change. The events come customer by customer; `mixed` shuffles them, and the checksum stays.

const [size = '1000000', wanted = '', order = ''] = process.argv.slice(2)
const customers = Number(size)
const asOf = '2026-01-01'
const end = Date.UTC(2026, 0, 1)
const dayLength = 86_400_000

/** Uniform numbers of a customer and a place, always the same. */
function uniform(customer: number, place: number): number {
  let mixed = Math.imul(customer ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(place + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
}

/** So many events a customer on average, at random over two years; each eighth has stopped for a while. */
function* events(mean: number): Generator<CustomerEvent & { score: number; competitor?: string }> {
  for (let customer = 0; customer < customers; customer += 1) {
    const customerId = `customer-${customer}`
    const count = Math.floor(2 * mean * uniform(customer, 0) + 0.5)
    const quiet = customer % 8 === 0 ? 200 * uniform(customer, 1) : 0
    for (let index = 0; index < count; index += 1) {
      const days = quiet + (730 - quiet) * uniform(customer, index + 2)
      const score = Math.floor(11 * uniform(customer, index + 100))
      yield { customerId, at: Math.round(end - days * dayLength), score, competitor: `rival-${score}` }
    }
  }
}

/** The events; where that is asked for, shuffled and written anew in that order. */
function ordered<E extends object>(all: E[]): E[] {
  if (order !== 'mixed') return all
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = Math.floor((index + 1) * uniform(index, 1000))
    ;[all[index], all[other]] = [all[other] as E, all[index] as E]
  }
  return all.map((event) => ({ ...event }))
}

const listed: CustomerPresence[] = Array.from({ length: customers }, (_, customer) => ({
  customerId: `customer-${customer}`,
  since: '2023-12-01',
}))

const runs: { [name: string]: () => SignalResult } = {
  purchases: () => detectPurchaseFrequencyFall(all(10), { asOf }),
  'purchases of listed customers': () => detectPurchaseFrequencyFall(all(10), { asOf, customers: listed }),
  'interactions in a zone': () => detectInteractionFall(all(10), { asOf, timeZone: 'America/Mexico_City' }),
  complaints: () =>
    detectComplaintsRise(all(1), { asOf, customers: listed as (CustomerPresence & { since: string })[] }),
  recommendations: () => detectRecommendationStopped({ recommendations: all(2), answers: all(2) }, { asOf }),
  mentions: () => detectCompetitorMentions({ mentions: all(1) }, { asOf }),
}

// The events are made before the clock runs.
const made = new Map<number, CustomerEvent[]>()
function all(mean: number): (CustomerEvent & { score: number })[] {
  return made.get(mean) as (CustomerEvent & { score: number })[]
}

for (const [name, run] of Object.entries(runs)) {
  if (!name.includes(wanted)) continue
  const mean = name.startsWith('complaints') || name === 'mentions' ? 1 : name === 'recommendations' ? 2 : 10
  if (!made.has(mean)) {
    made.clear()
    made.set(mean, ordered([...events(mean)]))
  }
  const { rss } = process.memoryUsage()
  const start = process.cpuUsage()
  const began = performance.now()
  const result = run()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(start)
  // Of the whole process so far: true for the first run of it.
  const above = Math.max(0, process.resourceUsage().maxRSS / 1024 - rss / 2 ** 20)
  const checksum = createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 16)
  const figures = `${all(mean).length} events, ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of CPU`
  console.log(`${name.padEnd(30)} ${figures}, ${above.toFixed(0)} MB above the events, ${result.status}, ${checksum}`)
}
