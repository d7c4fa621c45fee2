import { clean } from '../internal/clean.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { Messages } from '../locales/model.js'
import type { ChartOptions } from './model.js'
import { type Palette, palettes } from './palette.js'

/** The options of every chart, read. */
export interface ChartContext {
  /** Words and formatters. */
  readonly messages: Messages
  /** Colours. */
  readonly palette: Palette
  /** Line of Vega-Lite. */
  readonly schema: 'v6' | 'v5'
  /** Pixels. */
  readonly width: number
  /** Title given by the caller, clean. */
  readonly title: string | null
}

const shared = ['messages', 'theme', 'schema', 'width', 'title']

/** Reads the options of every chart; `own` are the names of those of one chart. */
export function readContext(options: ChartOptions, own: readonly string[] = []): ChartContext {
  assertKnownOptions(options, [...shared, ...own])
  const { messages, theme = 'light', schema = 'v6', width = 640, title } = options
  assertMessages(messages)
  assertOneOf(theme, ['light', 'dark'], 'options.theme')
  assertOneOf(schema, ['v6', 'v5'], 'options.schema')
  if (typeof width !== 'number' || !(width >= 160 && width <= 4000)) {
    fail('INVALID_OPTION', 'options.width', 'must be from 160 to 4000 pixels', width)
  }
  if (title !== undefined && typeof title !== 'string') fail('INVALID_OPTION', 'options.title', 'must be a text', title)
  return { messages, palette: palettes[theme], schema, width, title: title === undefined ? null : clean(title) }
}

const wordsAndFormatters = ['message', 'term', 'number', 'percent', 'points', 'date', 'duration'] as const

function assertMessages(messages: Messages | null | undefined): void {
  const complete =
    typeof messages === 'object' &&
    messages !== null &&
    wordsAndFormatters.every((name) => typeof messages[name] === 'function') &&
    typeof messages.chartLocale === 'object'
  if (!complete) fail('INVALID_OPTION', 'options.messages', 'must be the result of createMessages', messages)
}
