import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { renderHtml, renderMarkdown } from '../../src/report/index.js'
import { style, styleHash } from '../../src/report/style.js'
import type { RetentionReview } from '../../src/review/index.js'
import { reviewNothing } from '../hardening/company.js'
import { errorAt } from '../okr/errorAt.js'
import { reviewWithName } from './hostile.js'
import { writeReports } from './writeReports.js'

const messages = createMessages(en)
const review = (): RetentionReview => reviewWithName('plain name')
const both = [
  ['renderHtml', renderHtml],
  ['renderMarkdown', renderMarkdown],
] as const

describe('the policy of the document', () => {
  it('names the hash of its only style sheet', () => {
    expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
    const html = renderHtml(reviewNothing(), { messages })
    expect(html.match(/<style/gu)).toHaveLength(1)
    expect(html).toContain(`<style>${style}</style>`)
    expect(html).toContain(
      `content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"`,
    )
  })

  it('carries the theme as a class', () => {
    for (const theme of ['auto', 'light', 'dark'] as const) {
      expect(renderHtml(reviewNothing(), { messages, theme })).toContain(`<html lang="en" class="${theme}">`)
    }
  })
})

describe('the same review', () => {
  it('gives the same bytes twice', () => {
    for (const [, render] of both) expect(render(review(), { messages })).toBe(render(review(), { messages }))
  })

  it.each(['America/Mexico_City', 'Pacific/Apia', 'Asia/Kathmandu'])('gives the same bytes under TZ=%s', (zone) => {
    const script = fileURLToPath(new URL('writeReports.ts', import.meta.url))
    const input = JSON.stringify(review())
    const output = execFileSync(process.execPath, ['--import', 'tsx', script], {
      input,
      env: { ...process.env, TZ: zone, LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
      encoding: 'utf8',
    })
    expect(output).toBe(writeReports(input))
  })

  it('stays as it was', () => {
    const given = review()
    const before = JSON.stringify(given)
    for (const [, render] of both) render(given, { messages })
    expect(JSON.stringify(given)).toBe(before)
  })
})

describe('an empty review', () => {
  it.each([
    ['en', createMessages(en), 'There are no data yet.'],
    ['es', createMessages(es), 'Todavía no hay datos.'],
  ] as const)('says so in %s', (language, words, sentence) => {
    const html = renderHtml(reviewNothing(), { messages: words })
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toContain(sentence)
    expect(html).toMatch(/<section id="headline">/u)
    expect(renderMarkdown(reviewNothing(), { messages: words })).toContain(sentence)
  })
})

describe('a broken review', () => {
  const cases: [path: string, change: (review: RetentionReview) => void][] = [
    ['review.cycle.elapsed', (r) => Object.assign(r.cycle, { elapsed: Number.NaN })],
    [
      'review.measurements[0].current.value',
      (r) => Object.assign(r.measurements[0]?.current ?? {}, { value: Number.NaN }),
    ],
    [
      'review.objectives[0].keyResults[1].score.progress',
      (r) => Object.assign(r.objectives[0]?.keyResults[1]?.score ?? {}, { progress: Number.POSITIVE_INFINITY }),
    ],
    [
      'review.headline[0].evidence.rate',
      (r) => Object.assign(r.headline[0]?.evidence ?? {}, { rate: Number.NEGATIVE_INFINITY }),
    ],
  ]

  it.each(cases)('is INVALID_NUMBER at %s', (path, change) => {
    for (const [, render] of both) {
      const broken = review()
      change(broken)
      expect(() => render(broken, { messages })).toThrow(errorAt('INVALID_NUMBER', path))
    }
  })

  it.each(['headline', 'objectives', 'measurements', 'series', 'signals', 'gaps', 'definitions'] as const)(
    'is INVALID_INPUT without %s',
    (name) => {
      for (const [, render] of both) {
        const { [name]: _, ...rest } = review()
        expect(() => render(rest as RetentionReview, { messages })).toThrow(errorAt('INVALID_INPUT', `review.${name}`))
      }
    },
  )

  it('is INVALID_INPUT with a member of another kind, a ring or a getter that throws', () => {
    const ring = review()
    Object.assign(ring.cycle, { ring })
    const thrower = Object.defineProperty(review(), 'asOf', {
      enumerable: true,
      get: () => {
        throw new Error('gone')
      },
    })
    for (const [, render] of both) {
      expect(() => render({ ...review(), signals: [null as never] }, { messages })).toThrow(
        errorAt('INVALID_INPUT', 'review'),
      )
      expect(() => render(ring, { messages })).toThrow(errorAt('INVALID_INPUT', 'review'))
      expect(() => render(thrower, { messages })).toThrow(errorAt('INVALID_INPUT', 'review'))
    }
  })

  it('is INVALID_INSTANT with a day that is none', () => {
    for (const [, render] of both) {
      expect(() => render({ ...review(), asOf: '2026-02-31' }, { messages })).toThrow(errorAt('INVALID_INSTANT', 'day'))
    }
  })
})

describe('options', () => {
  it('must be known and of their kind', () => {
    for (const [, render] of both) {
      const call = (options: object) => () => render(review(), options as never)
      expect(call({})).toThrow(errorAt('INVALID_OPTION', 'options.messages'))
      expect(call({ messages: { message: () => '' } })).toThrow(errorAt('INVALID_OPTION', 'options.messages'))
      expect(call({ messages, colour: 'red' })).toThrow(errorAt('INVALID_OPTION', 'options'))
      expect(call({ messages, title: 7 })).toThrow(errorAt('INVALID_OPTION', 'options.title'))
      expect(call({ messages, names: null })).toThrow(errorAt('INVALID_OPTION', 'options.names'))
      expect(call({ messages, names: { a: Symbol('a') } })).toThrow(errorAt('INVALID_OPTION', 'options.names'))
    }
    expect(() => renderHtml(review(), { messages, theme: 'blue' as never })).toThrow(
      errorAt('INVALID_OPTION', 'options.theme'),
    )
    expect(() => renderMarkdown(review(), { messages, headingLevel: 5 })).toThrow(
      errorAt('INVALID_OPTION', 'options.headingLevel'),
    )
  })

  it('set the level of headings', () => {
    const markdown = renderMarkdown(review(), { messages, headingLevel: 3 })
    expect(markdown.startsWith('### Retention review, March 1, 2026\n\n')).toBe(true)
    expect(markdown).toContain('\n#### Key results\n')
    expect(markdown).toContain('\n##### plain name\n')
  })
})

describe('a code without words', () => {
  it('is shown as it is, in a neutral tone', () => {
    const changed = JSON.parse(
      JSON.stringify(review()).replaceAll('"off_track"', '"new_status"').replaceAll('"no_records"', '"new_gap"'),
    ) as RetentionReview
    Object.assign(changed.headline[0] ?? {}, { code: 'domain.new_finding', severity: 'new_severity' })
    const html = renderHtml(changed, { messages })
    expect(html).toContain('<span class="tone neutral"><bdi>– new_status</bdi></span>')
    expect(html).toContain('<bdi>new_gap</bdi>')
    expect(html).toContain('<span class="tone neutral"><bdi>– new_severity</bdi></span>')
    expect(html).toContain('<bdi>domain.new_finding</bdi>')
    const markdown = renderMarkdown(changed, { messages })
    expect(markdown).toContain(String.raw`**– new\_status**`)
    expect(markdown).toContain(String.raw`domain\.new\_finding`)
    for (const text of [html, markdown]) expect(text).not.toMatch(/(?:status|gap|severity|term|heading)\\?\./u)
  })

  it('is translated when it is the title of a template', () => {
    const text = JSON.stringify(review())
    const changed = JSON.parse(text.replaceAll('"title":"plain name"', '"title":"template.retention.churn-rate"'))
    const html = renderHtml(changed, { messages: createMessages(es) })
    expect(html).not.toContain('template.')
    const unknown = JSON.parse(text.replaceAll('"title":"plain name"', '"title":"template.<b>"'))
    expect(renderHtml(unknown, { messages })).toContain('<bdi>template.&lt;b&gt;</bdi>')
  })

  it('has no other words in an ordinary review', () => {
    for (const words of [messages, createMessages(es)]) {
      const html = renderHtml(review(), { messages: words })
      expect(html).not.toMatch(/>[^<]*(?:undefined|NaN|\[object)/u)
      expect(html).not.toMatch(
        /(?:status|severity|gap|term|heading|reason|caution|verdict|blocker|decision|change)\.[a-z_]+/u,
      )
    }
  })
})

describe('a key result that keeps something', () => {
  const shown = (condition: object): string => {
    const changed = review()
    Object.assign(changed.objectives[0]?.keyResults[0] ?? {}, { unit: 'ratio', kind: 'maintain', condition })
    Object.assign(changed.objectives[0]?.keyResults[0]?.score ?? {}, { target: undefined })
    return renderMarkdown(JSON.parse(JSON.stringify(changed)), { messages })
  }

  it('shows its bound with its sign, a band with both ends', () => {
    expect(shown({ operator: 'lte', bound: '0.04' })).toContain('| ≤ 4% |')
    expect(shown({ operator: 'gt', bound: 0.9 })).toContain(String.raw`| \> 90% |`)
    expect(shown({ operator: 'between', lower: 0.1, upper: '0.2' })).toContain('| 10% – 20% |')
  })
})
