import type { MessageText } from './model.js'
import type { RuleCode } from './ruleCodes.js'
import { capital, textOf } from './showParams.js'

/** Title and sentence of every rule from what it says of its subject. */
export function rules(says: { readonly [C in RuleCode]: string }): {
  readonly [C in RuleCode | `title.${RuleCode}`]: MessageText
} {
  return Object.fromEntries(
    Object.entries<string>(says).flatMap(([code, words]): [string, MessageText][] => [
      [`title.${code}`, () => capital(words)],
      [code, (p) => `${textOf(p, typeof p['title'] === 'string' ? 'title' : 'subject')}: ${words}.`],
    ]),
  ) as unknown as { readonly [C in RuleCode | `title.${RuleCode}`]: MessageText }
}
