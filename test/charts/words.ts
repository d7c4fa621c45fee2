import { chartLocaleOf } from '../../src/locales/createFormatters.js'
import type { Messages } from '../../src/locales/model.js'

/** Messages without a catalogue: codes and plain numbers, so that a test depends on no words. */
export function plainMessages(): Messages {
  return {
    locale: 'en',
    language: 'en',
    number: (x, digits) => String(Number(x.toFixed(digits?.maximumFractionDigits ?? 6))),
    percent: (x, digits = 0) => `${Number((x * 100).toFixed(digits))} %`,
    points: (x) => String(Math.round(x)),
    date: (day) => day,
    duration: (milliseconds) => `${Number((milliseconds / 3_600_000).toFixed(2))} h`,
    money: ({ amount, currency }) => `${amount} ${currency}`,
    list: (items) => items.join(', '),
    message: ({ code }) => code,
    term: (code) => code,
    chartLocale: chartLocaleOf('en'),
  }
}
