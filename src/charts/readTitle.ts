import type { Messages } from '../locales/model.js'
import { readText } from './readText.js'

/** The title of a key result; that of a template is a code of the catalogue. */
export function readTitle(title: unknown, path: string, messages: Messages): string {
  const text = readText(title, path)
  return text.startsWith('template.') ? messages.message({ code: text, params: {} }) : text
}
