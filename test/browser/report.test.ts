import { describe, expect, it } from 'vitest'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { renderHtml } from '../../src/report/index.js'
import { hostileNames, reviewWithName } from '../report/hostile.js'
import { findChromium, viewInChromium } from './report.js'

const chromium = findChromium()
const messages = createMessages(en)
const view = (html: string) => viewInChromium(chromium ?? '', html)
const count = (text: string, tag: string): number => text.split(`<${tag}`).length - 1

/** Elements of a document as a browser read it. */
const elements = (dom: string): string[] =>
  [...dom.matchAll(/<([a-z][a-z0-9]*)[\s>/]/gu)].map((match) => match[1] ?? '')

describe.skipIf(chromium === undefined)('the report in a browser', () => {
  it.each([
    ['en', messages],
    ['es', createMessages(es, { locale: 'es-MX' })],
  ])('breaks no rule of its policy (%s)', (_, words) => {
    const { dom, console } = view(renderHtml(reviewWithName('plain name'), { messages: words }))
    expect(console).toEqual([])
    expect(count(dom, 'section')).toBeGreaterThan(8)
    expect(count(dom, 'svg')).toBeGreaterThan(3)
  })

  it('reads the same elements whatever the names are', () => {
    const plain = view(renderHtml(reviewWithName('plain name'), { messages }))
    for (const name of [
      hostileNames.slice(0, 12).join(' '),
      hostileNames.slice(12).join(' ').replaceAll('x'.repeat(99), ''),
    ]) {
      const hostile = view(renderHtml(reviewWithName(name), { messages, title: name }))
      expect(hostile.console).toEqual([])
      expect(elements(hostile.dom)).toEqual(elements(plain.dom))
    }
  })

  it('would have blocked a script, a style attribute and an image, had they got in', () => {
    const html = renderHtml(reviewWithName('plain name'), { messages })
    const { dom, console } = view(
      html.replace(
        '<main>',
        '<main><p id="mark" style="color:red">untouched</p><img src="page.png" onerror="document.title=1">' +
          '<script>document.getElementById("mark").textContent="touched"</script><style>p{color:red}</style>',
      ),
    )
    expect(dom).toContain('>untouched<')
    const said = console.join('\n')
    for (const rule of ['style', 'script', 'image']) expect(said, rule).toMatch(new RegExp(rule, 'iu'))
    expect(console.filter((line) => /Content Security Policy/u.test(line)).length).toBeGreaterThanOrEqual(4)
  })
})

describe.skipIf(chromium !== undefined)('the report without a browser', () => {
  it.skip('needs chromium on the path', () => undefined)
})
