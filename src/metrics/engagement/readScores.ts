import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertPlain } from '../../internal/guards.js'

/** A part or group of a composite score on 0..100. */
export interface ReadScore {
  key: string
  weight: Decimal
  /** Its score, filled where it was missing; undefined when it is left out. */
  score: Decimal | undefined
  /** Whether it has a score of its own. */
  isKnown: boolean
}

/** Reads parts and groups, mapped to 0..100, with missing scores filled. */
export function readScores(components: unknown, scale: unknown, fill: Decimal | undefined): ReadScore[] {
  assertArray(components, 'components')
  const mapping = readScale(scale)
  return components.map((component, index) => {
    const path = `components[${index}]`
    assertPlain(component, path)
    if (component['components'] === undefined) return readScore(component, mapping, fill, path)
    const head = readHead(component, path)
    assertArray(component['components'], `${path}.components`)
    const parts = component['components'].map((part, position) => {
      const place = `${path}.components[${position}]`
      assertPlain(part, place)
      return readScore(part, mapping, fill, place)
    })
    const mean = parts.some(({ isKnown }) => isKnown) ? weightedMean(parts) : undefined
    return { ...head, score: mean ?? fill, isKnown: mean !== undefined }
  })
}

interface Scale {
  minimum: Decimal
  maximum: Decimal
}

function readScale(scale: unknown): Scale {
  assertArray(scale, 'options.scale')
  const [minimum, maximum] = [0, 1].map((index) => toDecimal(scale[index], `options.scale[${index}]`, 'INVALID_SCALE'))
  if (minimum === undefined || maximum === undefined || scale.length !== 2 || !minimum.lessThan(maximum)) {
    fail('INVALID_SCALE', 'options.scale', 'must be two ascending numbers', 'bounds out of order')
  }
  return { minimum, maximum }
}

function readScore(part: Record<string, unknown>, scale: Scale, fill: Decimal | undefined, path: string): ReadScore {
  const head = readHead(part, path)
  const { score } = part
  if (score === null) return { ...head, score: fill, isKnown: false }
  const { minimum, maximum } = scale
  const own = toDecimal(score, `${path}.score`, 'SCORE_OUT_OF_SCALE')
  if (own.lessThan(minimum) || own.greaterThan(maximum)) {
    fail('SCORE_OUT_OF_SCALE', `${path}.score`, 'must lie on the scale', own.toNumber())
  }
  const mapped = own.minus(minimum).times(100).dividedBy(maximum.minus(minimum))
  return { ...head, score: mapped, isKnown: true }
}

function readHead(part: Record<string, unknown>, path: string): { key: string; weight: Decimal } {
  const { key } = part
  if (typeof key !== 'string') fail('INVALID_INPUT', `${path}.key`, 'must be text', key)
  const weight = toDecimal(part['weight'], `${path}.weight`, 'INVALID_WEIGHT')
  if (weight.lessThan(0)) fail('INVALID_WEIGHT', `${path}.weight`, 'must not be negative', weight.toNumber())
  return { key, weight }
}

/** The weighted mean of the parts that have a score; none when they have no weight. */
function weightedMean(parts: readonly ReadScore[]): Decimal | undefined {
  let [sum, weights]: [Decimal, Decimal] = [new Decimal(0), new Decimal(0)]
  for (const { weight, score } of parts) {
    if (score === undefined) continue
    sum = sum.plus(weight.times(score))
    weights = weights.plus(weight)
  }
  return weights.isZero() ? undefined : sum.dividedBy(weights)
}
