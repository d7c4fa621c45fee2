import type { PeriodGrid } from '../../calendar/model.js'
import type { Period } from '../../measurement.js'
import type { ActivityEvent } from './customer.js'
import type { Order } from './order.js'
import type { Ticket } from './service.js'
import type { SurveyResponse, SurveyScale } from './survey.js'

/** Records or columns: answered at once. */
export type RecordSource<T> = Iterable<T> | ColumnsOf<T>

/** Rows or batches of rows: answered as a Promise. */
export type RecordStream<T> = AsyncIterable<T | readonly T[]>

/** Columns that may stand for records of a kind. */
export type ColumnsOf<T> = T extends Order
  ? OrderColumns
  : T extends SurveyResponse
    ? ResponseColumns
    : T extends Ticket
      ? TicketColumns
      : T extends ActivityEvent
        ? ActivityColumns | OrderColumns
        : never

/** Periods of a count. */
export type Periods = PeriodGrid | readonly Period[]

/** Parallel arrays of the fields of a record. */
export type FieldArrays<T> = { readonly [K in keyof T]?: readonly (T[K] | null | undefined)[] }

/** The period of every row. */
export interface PeriodColumn {
  /** Starts of the periods and the end of the last, in epoch milliseconds. */
  bounds: readonly number[]
  /** Index of the period of the row; -1 outside all. */
  period: Int16Array
}

/** What columns of every kind have. */
export interface ColumnsBase {
  /** Number of rows. */
  length: number
  /** IANA zone that bare days were read in. */
  timeZone: string
  /** Field that the segments come from. */
  segmentBy?: string
  /** Names of the segments. */
  segments?: readonly string[]
  /** Index in `segments`, by row. */
  segment?: Uint16Array
  /** Period of every row. */
  periods?: PeriodColumn
  /** Records left out, by reason. */
  excluded?: Record<string, number>
}

/** Amounts of a row that do not fit the scaled columns, as decimal text. */
export interface WideAmount {
  /** Index of the row. */
  row: number
  /** Amount of the order. */
  total: string
  /** Amount given back. */
  refunded?: string
}

/** Orders as typed columns. */
export interface OrderColumns extends ColumnsBase {
  /** Kind of columns. */
  columns: 'orders'
  /** What identifies a customer. */
  identity: 'customerId' | 'email'
  /** Customer keys. */
  customers: readonly string[]
  /** Index in `customers`, by row. */
  customer: Uint32Array
  /** When the order was placed, in epoch milliseconds. */
  at: Float64Array
  /** Decimals of the amounts: an amount is its number divided by 10 to this power. */
  scale: number
  /** Amount of the order, scaled to a whole number. */
  total: Float64Array
  /** Amount given back, scaled to a whole number. */
  refunded?: Float64Array
  /** Amounts that do not fit. */
  wide?: readonly WideAmount[]
  /** 0 paid, 1 open, 2 cancelled, 3 failed, plus 4 for a test order; absent when all are 0. */
  status?: Uint8Array
  /** ISO 4217 codes. */
  currencies: readonly string[]
  /** Index in `currencies`, by row; absent when there is one. */
  currency?: Uint16Array
}

/** Activity as typed columns. */
export interface ActivityColumns extends ColumnsBase {
  /** Kind of columns. */
  columns: 'activity'
  /** Ids of the customers. */
  customers: readonly string[]
  /** Index in `customers`, by row. */
  customer: Uint32Array
  /** When it happened, in epoch milliseconds. */
  at: Float64Array
  /** Kinds of activity. */
  types?: readonly string[]
  /** Index in `types`, by row. */
  type?: Uint16Array
}

/** Survey answers as typed columns. */
export interface ResponseColumns extends ColumnsBase {
  /** Kind of columns. */
  columns: 'responses'
  /** Keys of the respondents. */
  respondents: readonly string[]
  /** Index in `respondents`, by row. */
  respondent: Uint32Array
  /** When it was answered, in epoch milliseconds. */
  at: Float64Array
  /** The answer; NaN is blank. */
  score: Float64Array
  /** Weight of the answer; absent when all are 1. */
  weight?: Float64Array
  /** Question that all were asked; absent for `nps`. */
  kind?: 'csat' | 'ces' | 'enps'
  /** Whether all are about one transaction each; absent for answers about the relationship. */
  mode?: 'transactional'
  /** Scale that all were offered; absent when none says. */
  scale?: SurveyScale
}

/** Tickets as typed columns; NaN is absent. */
export interface TicketColumns extends ColumnsBase {
  /** Kind of columns. */
  columns: 'tickets'
  /** When it was opened, in epoch milliseconds. */
  createdAt: Float64Array
  /** First public reply, in epoch milliseconds. */
  firstReplyAt: Float64Array
  /** Last solution, in epoch milliseconds. */
  resolvedAt: Float64Array
  /** Priorities. */
  priorities?: readonly string[]
  /** Index in `priorities`, by row. */
  priority?: Uint16Array
  /** Target of the ticket's own in milliseconds; absent when none has one. */
  target?: Float64Array
  /** Categories. */
  categories?: readonly string[]
  /** Index in `categories`, by row. */
  category?: Uint16Array
}
