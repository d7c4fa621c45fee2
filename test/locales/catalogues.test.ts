import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '../../src/locales/createFormatters.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import type { MessageParams, MessageText } from '../../src/locales/model.js'
import { errorAt } from '../okr/errorAt.js'

type Texts = { readonly [code: string]: MessageText }
const catalogues: { readonly [language: string]: Texts } = { en: { ...en }, es: { ...es } }
const source = fileURLToPath(new URL('../../src/', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const read = (name: string): string => readFileSync(join(source, name), 'utf8')

/** Every parameter that any text reads, by name. */
const paramNames = [
  ...new Set(
    files
      .filter((name) => name.startsWith('locales'))
      .flatMap((name) => [...read(name).matchAll(/\b(?:p|params)(?:\['|, ')(\w+)'/gu)].map((match) => match[1] ?? '')),
  ),
]

/** A code that the library writes as a text, and that no catalogue needs: names of files, of fields and of options. */
const domains = [
  'trend',
  'dissatisfaction',
  'nps',
  'segments',
  'retention',
  'metrics',
  'sales',
  'commitments',
  'handoff',
  'customer',
  'customers',
  'competitors',
  'review',
  'key_result',
  'set',
  'history',
  'use',
  'responsibility',
]
const quoted = new RegExp(`'((?:${domains.join('|')}|data|objective)\\.[a-z_]+)'`, 'gu')
/** Paths of errors and names of fields that look like codes. */
const paths =
  /^review\.cycle$|^customers\.source$|^retention\.objective$|^(?:data|objective|history)\.(?!has_|all_|no_|one_|not_|too_|goal|stalled|confidence|duplicate_|excluded_|future_|placeholder_|contradictory_)/u

describe('the catalogues', () => {
  it('have the same codes', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort())
    expect(Object.keys(en).length).toBeGreaterThan(400)
  })

  it('have a text and a title for every finding that the library reports', () => {
    const codes = new Set(files.flatMap((name) => [...read(name).matchAll(quoted)].map((match) => match[1] ?? '')))
    const written = [...codes].filter((code) => !paths.test(code))
    // Rules of one file share the first half of their codes.
    const rules = [
      ...files.filter((name) => name.startsWith('okr/lint/key-result-rules/')).map((name) => [name, 'key_result']),
      ['okr/lint/objectiveRules.ts', 'objective'],
      ['metrics/handoff/responsibilityFindings.ts', 'responsibility'],
    ].flatMap(([file = '', domain = '']) =>
      [...read(file).matchAll(/(?:rule|Rule|Finding)\(\s*'([a-z_]+)'/gu)].map((match) => `${domain}.${match[1]}`),
    )
    expect(rules.length).toBeGreaterThan(25)
    expect(written.length + rules.length).toBeGreaterThan(60)
    for (const [language, texts] of Object.entries(catalogues)) {
      const missing = [...written, ...rules].filter((code) => !Object.hasOwn(texts, code))
      expect(missing, language).toEqual([])
    }
  })

  it('have a title for every finding with a sentence, and the other way', () => {
    for (const texts of Object.values(catalogues)) {
      const titled = Object.keys(texts).filter((code) => code.startsWith('title.'))
      expect(titled.map((code) => code.slice(6)).filter((code) => !Object.hasOwn(texts, code))).toEqual([])
      const first = new Set(titled.map((code) => code.slice(6).split('.')[0]))
      const untitled = Object.keys(texts).filter(
        (code) =>
          first.has(code.split('.')[0]) &&
          !Object.hasOwn(texts, `title.${code}`) &&
          !/^handoff\.(?:missing|invalid|wrong|duplicate|missing_reject_reason)$/u.test(code),
      )
      expect(untitled).toEqual([])
    }
  })
})

describe.each([
  ['en', en, 'en-GB'],
  ['es', es, 'es-MX'],
] as const)('every text of %s', (language, catalogue, locale) => {
  const texts: Texts = { ...catalogue }
  const formatters = createFormatters(locale)
  const bad = /undefined|NaN|\[object|\{|\}|Infinity/u
  const value = (name: string): fc.Arbitrary<string | number | null> => {
    if (['date', 'since'].includes(name)) return fc.constantFrom('2026-03-09', '2025-12-31')
    if (name === 'direction') return fc.constantFrom('up', 'down')
    if (name === 'unit') return fc.constantFrom('ratio', 'points', 'count', 'milliseconds', 'days')
    if (name === 'period') return fc.constantFrom('week', 'month', 'quarter', 'period', 'constructor')
    if (name === 'currency') return fc.constantFrom('EUR', 'MXN')
    if (name === 'effectUnit') return fc.constantFrom('per-period', 'share')
    if (['subject', 'title', 'theme', 'field', 'keyResult', 'metric', 'name', 'first', 'reason'].includes(name)) {
      return fc.constantFrom('Café Roble', 'churn-rate', 'net-promoter-score/churn-rate', 'constructor', '__proto__')
    }
    return fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: -1000, max: 1_000_000 }),
      fc.constantFrom(0, 1, -0, -0.04, 1e-300, 1e15),
    )
  }
  const params: fc.Arbitrary<MessageParams> = fc.record(
    Object.fromEntries(paramNames.map((name) => [name, value(name)])),
  )
  const check = (given: MessageParams): void => {
    for (const [code, text] of Object.entries(texts)) {
      const shown = text(given, formatters)
      expect(shown, code).not.toBe('')
      expect(bad.test(shown), `${code}: ${shown}`).toBe(false)
      expect(shown, code).not.toMatch(/(?<![\d.,])-0(?![\d.,])/u)
    }
  }

  it(`is a sentence with any figures (${language})`, () => {
    expect(paramNames.length).toBeGreaterThan(40)
    fc.assert(fc.property(params, check), { seed: 17, numRuns: 60 })
  })

  it(`is a sentence without most of its figures (${language})`, () => {
    const base = { date: '2026-03-09', day: 1, days: 90 }
    check(base)
    check({
      ...base,
      ...Object.fromEntries(paramNames.filter((name) => !['date'].includes(name)).map((n) => [n, null])),
    })
  })

  it(`writes the figures it is given (${language})`, () => {
    const figures = { rate: 0.1234, baselineRate: 0.0567, subject: 'Café Roble', share: 0.31 }
    const messages = createMessages(catalogue, { locale })
    const sentence = messages.message({ code: 'sales.rising_objection', params: figures })
    for (const figure of [figures.rate, figures.baselineRate]) expect(sentence).toContain(messages.percent(figure))
    expect(sentence).toContain('Café Roble')
    const rule = messages.message({ code: 'key_result.no_owner', params: { subject: 'kr-1' } })
    expect(rule.startsWith('kr-1: ')).toBe(true)
    expect(messages.message({ code: 'key_result.no_owner', params: { subject: 'kr-1', title: 'Renewals' } })).toContain(
      'Renewals: ',
    )
    const cost = messages.message({ code: 'cost.upper_bound', params: { amount: '1200.50', currency: 'EUR' } })
    expect(cost).toContain(messages.money({ amount: '1200.50', currency: 'EUR' }))
  })

  it(`leaves no code of a template without words (${language})`, () => {
    for (const name of files.filter((file) => /okr\/templates\/.*Objective\.ts$/u.test(file))) {
      const template = /name: '([a-z-]+)'/u.exec(read(name))?.[1]
      if (template === undefined) continue
      const slugs = /slugs: \[([^\]]*)\]/u.exec(read(name))?.[1]?.match(/[a-z-]+/gu) ?? []
      for (const slug of ['objective', ...slugs])
        expect(texts, `${template}.${slug}`).toHaveProperty([`template.${template}.${slug}`])
    }
  })
})

describe('createMessages', () => {
  const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

  it.each([
    ['es', '1234,5', '12.345,6', '5,8 %'],
    ['es-ES', '1234,5', '12.345,6', '5,8 %'],
    ['es-MX', '1,234.5', '12,345.6', '5.8%'],
    ['es-419', '1,234.5', '12,345.6', '5.8%'],
    ['es-AR', '1.234,5', '12.345,6', '5,8 %'],
  ])('writes the numbers of %s', (locale, small, large, percent) => {
    const messages = createMessages(es, { locale })
    expect([messages.number(1234.5), messages.number(12_345.6), plain(messages.percent(0.058))].map(plain)).toEqual([
      small,
      large,
      locale === 'es-AR'
        ? expect.stringMatching(/^5,8 ?%$/u)
        : expect.stringMatching(new RegExp(`^${percent.replace(' ', ' ?')}$`, 'u')),
    ])
    expect(messages.language).toBe('es')
    expect(messages.locale).toBe(locale)
  })

  it('has its days in UTC and no zero with a sign', () => {
    const messages = createMessages(es, { locale: 'es-MX' })
    expect(messages.date('2026-01-01')).toBe('1 de enero de 2026')
    expect(messages.date('2026-01-01T23:59:59Z')).toBe('1 de enero de 2026')
    expect([messages.number(-0.004), messages.points(-0.04), messages.percent(-0.0004), messages.number(-0)]).toEqual([
      '0',
      '0',
      plain(messages.percent(0)),
      '0',
    ])
    expect(messages.list(['altas', 'bajas', 'Irlanda'])).toBe('altas, bajas e Irlanda')
  })

  it('falls back to the language of the catalogue', () => {
    expect(createMessages(es, { locale: 'tlh' }).locale).toBe('es')
    expect(createMessages(en, { locale: 'xx-XX' }).locale).toBe('en')
    expect(createMessages(es).locale).toBe('es')
  })

  it.each(['not a locale', '', 'e', 'es_MX', 'x'.repeat(1_000), '__proto__', 7, null, {}, Symbol('es')])(
    'refuses a locale that is none: %s',
    (locale) => {
      expect(() => createMessages(es, { locale: locale as never })).toThrow(errorAt('INVALID_OPTION', 'options.locale'))
    },
  )

  it.each([null, undefined, 7, 'es', [], () => ''])('refuses a catalogue that is none: %s', (catalogue) => {
    expect(() => createMessages(catalogue as never)).toThrow(errorAt('INVALID_INPUT', 'catalog'))
  })

  it('refuses a catalogue without a language, texts that are none, formatters that are none', () => {
    expect(() => createMessages({ ...en, language: 'en' as never })).toThrow(
      errorAt('INVALID_INPUT', 'catalog.language'),
    )
    expect(() => createMessages({ ...en, language: () => 'not a tag' })).toThrow(
      errorAt('INVALID_INPUT', 'catalog.language'),
    )
    expect(() => createMessages(en, { formatters: {} as never })).toThrow(
      errorAt('INVALID_OPTION', 'options.formatters'),
    )
    expect(() => createMessages(en, { zone: 'UTC' } as never)).toThrow(errorAt('INVALID_OPTION', 'options'))
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'no.such_code'])(
    'shows an unknown code as it is: %j',
    (code) => {
      const messages = createMessages(en)
      expect(messages.message({ code, params: {} })).toBe(code)
      expect(messages.term(code)).toBe(code)
    },
  )

  it('takes own formatters and own texts', () => {
    const formatters = { ...createFormatters('en'), percent: (x: number) => `${x} of one` }
    const messages = createMessages({ ...en, 'status.on_track': () => 'fine' }, { formatters })
    expect(messages.message({ code: 'status.on_track', params: {} })).toBe('fine')
    expect(messages.percent(0.5)).toBe('0.5 of one')
  })

  it('refuses a day, an amount or digits that are none', () => {
    const messages = createMessages(en)
    for (const day of ['', '2026-02-31', 'yesterday', 7, null]) {
      expect(() => messages.date(day as never)).toThrow(errorAt('INVALID_INSTANT', 'day'))
    }
    expect(() => messages.money({ amount: '1', currency: 'euro' })).toThrow(errorAt('INVALID_AMOUNT', 'amount'))
  })

  it('gives charts the signs and names of the locale', () => {
    const { number, time } = createMessages(es, { locale: 'es-MX' }).chartLocale
    expect(number).toMatchObject({ decimal: '.', thousands: ',', percent: '%' })
    expect((time['months'] as string[])[0]).toBe('enero')
    expect((time['days'] as string[])[0]).toBe('domingo')
  })
})
