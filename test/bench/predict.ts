import { fitPurchaseModel, scoreCustomers, summarisePurchaseDays, tallyPurchaseDays } from '../../src/predict/index.js'
import { encodeOrders, type Order } from '../../src/records/index.js'

// npx tsx test/bench/predict.ts [CUSTOMERS]: how long the models of purchases take, in seconds of processor time.
const customers = Number(process.argv[2] ?? 1_000_000)
const dayLength = 86_400_000
const firstDay = Date.parse('2024-01-01T12:00:00Z')
const observed = 273

const random = createRandom(20_241)
const encoded = encodeOrders(orders())
console.log(`${customers.toLocaleString('en')} customers, ${encoded.length.toLocaleString('en')} orders in columns`)

let seconds = 0
const days = timed('tally', () => tallyPurchaseDays(encoded))
const summary = timed('summarise', () => summarisePurchaseDays(days, { asOf: '2024-09-30' }))
const fit = timed('fit', () => fitPurchaseModel(summary))
console.log(`tally, summarise and fit: ${seconds.toFixed(1)} s; ${fit.diagnostics.patterns} patterns, ${fit.status}`)
console.log(JSON.stringify(fit.model?.parameters))
const { model } = fit
if (model !== null) timed('score', () => scoreCustomers(summary, { model, horizonDays: 91 }))
const peak = process.resourceUsage().maxRSS / 1024
console.log(`highest memory, with the making of the orders: ${peak.toFixed(0)} MB`)

/** Customers who buy at a rate of their own and may leave after each purchase. */
function* orders(): Generator<Order> {
  let id = 0
  for (let customer = 0; customer < customers; customer += 1) {
    const start = Math.floor(random() * 84)
    const rate = 0.5 * -Math.log(random()) * random()
    const leaving = random()
    for (let day = start; day < observed; ) {
      id += 1
      yield {
        id: String(id),
        customerId: String(customer),
        placedAt: firstDay + day * dayLength,
        status: 'paid',
        total: 10 + (id % 50),
        currency: 'EUR',
      }
      if (random() < leaving) break
      day += Math.max(1, Math.round((-Math.log(random()) / rate) * 7))
    }
  }
}

function timed<T>(what: string, run: () => T): T {
  const start = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(start)
  const taken = (user + system) / 1e6
  seconds += taken
  console.log(`${what.padEnd(10)} ${taken.toFixed(2)} s`)
  return result
}

/** Numbers from 0 to 1 that are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
}
