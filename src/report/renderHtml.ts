import { clean } from '../internal/clean.js'
import { assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { Messages } from '../locales/model.js'
import type { RetentionReview } from '../review/models/review.js'
import { buildReport } from './buildReport.js'
import { drawPicture } from './drawPicture.js'
import { escapeHtml } from './escapeHtml.js'
import type { Block, Piece, Section, TableBlock, Text } from './model.js'
import { style, styleHash } from './style.js'

/** Options of {@link renderHtml}. */
export interface RenderHtmlOptions {
  /** Words and formatters; required. */
  readonly messages: Messages
  /** Title; default from the messages. */
  readonly title?: string | undefined
  /** Light, dark, or as the reader prefers (default); print is always light. */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined
  /** Names to show for ids. */
  readonly names?: { readonly [id: string]: string } | undefined
}

/**
 * Writes a review as one HTML file: no script, no network, no font to load.
 *
 * It forbids itself everything but its own style by a content security policy. Pictures are inline SVG whose numbers
 * stand in a table too; colours always come with a shape and a word.
 *
 * @param review - what `reviewRetention` gives
 * @param options - words, theme, names
 * @returns a complete document; the same bytes for the same input
 * @throws {@link RetentionOkrError} INVALID_OPTION without messages, for an unknown option or theme
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a review with a number that is not finite
 * @example
 * ```ts
 * import { createMessages, es } from 'retention-okr/locales/es'
 * import { renderHtml } from 'retention-okr/report'
 * import { reviewRetention } from 'retention-okr/review'
 *
 * const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
 * const review = reviewRetention({ cycle, objectives: [] }, { asOf: '2026-02-01' })
 * const html = renderHtml(review, { messages: createMessages(es) })
 * html.startsWith('<!doctype html><html lang="es"') // => true
 * html.includes('<script') // => false
 * ```
 * @since 0.1.0
 */
export function renderHtml(review: RetentionReview, options: RenderHtmlOptions): string {
  assertKnownOptions(options, ['messages', 'title', 'theme', 'names'])
  const { messages, theme = 'auto' } = options
  assertOneOf(theme, ['auto', 'light', 'dark'], 'options.theme')
  const { title, subtitle, sections } = buildReport(review, options)
  const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`
  return [
    `<!doctype html><html lang="${escapeHtml(messages.language)}" class="${theme}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>`,
    `<header><h1>${escapeHtml(title)}</h1><p class="subtitle">${inline(subtitle)}</p></header>`,
    ...sections.map(sectionHtml),
    '</main></body></html>\n',
  ].join('')
}

function sectionHtml({ id, title, blocks }: Section): string {
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2>${blocks.map(blockHtml).join('')}</section>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${inline(block.text)}</h3>`
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block)
    case 'picture':
      return drawPicture(block.picture)
  }
}

function tableHtml({ caption, columns, rows }: TableBlock): string {
  const cell = (isNumber: boolean | undefined, shade?: number): string => {
    const classes = [...(isNumber ? ['n'] : []), ...(shade === undefined ? [] : [`s${shade}`])]
    return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  }
  const head = columns
    .map(({ header, isNumber }) => `<th scope="col"${cell(isNumber)}>${escapeHtml(header)}</th>`)
    .join('')
  const body = rows
    .map((row) => {
      const cells = row.map((text, index) => {
        const attributes = cell(columns[index]?.isNumber, text[0]?.shade)
        return index === 0 ? `<th scope="row">${inline(text)}</th>` : `<td${attributes}>${inline(text)}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    .join('')
  return (
    `<div class="scroll"><table><caption>${escapeHtml(caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
  )
}

function inline(text: Text): string {
  return text.map(piece).join('')
}

function piece({ picture, ...rest }: Piece): string {
  return `${rest.text === '' && picture !== undefined ? '' : words(rest)}${picture === undefined ? '' : drawPicture(picture)}`
}

function words({ text, isUser, tone }: Piece): string {
  const escaped = escapeHtml(clean(text))
  const isolated = isUser ? `<bdi>${escaped}</bdi>` : escaped
  return tone === undefined ? isolated : `<span class="tone ${tone}">${isolated}</span>`
}
