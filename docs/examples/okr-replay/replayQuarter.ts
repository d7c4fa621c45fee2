import { createMessages, en } from 'retention-okr/locales/en'
import { es } from 'retention-okr/locales/es'
import { pacePresets } from 'retention-okr/okr'
import type { Language } from '../cafe-roble/objectives.js'
import { closingSection } from './closingSection.js'
import { createFigures } from './figures.js'
import type { Quarter } from './quarter.js'
import { readReviews } from './readReview.js'
import { reviewSection } from './reviewSection.js'
import { sentences } from './sentences.js'

/** The quarter as its reviews saw it, one after the other, and the grades at its end: plain text. */
export function replayQuarter(quarter: Quarter, language: Language): string {
  const messages = createMessages(language === 'es' ? es : en, { locale: language === 'es' ? 'es-ES' : 'en-GB' })
  const words = sentences[language]
  const figures = createFigures(messages, words)
  const pen = { messages, words, figures }
  const { objective, cycle } = quarter
  const title = words.title(objective.title)
  const { onTrack, atRisk } = pacePresets.default
  const reviews = readReviews(quarter)
  const last = reviews.at(-1)
  return [
    title,
    '='.repeat(title.length),
    words.quarter(messages.date(cycle.firstDay), messages.date(cycle.lastDay), objective.owner?.name ?? '–'),
    '',
    ...words.howToRead(messages.points(100 * Number(onTrack)), messages.points(100 * Number(atRisk))),
    '',
    ...reviews.flatMap((review, index) => {
      const place = words.review(index + 1, reviews.length, messages.date(review.on))
      return reviewSection(review, place, cycle.lastDay, pen)
    }),
    ...(last === undefined ? [] : closingSection(last, pen)),
  ].join('\n')
}
