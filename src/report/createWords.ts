import { clean } from '../internal/clean.js'
import type { MessageParams, Messages } from '../locales/model.js'
import type { Piece } from './model.js'

/** The words of codes; a code that the catalogue lacks is shown as it is, like a name. */
export interface Words {
  /** The word for a code of a family, e.g. `status` and `at_risk`. */
  word: (family: string, code: string, params?: MessageParams) => Piece
  /** The word for a metric or a type of records. */
  term: (code: string) => Piece
  /** A title; that of a template is a code. */
  title: (title: string) => string
}

/** Prepares the words of codes. */
export function createWords(messages: Messages): Words {
  const orName = (text: string, unknown: string, code: string): Piece =>
    text === unknown ? { text: clean(code), isUser: true } : { text }
  return {
    word: (family, code, params = {}) => {
      const whole = `${family}.${code}`
      return orName(messages.message({ code: whole, params }), whole, code)
    },
    term: (code) => orName(messages.message({ code: `term.${code}`, params: {} }), `term.${code}`, code),
    title: (title) => clean(title.startsWith('template.') ? messages.message({ code: title, params: {} }) : title),
  }
}
