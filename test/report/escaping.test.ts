import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/internal/clean.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import { escapeHtml } from '../../src/report/escapeHtml.js'
import { renderMarkdown } from '../../src/report/index.js'
import { reviewNothing } from '../hardening/company.js'
import { hostileNames } from './hostile.js'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  // Halves of pairs, marks of direction and control characters are rare among all characters.
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(0xd800, 0xdfff, 0x202e, 0x2066, 0x061c, 0x200f, 0, 8, 0x7f, 0xfffe, 0xffff),
      ),
    )
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(...hostileNames),
)
const runs = { seed: 5, numRuns: 1_000 }

describe('clean', () => {
  it('leaves at most 500 characters that any format can show', () => {
    fc.assert(
      fc.property(text, (given) => {
        const cleaned = clean(given)
        expect([...cleaned].length).toBeLessThanOrEqual(500)
        for (const character of cleaned) {
          const code = character.codePointAt(0) ?? 0
          const isShown = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code !== 0x7f)
          expect(isShown && !(code >= 0xd800 && code <= 0xdfff)).toBe(true)
          expect([0x061c, 0x200e, 0x200f, 0xfffe, 0xffff].includes(code)).toBe(false)
          expect((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)).toBe(false)
        }
      }),
      runs,
    )
  })

  it('changes nothing the second time, and nothing that was clean', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(clean(clean(given))).toBe(clean(given))
      }),
      runs,
    )
    expect(clean('Ñandú – 東京 👩‍👩‍👧 é')).toBe('Ñandú – 東京 👩‍👩‍👧 é')
  })

  it('counts characters, not halves of them', () => {
    expect(clean('😀'.repeat(501))).toBe('😀'.repeat(500))
    expect(clean(`\u202E${'a'.repeat(500)}b`)).toBe('a'.repeat(500))
  })
})

describe('escapeHtml', () => {
  it('leaves no character that HTML reads, and reads back', () => {
    const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
    fc.assert(
      fc.property(text, (given) => {
        const escaped = escapeHtml(given)
        expect(/[<>"']/u.test(escaped)).toBe(false)
        expect(escaped.replaceAll(/&(lt|gt|quot|#39|amp);/gu, (_, name: string) => entities[name] ?? '')).toBe(given)
      }),
      runs,
    )
  })
})

describe('a title in Markdown', () => {
  const messages = createMessages(en)
  const review = reviewNothing()

  it('is one line, every mark escaped, and reads back', () => {
    fc.assert(
      fc.property(text, (title) => {
        const [line = '', blank] = renderMarkdown(review, { messages, title }).split('\n')
        expect(blank).toBe('')
        const written = line.slice(2)
        expect(/(?<!\\)(?:\\\\)*\\$/u.test(written)).toBe(false)
        expect(/[!-/:-@[-`{-~]/u.test(written.replaceAll(/\\[!-/:-@[-`{-~]/gu, ''))).toBe(false)
        expect(written.replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')).toBe(clean(title).replaceAll(/\s+/gu, ' '))
      }),
      runs,
    )
  })
})
