import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import { chartLocaleOf, createFormatters } from './createFormatters.js'
import type { Formatters, MessageCatalog, Messages, MessageText } from './model.js'

/** Options of {@link createMessages}. */
export interface CreateMessagesOptions {
  /** BCP 47 tag of numbers and days, e.g. `es-MX`; default the language of the catalogue. */
  readonly locale?: string | undefined
  /** Own formatters, for hosts without full Intl and for tests; default Intl. */
  readonly formatters?: Formatters | undefined
}

/**
 * Joins a catalogue of texts with the numbers and days of a locale.
 *
 * Words and numbers are chosen apart: Spanish writes 1.234,5 in Spain and 1,234.5 in Mexico. A locale that the host does
 * not know falls back to the language of the catalogue; an unknown code yields the code itself.
 *
 * @param catalog - `en`, `es`, or any object with a text for every code
 * @param options - locale of numbers and days, own formatters
 * @returns words and formatters for `retention-okr/report` and `retention-okr/charts`
 * @throws {@link RetentionOkrError} INVALID_OPTION for a locale that is no language tag, for incomplete formatters
 * @throws {@link RetentionOkrError} INVALID_INPUT for a catalogue that is no object or has no language
 * @example
 * ```ts
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const messages = createMessages(en)
 * messages.message({ code: 'status.off_track', params: {} }) // => 'off track'
 * messages.percent(0.0564) // => '5.6%'
 * messages.term('churn-rate') // => 'churn rate'
 * ```
 * @since 0.1.0
 */
export function createMessages(catalog: MessageCatalog, options: CreateMessagesOptions = {}): Messages {
  assertPlain(catalog, 'catalog')
  assertKnownOptions(options, ['locale', 'formatters'])
  const texts = catalog as { readonly [code: string]: MessageText }
  const language = languageOf(texts)
  const locale = supportedLocale(options.locale === undefined ? language : options.locale, language)
  const formatters = options.formatters ?? createFormatters(locale)
  const names = ['number', 'percent', 'points', 'date', 'duration', 'money', 'list'] as const
  if (names.some((name) => typeof formatters?.[name] !== 'function')) {
    fail('INVALID_OPTION', 'options.formatters', `must have ${names.join(', ')}`, formatters)
  }
  const text = (code: string): MessageText | undefined => (Object.hasOwn(texts, code) ? texts[code] : undefined)
  return {
    ...formatters,
    locale,
    language,
    message: ({ code, params }) => text(code)?.(params, formatters) ?? code,
    term: (code) => text(`term.${code}`)?.({}, formatters) ?? code,
    chartLocale: chartLocaleOf(locale),
  }
}

/** The language of the words, also the locale to fall back to. */
function languageOf(texts: { readonly [code: string]: unknown }): string {
  const text: unknown = Object.hasOwn(texts, 'language') ? texts['language'] : () => 'en'
  const language: unknown = typeof text === 'function' ? text({}, {}) : text
  try {
    if (typeof text === 'function' && typeof language === 'string') return new Intl.Locale(language).toString()
  } catch {
    // Said below.
  }
  return fail('INVALID_INPUT', 'catalog.language', 'must be a text that gives a language tag', text)
}

function supportedLocale(locale: unknown, language: string): string {
  try {
    if (typeof locale === 'string') return Intl.NumberFormat.supportedLocalesOf([locale])[0] ?? language
  } catch {
    // Said below.
  }
  return fail('INVALID_OPTION', 'options.locale', 'must be a language tag', locale)
}
