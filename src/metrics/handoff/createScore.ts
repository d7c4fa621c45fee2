import { compareDecimal, Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { HandoffScore } from './models/assessment.js'
import type { HandoffComponents, HandoffPolicy } from './models/policy.js'
import { readWeight } from './readWeight.js'

/** The components in the order that settles ties. */
export const componentNames = [
  'completeness',
  'classification',
  'timeliness',
  'acceptance',
  'stability',
  'uniqueness',
] as const satisfies readonly (keyof HandoffComponents)[]

/** Weights of the score. */
export const defaultWeights = {
  completeness: 0.25,
  classification: 0.25,
  timeliness: 0.2,
  acceptance: 0.15,
  stability: 0.1,
  uniqueness: 0.05,
} as const

/** How a score is made. */
export interface ScoreRules {
  weights: NonNullable<HandoffPolicy['weights']>
  uncontactableCap: number
  minimumCoverage: number
}

type Known = { component: keyof HandoffComponents; weight: Decimal; value: Decimal }

/** Reads the weights once, for the scores of many hand-offs. */
export function createScore(
  { weights, uncontactableCap, minimumCoverage }: ScoreRules,
  path: string,
): (
  components: { readonly [component in keyof HandoffComponents]?: number | null | undefined },
  contactable: boolean | null,
) => HandoffScore {
  const weighed = readWeights(weights, `${path}.weights`)
  assertShare(uncontactableCap, 100, `${path}.uncontactableCap`)
  assertShare(minimumCoverage, 1, `${path}.minimumCoverage`)
  const all = sum(weighed.map(({ weight }) => weight))
  const [cap, minimum] = [new Decimal(uncontactableCap), new Decimal(minimumCoverage)]
  return (components, contactable) => {
    const known = weighed.flatMap(({ component, weight }): Known[] => {
      const value = components[component] ?? null
      return value === null ? [] : [{ component, weight, value: new Decimal(value) }]
    })
    const base = sum(known.map(({ weight }) => weight))
    const coverage = base.dividedBy(all)
    if (base.isZero() || compareDecimal(coverage, minimum) < 0) {
      const nothing = { value: null, reason: 'insufficient_data' as const, raw: null, coverage: toDouble(coverage) }
      return { ...nothing, status: 'insufficient', capped: false, lost: [] }
    }
    const raw = sum(known.map(({ weight, value }) => weight.times(value)))
      .times(100)
      .dividedBy(base)
    const capped = contactable === false && compareDecimal(raw, cap) > 0
    return {
      value: toDouble(capped ? cap : raw),
      raw: toDouble(raw),
      coverage: toDouble(coverage),
      status: compareDecimal(coverage, new Decimal(1)) === 0 ? 'ok' : 'partial',
      capped,
      lost: lostPoints(known, base),
    }
  }
}

/** What each component cost, largest first; the sort is stable, so that ties keep the order of the weights. */
function lostPoints(known: readonly Known[], base: Decimal): HandoffScore['lost'] {
  return known
    .map(({ component, weight, value }) => ({
      component,
      points: weight.times(100).times(new Decimal(1).minus(value)).dividedBy(base),
    }))
    .filter(({ points }) => points.greaterThan(0))
    .sort((a, b) => compareDecimal(b.points, a.points))
    .map(({ component, points }) => ({ component, points: toDouble(points) }))
}

function readWeights(
  weights: ScoreRules['weights'],
  path: string,
): { component: keyof HandoffComponents; weight: Decimal }[] {
  assertKnownOptions(weights, componentNames, path)
  const read = componentNames
    .map((component) => ({ component, weight: readWeight(weights[component] ?? 0, `${path}.${component}`) }))
    .filter(({ weight }) => !weight.isZero())
  if (read.length === 0) fail('INVALID_WEIGHT', path, 'must not all be 0', 0)
  return read
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0))
}

function assertShare(value: unknown, maximum: number, path: string): void {
  if (typeof value !== 'number' || !(value >= 0 && value <= maximum)) {
    fail('INVALID_OPTION', path, `must be from 0 to ${maximum}`, value)
  }
}
