import type { Message, MessageParams, Messages } from '../locales/model.js'
import type { Piece, Text } from './model.js'

/** Parameters that hold what people wrote. */
const named = ['subject', 'title', 'theme', 'field', 'by', 'metric'] as const
/** Parameters that choose words. */
const codes = ['direction', 'unit', 'period', 'pattern', 'effectUnit', 'reason', 'since', 'date']
// Characters of the private area: a sentence of ours has none.
const firstMark = 0xe000

/**
 * A sentence with the names in it kept apart from our words.
 *
 * Names go in as marks and come back as pieces of their own; codes that have a term, as `churn-rate` or a pair of them,
 * are words of ours.
 */
export function namedText({ code, params }: Message, messages: Messages): Text {
  const names = new Map<string, string>()
  const marked: { [name: string]: MessageParams[string] } = { ...params }
  named.forEach((name, index) => {
    const value = params[name]
    if (typeof value !== 'string' || isOurs(value, messages)) return
    const mark = String.fromCharCode(firstMark + index)
    names.set(mark, value)
    marked[name] = mark
  })
  const text = messages.message({ code, params: marked })
  if (text === code) return [{ text, isUser: true }]
  const others = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && !codes.includes(name) && !named.some((one) => one === name)
      ? [value]
      : [],
  )
  return text.split(/([\uE000-\uE005])/u).flatMap((part): Piece[] => {
    if (part === '') return []
    const name = names.get(part)
    if (name !== undefined) return [{ text: name, isUser: true }]
    return [others.some((other) => part.includes(other)) ? { text: part, isUser: true } : { text: part }]
  })
}

function isOurs(value: string, messages: Messages): boolean {
  // The term of `leads` is `leads`: only the message tells whether there is one.
  return value.split('/').every((part) => messages.message({ code: `term.${part}`, params: {} }) !== `term.${part}`)
}
