import {
  countChurn,
  type Measurement,
  measureChurnRate,
  measureCohortRepeatRate,
  measureInactivityChurnRate,
  measureNetPromoterScore,
  measureReturningCustomerRate,
  measureSlaAttainment,
  periodGrid,
} from 'retention-okr'
import { makeCompany } from './company.js'
import { words } from './words.js'

// npm run demo [-- --lang es]: the figures of a generated company, as of 1 December 2025.
const language = process.argv.includes('es') ? 'es' : 'en'
const text = words[language]
const asOf = '2025-12-01'
const timeZone = 'Europe/Madrid'
const november = { start: '2025-11-01', end: '2025-12-01' }
const company = makeCompany()

const figures: [string, Measurement][] = [
  [text.churn, measureChurnRate(company.subscriptions, { asOf, timeZone, period: november })],
  [
    text.inactivity,
    measureInactivityChurnRate(company.activities, { asOf, timeZone, period: november, inactiveDays: 90 }),
  ],
  [text.nps, measureNetPromoterScore(company.responses, { asOf, timeZone, period: november })],
  [text.returning, measureReturningCustomerRate(company.orders, { asOf, timeZone, period: november })],
  [
    text.repeat,
    measureCohortRepeatRate(company.orders, {
      asOf,
      timeZone,
      period: { start: '2025-07-01', end: '2025-10-01' },
      withinDays: 60,
    }),
  ],
  [
    text.sla,
    measureSlaAttainment(company.tickets, { asOf, timeZone, period: november, target: 86_400_000, operator: 'lt' }),
  ],
]

console.log(`# ${text.title}\n\n${text.subtitle}\n`)
console.log(`| ${text.columns.join(' | ')} |\n| --- | ---: | ---: | --- |`)
for (const [name, measurement] of figures) {
  console.log(`| ${name} | ${show(measurement)} | ${measurement.sampleSize} | ${interval(measurement)} |`)
}

const months = periodGrid({ start: '2024-12-01', end: asOf }, { unit: 'month', timeZone })
const { cells } = countChurn(company.subscriptions, { asOf, timeZone, periods: months, segmentBy: 'plan' })
console.log(`\n## ${text.series}\n`)
for (const plan of [...new Set(cells.map(({ segment }) => segment))]) {
  const rates = cells
    .filter(({ segment }) => segment === plan)
    .map(({ counts }) => (counts.opening === 0 ? 0 : counts.lost / counts.opening))
  console.log(
    `${(plan ?? '').padEnd(10)} ${sparkline(rates)}  ${percent(rates[0] ?? 0)} → ${percent(rates.at(-1) ?? 0)}`,
  )
}
console.log(`\n${text.note}`)

function show({ value, unit, reason }: Measurement): string {
  if (value === null) return reason ?? ''
  return unit === 'points' ? number(value) : percent(value)
}

function interval({ interval: limits, unit }: Measurement): string {
  if (limits === undefined) return ''
  const format = unit === 'points' ? number : percent
  return `${format(limits.lower)} – ${format(limits.upper)}`
}

function percent(share: number): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

function number(points: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(points)
}

/** Heights from 0 to the largest value. */
function sparkline(values: readonly number[]): string {
  const bars = '▁▂▃▄▅▆▇█'
  const top = values.reduce((largest, value) => Math.max(largest, value), 0.06)
  return values.map((value) => bars[Math.min(7, Math.floor((8 * value) / top))] ?? '').join('')
}
