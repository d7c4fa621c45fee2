import { Decimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { LeadClassification } from '../../records/model.js'
import { createMissingTest, fieldOf, normalText } from './fieldValues.js'
import { readWeight } from './readWeight.js'
import type { WeightedShare } from './weightedShare.js'

/** What is compared, and how. */
export interface ClassificationRules {
  dimensions: { readonly [dimension: string]: DecimalInput }
  aliases: { readonly [dimension: string]: { readonly [alias: string]: string } }
  missingTokens: readonly string[]
}

/** How right the classes of a lead are. */
export interface ClassificationReading extends WeightedShare {
  wrong: string[]
  unassessed: string[]
}

/** Reads the dimensions once, for the classes of many leads. */
export function createClassification(
  { dimensions, aliases, missingTokens }: ClassificationRules,
  path: string,
): (classification: LeadClassification | undefined, path: string) => ClassificationReading {
  const isMissing = createMissingTest(missingTokens, `${path}.missingTokens`)
  if (typeof dimensions !== 'object' || dimensions === null || Array.isArray(dimensions)) {
    fail('INVALID_OPTION', `${path}.dimensions`, 'must be weights by dimension', dimensions)
  }
  const judged = Object.entries(dimensions).map(([name, weight]) => ({
    name,
    weight: readWeight(weight, `${path}.dimensions.${name}`),
    nameOf: createNaming(fieldOf(aliases, name), `${path}.aliases.${name}`),
  }))
  const zero = new Decimal(0)
  return (classification, own) => {
    const reading = { held: zero, judged: zero, sampleSize: 0, wrong: [] as string[], unassessed: [] as string[] }
    const { actual, reference } = classification ?? { actual: {}, reference: {} }
    assertPlain(actual, `${own}.actual`)
    assertPlain(reference, `${own}.reference`)
    for (const { name, weight, nameOf } of judged) {
      const [given, wanted] = [fieldOf(actual, name), fieldOf(reference, name)]
      if (isMissing(wanted)) {
        reading.unassessed.push(name)
        continue
      }
      reading.sampleSize += 1
      reading.judged = reading.judged.plus(weight)
      if (!isMissing(given) && nameOf(given) === nameOf(wanted)) reading.held = reading.held.plus(weight)
      else reading.wrong.push(name)
    }
    return reading
  }
}

/** The one name of a class that goes by several. */
function createNaming(aliases: unknown, path: string): (value: unknown) => string {
  if (aliases === undefined) return normalText
  assertPlain(aliases, path)
  const names = new Map(Object.entries(aliases).map(([alias, name]) => [normalText(alias), normalText(name)]))
  return (value) => {
    const text = normalText(value)
    return names.get(text) ?? text
  }
}
