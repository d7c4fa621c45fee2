import { Decimal, toDecimal } from '../../internal/decimal.js'
import { normalText } from '../handoff/fieldValues.js'

/** What was promised, comparable: a number in a unit, or text. */
export type StatedValue =
  | { readonly kind: 'number'; readonly amount: Decimal; readonly unit: string }
  | { readonly kind: 'text'; readonly text: string }

/** Units that become another one, by their normalised name. */
export type UnitRules = ReadonlyMap<string, { readonly to: string; readonly factor: Decimal }>

const leadingNumber = /^[+-]?\d{1,15}(?:\.\d{1,12})?/

/** Reads a value: a number, text that is a number with a unit behind it, or other text. */
export function statedValue(
  value: string | number,
  unit: string | undefined,
  rules: UnitRules,
  path: string,
): StatedValue {
  const own = normalText(unit ?? '')
  if (typeof value === 'number') return convert(toDecimal(value, path), own, rules)
  const text = value.trim()
  const number = leadingNumber.exec(text)?.[0]
  if (number === undefined) return { kind: 'text', text: normalText(value) }
  const behind = normalText(text.slice(number.length))
  if (!isUnit(behind)) return { kind: 'text', text: normalText(value) }
  return convert(new Decimal(number), behind === '' ? own : behind, rules)
}

/** A unit has no digit and does not begin like more of the number: '5-7 days' and '1,000' are text. */
function isUnit(text: string): boolean {
  return !/\d/.test(text) && !'+-.,'.includes(text.charAt(0) || ' ')
}

function convert(amount: Decimal, unit: string, rules: UnitRules): StatedValue {
  const rule = rules.get(unit)
  if (rule === undefined) return { kind: 'number', amount, unit }
  return { kind: 'number', amount: amount.times(rule.factor), unit: rule.to }
}
