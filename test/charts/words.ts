import type { Message, Messages } from '../../src/charts/messages.js'

type Params = Message['params']
type Words = (params: Params, messages: Messages) => string

const catalogs: { readonly [language: string]: { readonly [code: string]: Words } } = { en: {}, es: {} }

/** Messages without a catalogue: codes and plain numbers, so that a test needs no words. */
export function plainMessages(language = 'en'): Messages {
  const messages: Messages = {
    number: (x, digits) => String(Number(x.toFixed(digits?.maximumFractionDigits ?? 6))),
    percent: (x, digits = 0) => `${Number((x * 100).toFixed(digits))} %`,
    points: (x) => String(Math.round(x)),
    date: (day) => day,
    duration: (milliseconds) => `${Number((milliseconds / 3_600_000).toFixed(2))} h`,
    message: (message) => {
      const words = catalogs[language]?.[message.code]
      return words === undefined ? message.code : words(message.params, messages)
    },
    term: (code) => code,
    chartLocale: {
      number: { decimal: '.', thousands: ',', grouping: [3], currency: ['', ''], percent: '%' },
      time: {
        dateTime: '%x, %X',
        date: '%d/%m/%Y',
        time: '%H:%M:%S',
        periods: ['AM', 'PM'],
        days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
        shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
        months: [
          'January',
          'February',
          'March',
          'April',
          'May',
          'June',
          'July',
          'August',
          'September',
          'October',
          'November',
          'December',
        ],
        shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
      },
    },
  }
  return messages
}
