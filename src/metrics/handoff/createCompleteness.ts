import { Decimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import { createMissingTest, emailKey, fieldOf, normalText, phoneKey } from './fieldValues.js'
import type { RequiredField } from './models/policy.js'
import { readWeight } from './readWeight.js'
import type { WeightedShare } from './weightedShare.js'

type Fields = { readonly [name: string]: unknown }

/** How complete the fields of a lead are. */
interface CompletenessReading extends WeightedShare {
  missing: string[]
  invalid: string[]
}

/** The required fields of a policy, read once for many leads. */
export interface Completeness {
  /** Reads the fields of one lead. */
  read(fields: Fields): CompletenessReading
  /** Whether an e-mail or phone is usable; null when none is asked for. */
  isContactable(fields: Fields): boolean | null
}

const keysOf = { email: emailKey, phone: phoneKey }

/** Reads the required fields: names, weights, what a value must look like, when they apply. */
export function createCompleteness(
  requiredFields: readonly RequiredField[],
  missingTokens: readonly string[],
  path: string,
): Completeness {
  const isMissing = createMissingTest(missingTokens, `${path}.missingTokens`)
  const required = readRequiredFields(requiredFields, `${path}.requiredFields`)
  const zero = new Decimal(0)

  function isAbsent({ field, zeroIsMissing }: RequiredField, fields: Fields): boolean {
    const value = fieldOf(fields, field)
    return isMissing(value) || (zeroIsMissing === true && value === 0)
  }

  function isUsable({ field, validator }: RequiredField, fields: Fields): boolean {
    return validator === undefined || keysOf[validator](fieldOf(fields, field)) !== null
  }

  function applies({ when }: RequiredField, fields: Fields): boolean {
    if (when === undefined) return true
    const value = fieldOf(fields, when.field)
    return !isMissing(value) && normalText(value) === normalText(when.equals)
  }

  return {
    read: (fields) => {
      const reading = { held: zero, judged: zero, sampleSize: 0, missing: [] as string[], invalid: [] as string[] }
      for (const { rule, weight } of required) {
        if (!applies(rule, fields)) continue
        reading.sampleSize += 1
        reading.judged = reading.judged.plus(weight)
        if (isAbsent(rule, fields)) reading.missing.push(rule.field)
        else if (!isUsable(rule, fields)) reading.invalid.push(rule.field)
        else reading.held = reading.held.plus(weight)
      }
      return reading
    },
    isContactable: (fields) => {
      const contacts = required.filter(({ rule }) => rule.validator !== undefined)
      if (contacts.length === 0) return null
      return contacts.some(({ rule }) => !isAbsent(rule, fields) && isUsable(rule, fields))
    },
  }
}

function readRequiredFields(fields: unknown, path: string): { rule: RequiredField; weight: Decimal }[] {
  if (!Array.isArray(fields)) fail('INVALID_OPTION', path, 'must be a list of required fields', fields)
  return fields.map((rule: unknown, index) => {
    const own = `${path}[${index}]`
    assertKnownOptions(rule, ['field', 'weight', 'validator', 'zeroIsMissing', 'when'], own)
    assertPlain(rule, own)
    const { field, weight = 1, validator, when } = rule as unknown as RequiredField
    if (typeof field !== 'string' || field === '') fail('INVALID_OPTION', `${own}.field`, 'must be a name', field)
    if (validator !== undefined) assertOneOf(validator, ['email', 'phone'], `${own}.validator`)
    if (when !== undefined) assertCondition(when, `${own}.when`)
    return { rule: rule as unknown as RequiredField, weight: readWeight(weight, `${own}.weight`) }
  })
}

function assertCondition(when: unknown, path: string): void {
  assertKnownOptions(when, ['field', 'equals'], path)
  assertPlain(when, path)
  if (typeof when['field'] !== 'string') fail('INVALID_OPTION', `${path}.field`, 'must be a name', when['field'])
}
