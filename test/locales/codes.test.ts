import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import type { MessageText } from '../../src/locales/model.js'
import { reviewMetrics } from '../../src/review/reviewMetrics.js'
import { reviewCompany } from '../hardening/company.js'

type Texts = { readonly [code: string]: MessageText }
const catalogues: { readonly [language: string]: Texts } = { en: { ...en }, es: { ...es } }
const root = fileURLToPath(new URL('../../', import.meta.url))
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)
/** Code without its comments, of some folders. */
const code = (...folders: string[]): string =>
  files
    .filter((name) => folders.some((folder) => name.startsWith(folder)))
    .map((name) =>
      readFileSync(join(root, 'src', name), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
        .replaceAll(/^\s*\/\/.*$/gmu, ''),
    )
    .join('\n')
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()

/** What the vectors expect, value by value. */
function* expectedObjects(): Generator<{ readonly [name: string]: unknown }> {
  for (const name of readdirSync(join(root, 'test/reference')).filter((file) => /\.jsonl?$/u.test(file))) {
    const text = readFileSync(join(root, 'test/reference', name), 'utf8')
    const lines = name.endsWith('.jsonl') ? text.split('\n').filter((line) => line.trim() !== '') : [text]
    for (const line of lines) yield* objectsIn(JSON.parse(line))
  }
}

function* objectsIn(value: unknown): Generator<{ readonly [name: string]: unknown }> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as { readonly [name: string]: unknown }
  for (const member of Object.values(value)) yield* objectsIn(member)
}

const expected = [...expectedObjects()]
const figures = code('metrics', 'records', 'tally', 'signals')

/** Codes that texts must exist for, by what they are. */
const collected: { readonly [kind: string]: readonly string[] } = {
  'excluded (in code)': found(figures, /(?:exclusions\.add|leaveOut)\(\s*'([a-z_]+)'/gu).map((x) => `excluded.${x}`),
  'excluded (of vectors)': [
    ...new Set(
      expected.flatMap(({ excluded }) =>
        typeof excluded === 'object' && excluded !== null ? Object.keys(excluded) : [],
      ),
    ),
  ].map((x) => `excluded.${x}`),
  caveats: [
    ...found(figures, /caveats[^\n]*?\['([a-z_]+)'\]/gu),
    ...new Set(expected.flatMap(({ definition }) => (definition as { caveats?: string[] } | undefined)?.caveats ?? [])),
  ].map((x) => `caveat.${x}`),
  metrics: [
    ...found(code('metrics', 'okr', 'signals'), /metric: '([a-z-]+)'/gu),
    ...reviewMetrics.map((rule) => rule.code),
  ].map((x) => `term.${x}`),
  detectors: found(code('signals'), /export function (detect[A-Z][A-Za-z]+)\(/gu)
    .filter((name) => name !== 'detectSignals' && name !== 'detectActivityFall')
    .map((x) => `detector.${x}`),
  minimums: found(code('signals'), /what: '([a-z-]+)'/gu).map((x) => `minimum.${x}`),
  options: [
    ...reviewMetrics.flatMap(({ options = [], required = [] }) => [...options, ...required]),
    ...reviewCompany().definitions.flatMap(({ definition }) => Object.keys(definition)),
  ]
    .filter((name) => !['asOf', 'timeZone', 'caveats', 'spans'].includes(name))
    .map((x) => `option.${x}`),
  'chart words': [
    ...found(code('charts', 'report'), /'((?:chart|heading)\.[A-Za-z.]+)'/gu),
    ...found(code('charts'), /term\('([A-Za-z-]+)'\)/gu).map((x) => `term.${x}`),
    ...found(code('report'), /term\('([A-Za-z-]+)'\)/gu).map((x) => `term.${x}`),
    ...found(code('report'), /heading\('([A-Za-z]+)'\)/gu).map((x) => `heading.${x}`),
  ].filter((x) => !x.endsWith('.')),
  'reasons (of vectors)': [
    ...new Set(
      expected.flatMap(({ reason, progress, verdict, forecast }) =>
        typeof reason === 'string' && (progress === null || verdict === null || forecast === null) ? [reason] : [],
      ),
    ),
  ].map((x) => `reason.${x}`),
  errors: found(code('errors.ts'), /'([A-Z_]{4,})'/gu).map((x) => `error.${x}`),
}

describe('every code that the library can give has a text', () => {
  it.each(Object.entries(collected))('%s', (kind, codes) => {
    expect(codes.length, kind).toBeGreaterThan(3)
    for (const [language, texts] of Object.entries(catalogues)) {
      expect(
        codes.filter((one) => !Object.hasOwn(texts, one)),
        language,
      ).toEqual([])
    }
  })

  it('and every choice that an option takes', () => {
    const names = new Set(Object.keys(en).flatMap((one) => (one.startsWith('option.') ? [one.slice(7)] : [])))
    const choices = [
      ...code('metrics', 'records/tallySubscriptions').matchAll(
        /assertOneOf\(\w+, (\[[^\]]*\]), 'options\.([A-Za-z]+)'\)/gu,
      ),
    ].flatMap(([, list = '', option = '']) =>
      names.has(option) ? found(list, /'([A-Za-z-]+)'/gu).map((choice) => `choice.${option}.${choice}`) : [],
    )
    expect(choices.length).toBeGreaterThan(30)
    // Choices of functions that no review calls.
    const others = /^choice\.(?:unit\.(?:day|week|month)|method\.(?:formula|observed)|clock\.(?:calendar|rolling))$/u
    for (const [language, texts] of Object.entries(catalogues)) {
      expect(
        choices.filter((one) => !Object.hasOwn(texts, one) && !others.test(one)),
        language,
      ).toEqual([])
    }
  })
})

describe('no sentence stands outside the catalogues', () => {
  it('in the code of signals, objectives, reviews, reports and charts', () => {
    const sentences = found(
      code('signals', 'okr', 'review', 'report', 'charts'),
      /['`]([A-Z][a-z]+(?: [a-z]+)+[.?!])['`]/gu,
    )
    expect(sentences).toEqual([])
  })

  it('and no text leaves a parameter as it was written', () => {
    for (const catalogue of [en, es]) {
      const messages = createMessages(catalogue)
      for (const one of Object.keys(catalogue)) {
        const text = messages.message({ code: one, params: { date: '2026-01-31' } })
        expect(text, one).not.toMatch(/[{}$]|undefined|NaN|\[object/u)
      }
    }
  })
})
