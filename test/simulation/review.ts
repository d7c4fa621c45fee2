import type { RetentionReview } from '../../src/review/index.js'
import { alarmsOf, isDated, isPlanted, othersOf, planted, reviewOfCafeRoble } from '../examples/cafeRobleStory.js'

// npx tsx test/simulation/review.ts [companies]
//
// How often the review of Café Roble finds what the story planted, dated and as severe as promised; how many other alarms
// it raises, and how many in the same company without the story. Every company has a seed of its own.

const companies = Number(process.argv[2] ?? 50)
/** Of the companies, and of those found for the severity. */
const promisedShare = 0.94
const promisedOthers = 0.8
const promisedNoisy = 0.1
/** Nine of ten, less three standard errors of fifty. */
const oftenShare = 0.78

const found = planted.map(() => ({ found: 0, severe: 0 }))
const others: string[] = []
const withoutStory: string[] = []
const customers = { story: { alerts: 0, expected: 0 }, quiet: { alerts: 0, expected: 0 } }
let noisy = 0
for (let index = 0; index < companies; index += 1) {
  const seed = 1_000 * (index + 1)
  const review = reviewOfCafeRoble(true, seed)
  const alarms = alarmsOf(review)
  planted.forEach((one, row) => {
    const hit = alarms.find((finding) => isPlanted(finding, one))
    const sum = found[row]
    if (sum === undefined) return
    if (hit === undefined || !isDated(hit, one)) {
      console.log(`seed ${seed} lacks ${nameOf(one)}${hit === undefined ? '' : `, dated ${hit.since}`}`)
      return
    }
    sum.found += 1
    sum.severe += one.severity === 'warning' || hit.severity === 'critical' ? 1 : 0
  })
  others.push(...othersOf(alarms).map((finding) => `seed ${seed}: ${nameOf(finding)}`))
  addCustomers(customers.story, review)
  const quiet = reviewOfCafeRoble(false, seed)
  const shown = alarmsOf(quiet)
  noisy += shown.length > 0 ? 1 : 0
  withoutStory.push(...shown.map((finding) => `seed ${seed}: ${nameOf(finding)}`))
  addCustomers(customers.quiet, quiet)
  if ((index + 1) % 5 === 0)
    console.log(`${index + 1} of ${companies} companies, ${others.length} others, ${noisy} noisy`)
}

const problems: string[] = []
console.log(`\nfound and dated, and of these as severe as promised, in ${companies} companies (promised)`)
planted.forEach((one, row) => {
  const { found: hits = 0, severe = 0 } = found[row] ?? {}
  const needed = Math.ceil(promisedShare * companies)
  const severeNeeded = Math.ceil((one.often === true ? oftenShare : promisedShare) * hits)
  const severity = one.severity === 'warning' ? '' : `${severe} (${one.often === true ? 'about ' : ''}${severeNeeded})`
  console.log(`${nameOf(one).padEnd(66)} ${hits} (${needed})  ${severity}`)
  if (hits < needed) problems.push(`${nameOf(one)}: found in ${hits}, promised ${needed}`)
  if (severe < severeNeeded) problems.push(`${nameOf(one)}: severe in ${severe}, promised ${severeNeeded}`)
})
const mean = others.length / companies
console.log(`\nother alarms a review: ${mean.toFixed(2)} (at most ${promisedOthers})\n${others.join('\n')}`)
if (mean > promisedOthers) problems.push(`${mean.toFixed(2)} other alarms a review, promised ${promisedOthers}`)
const most = Math.floor(promisedNoisy * companies)
console.log(`\nreviews without the story that show anything: ${noisy} (at most ${most})\n${withoutStory.join('\n')}`)
if (noisy > most) problems.push(`${noisy} reviews without the story show something, promised ${most}`)
for (const [name, { alerts, expected }] of Object.entries(customers)) {
  const [shown, bound] = [alerts / companies, expected / companies]
  console.log(`falls of purchase frequency, ${name}: ${shown.toFixed(1)} a review (below ${bound.toFixed(1)})`)
  if (shown >= bound)
    problems.push(`falls of purchase frequency, ${name}: ${shown.toFixed(1)}, promised ${bound.toFixed(1)}`)
}
console.log(problems.length === 0 ? '\nas promised' : `\n${problems.join('\n')}`)
process.exitCode = problems.length === 0 ? 0 : 1

function nameOf(finding: { code: string; subject: string; segment?: unknown }): string {
  const { segment } = finding
  const value = typeof segment === 'object' && segment !== null ? Object.values(segment).join(' ') : segment
  return [finding.code, finding.subject, value].filter((part) => part !== undefined).join(' ')
}

function addCustomers(sum: { alerts: number; expected: number }, { signals }: RetentionReview): void {
  const result = signals.find(({ detector }) => detector === 'detectPurchaseFrequencyFall')
  sum.alerts += Number(result?.evidence?.['alerts'] ?? result?.findings.length ?? 0)
  sum.expected += Number(result?.evidence?.['expectedFalseAlerts'] ?? 0)
}
