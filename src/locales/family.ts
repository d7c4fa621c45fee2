import type { MessageText } from './model.js'

/** Texts without parameters under the names `prefix.key`. */
export function family<P extends string, K extends string>(
  prefix: P,
  texts: { readonly [key in K]: string },
): { readonly [key in `${P}.${K}`]: MessageText } {
  return Object.fromEntries(
    Object.entries<string>(texts).map(([key, text]) => [`${prefix}.${key}`, () => text]),
  ) as unknown as { readonly [key in `${P}.${K}`]: MessageText }
}
