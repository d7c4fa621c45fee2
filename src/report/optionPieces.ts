import { clean } from '../internal/clean.js'
import type { Piece } from './model.js'
import type { ReportContext } from './reportContext.js'

/** Options in milliseconds. */
const durations = ['target', 'acceptTarget', 'responseTarget', 'limit']
/** Options from 0 to 1. */
const shares = ['level', 'missingCategoryShare']
const minute = 60_000

/** An option with its choice, in words; null for what is no plain value. */
export function optionPieces(name: string, value: unknown, { words, messages }: ReportContext): Piece[] | null {
  const choices = Array.isArray(value) ? value : [value]
  if (choices.length === 0 || !choices.every(isPlain)) return null
  return [
    words.word('option', name),
    { text: ': ' },
    ...choices.flatMap((choice, index): Piece[] => [...(index === 0 ? [] : [{ text: ', ' }]), choicePiece(choice)]),
  ]

  function choicePiece(choice: string | number | boolean): Piece {
    if (typeof choice === 'boolean') return words.word('choice', choice ? 'yes' : 'no')
    if (typeof choice === 'number') {
      if (durations.includes(name) && choice >= minute) return { text: messages.duration(choice) }
      return { text: shares.includes(name) ? messages.percent(choice) : messages.number(choice) }
    }
    const word = words.word('choice', `${name}.${choice}`)
    return word.isUser ? { text: clean(choice), isUser: true } : word
  }
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
