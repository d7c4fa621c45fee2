export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export type * from '../locales/chartCodes.js'
export type * from '../locales/choiceCodes.js'
export type * from '../locales/definitionCodes.js'
export type * from '../locales/headingCodes.js'
export type * from '../locales/messageCodes.js'
export type {
  ChartLocale,
  DigitOptions,
  Formatters,
  Message,
  MessageParams,
  Messages,
  Table,
  TableColumn,
  TableRow,
} from '../locales/model.js'
export type * from '../locales/ruleCodes.js'
export type * from '../locales/signalCodes.js'
export type * from '../locales/stateCodes.js'
export type * from '../locales/termCodes.js'
export { type FlatRow, type RenderCsvOptions, renderCsv } from './renderCsv.js'
export { type RenderHtmlOptions, renderHtml } from './renderHtml.js'
export { type RenderMarkdownOptions, renderMarkdown } from './renderMarkdown.js'
