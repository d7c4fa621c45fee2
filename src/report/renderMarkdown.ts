import { clean } from '../internal/clean.js'
import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import type { Messages } from '../locales/model.js'
import type { RetentionReview } from '../review/models/review.js'
import { buildReport } from './buildReport.js'
import type { Block, Piece, Section, Text } from './model.js'

/** Options of {@link renderMarkdown}. */
export interface RenderMarkdownOptions {
  /** Words and formatters; required. */
  readonly messages: Messages
  /** Level of the title, 1 to 4; default 1. */
  readonly headingLevel?: number | undefined
  /** Title; default from the messages. */
  readonly title?: string | undefined
  /** Names to show for ids. */
  readonly names?: { readonly [id: string]: string } | undefined
}

/**
 * Writes a review as GitHub-flavoured Markdown: headings, tables and lists, no HTML and no images.
 *
 * In what users wrote every punctuation mark of ASCII is escaped, so that names with markup stay names.
 *
 * @param review - what `reviewRetention` gives
 * @param options - words, level of the title, names
 * @returns Markdown that ends with a line break; the same bytes for the same input
 * @throws {@link RetentionOkrError} INVALID_OPTION without messages or for an unknown option
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a review with a number that is not finite
 * @example
 * ```ts
 * import { createMessages, en } from 'retention-okr/locales/en'
 * import { renderMarkdown } from 'retention-okr/report'
 * import { reviewRetention } from 'retention-okr/review'
 *
 * const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
 * const review = reviewRetention({ cycle, objectives: [] }, { asOf: '2026-02-01' })
 * const markdown = renderMarkdown(review, { messages: createMessages(en) })
 * markdown.split('\n')[0] // => '# Retention review, February 1, 2026'
 * ```
 * @see GitHub Flavored Markdown specification
 * @since 0.1.0
 */
export function renderMarkdown(review: RetentionReview, options: RenderMarkdownOptions): string {
  assertKnownOptions(options, ['messages', 'headingLevel', 'title', 'names'])
  const { headingLevel = 1 } = options
  assertInteger(headingLevel, { minimum: 1, maximum: 4 }, 'options.headingLevel')
  const { title, subtitle, sections } = buildReport(review, options)
  const parts = [
    `${'#'.repeat(headingLevel)} ${options.title === undefined ? escapeMarks(title) : escapeText(title)}`,
    inline(subtitle),
    ...sections.flatMap((section) => sectionParts(section, headingLevel + 1)),
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionParts({ title, blocks }: Section, level: number): string[] {
  return [
    `${'#'.repeat(level)} ${escapeMarks(title)}`,
    ...blocks.flatMap((block) => {
      const text = blockText(block, level + 1)
      return text === null ? [] : [text]
    }),
  ]
}

function blockText(block: Block, level: number): string | null {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(level)} ${inline(block.text)}`
    case 'paragraph':
      return inline(block.text)
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n')
    case 'table':
      return [
        row(block.columns.map(({ header }) => escapeMarks(header))),
        row(block.columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map(inline))),
      ].join('\n')
    // A picture's numbers are in the table below it.
    case 'picture':
      return null
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function inline(text: Text): string {
  return text.map(piece).join('')
}

function piece({ text, isUser, tone }: Piece): string {
  const escaped = isUser ? escapeText(text) : escapeMarks(text)
  return tone === undefined ? escaped : `**${escaped}**`
}

/** Our own words: only what Markdown would read within a line is escaped, so that the text stays readable. */
function escapeMarks(text: string): string {
  return clean(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>|~&]/gu, String.raw`\$&`)
}

/** Text that Markdown reads as text: one line, and every punctuation mark of ASCII escaped. */
function escapeText(text: string): string {
  return clean(text)
    .replace(/\s+/gu, ' ')
    .replace(/[!-/:-@[-`{-~]/gu, String.raw`\$&`)
}
