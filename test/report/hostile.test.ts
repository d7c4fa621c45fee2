import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/internal/clean.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { renderHtml, renderMarkdown } from '../../src/report/index.js'
import { hostileNames, reviewWithName } from './hostile.js'
import { attributesOf, linesOf, tagsOf } from './read.js'

const languages = { en: createMessages(en), es: createMessages(es, { locale: 'es-MX' }) }
const messages = languages.en

/** The pieces a name can add to Markdown beside text: nothing that is not escaped. */
const unescaped = /(?<!\\)(?:\\\\)*[<>`[\]]/u

describe('a name of users', () => {
  const harmless = reviewWithName('plain name')

  it('stands in every section of the review', () => {
    const html = renderHtml(harmless, { messages })
    for (const id of [
      'headline',
      'changes',
      'key-results',
      'trajectories',
      'signals',
      'segments',
      'controls',
      'nps',
      'survival',
    ]) {
      const section = new RegExp(`<section id="${id}">.*?</section>`, 'u').exec(html)?.[0] ?? ''
      expect(section, id).toContain('plain name')
    }
  })

  for (const [language, words] of Object.entries(languages)) {
    const html = renderHtml(harmless, { messages: words })
    const markdown = renderMarkdown(harmless, { messages: words })

    it.each(hostileNames)(`keeps the elements of HTML (${language}): %j`, (name) => {
      const hostile = renderHtml(reviewWithName(name), { messages: words, title: name, names: { churn: name } })
      expect(tagsOf(hostile)).toEqual(tagsOf(html))
      expect(attributesOf(hostile)).toEqual(attributesOf(html))
    })

    it.each(hostileNames)(`keeps the lines and tables of Markdown (${language}): %j`, (name) => {
      const hostile = renderMarkdown(reviewWithName(name), { messages: words, title: name })
      expect(linesOf(hostile)).toEqual(linesOf(markdown))
      expect(unescaped.test(hostile.replaceAll(/^\| -.*$/gmu, ''))).toBe(false)
      expect(/(?<!\\)(?:https?:|www\.)/u.test(hostile.replaceAll('\\', '|'))).toBe(false)
    })
  }

  it.each(hostileNames)('leaves no control character, half pair or mark of direction: %j', (name) => {
    const text = renderHtml(reviewWithName(name), { messages, title: name })
    const left = [...text].filter((character) => character !== '\n' && clean(character) !== character)
    expect(left).toEqual([])
  })

  it('keeps its shape in both formats whatever it is', () => {
    const html = renderHtml(harmless, { messages })
    const lines = linesOf(renderMarkdown(harmless, { messages }))
    const tags = tagsOf(html)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const review = reviewWithName(`${name}~`)
        expect(tagsOf(renderHtml(review, { messages }))).toEqual(tags)
        expect(linesOf(renderMarkdown(review, { messages }))).toEqual(lines)
      }),
      { seed: 11, numRuns: 100 },
    )
  })
})

describe('the document', () => {
  const html = renderHtml(reviewWithName('plain name'), { messages })

  it('has no script, no style attribute, no handler, no address', () => {
    const attributes = attributesOf(html)
    expect(attributes).not.toContain('style')
    expect(attributes).not.toContain('href')
    expect(attributes).not.toContain('src')
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([])
    expect(
      tagsOf(html).filter((tag) => ['script', 'link', 'img', 'iframe', 'a', 'form', 'details'].includes(tag)),
    ).toEqual([])
    expect(/url\(|@import|https?:/u.test(html)).toBe(false)
  })

  it('closes what it opens', () => {
    const open: string[] = []
    for (const tag of tagsOf(html)) {
      if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1))
      else if (!['meta', 'rect', 'line', 'circle', 'polyline'].includes(tag)) open.push(tag)
    }
    expect(open).toEqual([])
  })

  it('gives every table a caption and headers with a scope, every picture a label', () => {
    const tables = html.match(/<table>.*?<\/table>/gu) ?? []
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      expect(table).toMatch(/^<table><caption>[^<]+<\/caption>/u)
      expect((table.match(/<th(?=[ >])/gu) ?? []).length).toBe((table.match(/<th scope="(?:col|row)"/gu) ?? []).length)
    }
    for (const picture of html.match(/<svg[^>]*>/gu) ?? []) expect(picture).toMatch(/ role="img" aria-label="[^"]+">$/u)
  })

  it('draws only lengths from 0', () => {
    const review = reviewWithName('plain name')
    for (const { score } of review.objectives[0]?.keyResults ?? [])
      (score as { progress: number | null }).progress = -0.4
    expect(/(?:width|height|r)="-/u.test(renderHtml(review, { messages }))).toBe(false)
  })
})
