import type { Messages } from '../locales/model.js'
import { shortLabel } from './shortLabel.js'

/** The word of a status; the code itself when the catalogue does not know it. */
export function statusWord(messages: Messages, status: string): string {
  const code = `status.${status}`
  const words = messages.message({ code, params: {} })
  return words === code ? shortLabel(status) : words
}
