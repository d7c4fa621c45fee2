export { isRetentionOkrError, RetentionOkrError } from '../../errors.js'
export type * from '../chartCodes.js'
export type { ChartCode, ChartTerm } from '../chartCodes.js'
export type * from '../choiceCodes.js'
export { type CreateMessagesOptions, createMessages } from '../createMessages.js'
export type * from '../definitionCodes.js'
export type * from '../headingCodes.js'
export type * from '../messageCodes.js'
export type {
  CatalogLanguage,
  ChartLocale,
  DigitOptions,
  Formatters,
  Message,
  MessageCatalog,
  MessageParams,
  Messages,
  MessageText,
  Table,
  TableColumn,
  TableRow,
} from '../model.js'
export type * from '../ruleCodes.js'
export type * from '../signalCodes.js'
export type * from '../stateCodes.js'
export type * from '../termCodes.js'
export { en } from './en.js'
