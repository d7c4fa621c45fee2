import { clean } from '../internal/clean.js'
import type { Messages } from '../locales/model.js'
import type { RetentionReview } from '../review/models/review.js'
import { createFindingWriter, type FindingWriter } from './createFindingWriter.js'
import { createWords, type Words } from './createWords.js'
import { keyResultsOf } from './keyResultsOf.js'

/** What the sections of a report read. */
export interface ReportContext {
  review: RetentionReview
  messages: Messages
  /** A heading or a short sentence of the report. */
  heading: (name: string) => string
  /** A word of tables, a metric, a type of records. */
  term: (name: string) => string
  words: Words
  /** The name to show for an id. */
  nameOf: (id: string) => string
  /** The title of an objective or a key result, by its id. */
  titleOf: (id: string) => string
  findings: FindingWriter
}

/** Prepares what the sections of a report read. */
export function reportContext(
  review: RetentionReview,
  messages: Messages,
  names: { readonly [id: string]: string },
): ReportContext {
  const nameOf = (id: string): string => clean((Object.hasOwn(names, id) ? names[id] : undefined) ?? id)
  const words = createWords(messages)
  const titles = new Map([
    ...review.objectives.map(({ objectiveId, title }): [string, string] => [objectiveId, words.title(title)]),
    ...keyResultsOf(review).map(({ keyResultId, title }): [string, string] => [keyResultId, words.title(title)]),
  ])
  return {
    review,
    messages,
    words,
    nameOf,
    titleOf: (id) => titles.get(id) ?? nameOf(id),
    heading: (name) => messages.message({ code: `heading.${name}`, params: {} }),
    term: (name) => messages.term(name),
    findings: createFindingWriter(review, messages, nameOf),
  }
}
