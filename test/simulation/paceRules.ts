import { expectedProgress, type Forecast, forecastKeyResult, type PaceRule, paceStatus } from '../../src/okr/index.js'
import { normals } from './random.js'
import { type World, weeks, worlds } from './worlds.js'

// npx tsx test/simulation/paceRules.ts [key results a world]
//
// How often each pace rule is wrong in week 6 of 13: red among key results that end attained, green among those that end
// missed; how often the interval of the forecast holds the end; and how sharp its probability is.

const size = Number(process.argv[2] ?? 2000)
const firstDay = '2026-01-01'
const lastDay = dayOf(weeks)
const rules: Record<string, PaceRule> = {
  viva: 'viva',
  default: 'default',
  'gap .10 / .25': { basis: 'gap', onTrack: '0.10', atRisk: '0.25' },
  engagedly: 'engagedly',
  burningokr: 'burningokr',
  upraise: 'upraise',
}

/** What a large simulation of the same worlds gave, two standard errors about .01. */
const known: Record<string, readonly (readonly [red: number, green: number])[]> = {
  viva: [
    [0, 0.16],
    [0.02, 0.24],
    [0.23, 0],
    [0, 0.23],
  ],
  default: [
    [0.01, 0.26],
    [0.04, 0.34],
    [0.41, 0],
    [0, 0.41],
  ],
  'gap .10 / .25': [
    [0, 0.38],
    [0.02, 0.44],
    [0.23, 0.01],
    [0, 0.61],
  ],
  engagedly: [
    [0, 0.54],
    [0.01, 0.58],
    [0.05, 0.04],
    [0, 0.82],
  ],
  burningokr: [
    [0, 0.63],
    [0, 0.65],
    [0.01, 0.09],
    [0, 0.89],
  ],
  upraise: [
    [0.03, 0.2],
    [0.11, 0.28],
    [0.75, 0],
  ],
  forecast: [
    [0.09, 0.08],
    [0.12, 0.1],
    [0.91, 0],
    [0.11, 0.11],
  ],
}

const problems: string[] = []
const table = new Map<string, string[]>()
for (const [index, world] of worlds.entries()) {
  const ends = simulate(world)
  const [attained, missed] = [ends.filter((end) => end.attained), ends.filter((end) => !end.attained)]
  for (const name of [...Object.keys(rules), 'forecast']) {
    const red = shareOf(attained, (end) => end.colours[name] === 'red')
    const green = shareOf(missed, (end) => end.colours[name] === 'green')
    table.set(name, [...(table.get(name) ?? []), cellOf(red, green, known[name]?.[index])])
    const expected = known[name]?.[index]
    if (expected === undefined) continue
    check(`${name}, ${world.name}, red`, red, expected[0], attained.length)
    check(`${name}, ${world.name}, green`, green, expected[1], missed.length)
  }
  report(world, ends)
}
console.log(`\nred although attained ; green although missed (known), ${worlds.map(({ name }) => name).join(', ')}`)
for (const [name, cells] of table) console.log(`${name.padEnd(14)} ${cells.join('   ')}`)
console.log(problems.length === 0 ? 'as expected' : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1

interface End {
  attained: boolean
  colours: Record<string, 'red' | 'green' | 'amber'>
  probability: number
  covered: number
  forecasts: number
}

function simulate(world: World): End[] {
  const normal = normals(20260101)
  return Array.from({ length: size }, () => {
    const values = world.values(normal)
    const end = values[weeks] ?? 0
    const forecasts = [4, 5, 6, 7, 8, 9, 10, 11].map((week) => forecast(world, values, week))
    const probability = forecasts[2]?.probability ?? 0
    const inside = forecasts.filter(
      ({ interval }) => interval !== null && interval.lower <= end && end <= interval.upper,
    )
    return {
      attained: end >= 1,
      colours: { ...coloursOf(world, values), forecast: colourOf(probability) },
      probability,
      covered: inside.length,
      forecasts: forecasts.length,
    }
  })
}

function coloursOf({ plan }: World, values: readonly number[]): End['colours'] {
  const progress = Math.min(1, Math.max(0, values[6] ?? 0))
  const { expected } = expectedProgress({ plan, firstDay, lastDay }, { asOf: dayOf(6) })
  const colour = { on_track: 'green', at_risk: 'amber', off_track: 'red', no_data: 'amber' } as const
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, colour[paceStatus({ progress, expected }, { rule }).status]]),
  )
}

function colourOf(probability: number): 'red' | 'green' | 'amber' {
  if (probability >= 0.7) return 'green'
  return probability < 0.3 ? 'red' : 'amber'
}

function forecast({ plan, nature }: World, values: readonly number[], week: number): Forecast {
  const readings = values.slice(0, week + 1).map((value, at) => ({ on: dayOf(at), value }))
  const data = { readings, firstDay, lastDay, plan, target: 1, operator: 'gte', nature } as const
  return forecastKeyResult(data, { asOf: dayOf(week) })
}

/** Coverage of the interval over weeks 4 to 11, and the Brier score of week 6. */
function report({ name, plan, nature }: World, ends: readonly End[]): void {
  const covered = ends.reduce((sum, end) => sum + end.covered, 0) / ends.reduce((sum, end) => sum + end.forecasts, 0)
  const brier = ends.reduce((sum, end) => sum + (end.probability - (end.attained ? 1 : 0)) ** 2, 0) / ends.length
  const right = nature === 'cumulative' && name !== 'back-loaded, linear plan'
  const coverage = `${covered.toFixed(3)}${right ? ' (0.795)' : ''}`
  console.log(`${name}: coverage ${coverage}, Brier score ${brier.toFixed(3)}`)
  if (right) check(`coverage, ${name}`, covered, 0.795, ends.length)
  if (name === 'cumulative drift' && plan.kind === 'linear') check('Brier score', brier, 0.117, ends.length)
}

/** What was found, and what is known of it where it is. */
function cellOf(red: number, green: number, expected: readonly number[] | undefined): string {
  const found = `${red.toFixed(3)} ; ${green.toFixed(3)}`
  return expected === undefined ? found : `${found} (${expected[0]} ; ${expected[1]})`
}

/** Within three standard errors of a share, and of the two decimals that it is known to. */
function check(what: string, found: number, expected: number, count: number): void {
  const margin = 0.01 + 3 * Math.sqrt(Math.max(expected * (1 - expected), 0.01) / count)
  if (Math.abs(found - expected) > margin) problems.push(`${what}: ${found.toFixed(3)}, expected ${expected}`)
}

function shareOf(ends: readonly End[], is: (end: End) => boolean): number {
  return ends.filter(is).length / ends.length
}

function dayOf(week: number): string {
  return new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10)
}
