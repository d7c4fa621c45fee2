import { family } from '../family.js'
import type { MessageCatalog } from '../model.js'
import { chartTerms, chartTexts } from './chartTexts.js'
import { definitionTexts } from './definitionTexts.js'
import { errorTexts } from './errorTexts.js'
import { headingTexts } from './headingTexts.js'
import { reviewTexts } from './reviewTexts.js'
import { ruleTexts } from './ruleTexts.js'
import { signalTexts } from './signalTexts.js'
import { stateTexts } from './stateTexts.js'
import { metricTerms, wordTerms } from './terms.js'
import { titleTexts } from './titleTexts.js'

/** Spanish texts of every code. */
export const es: MessageCatalog = {
  language: () => 'es',
  ...family('term', metricTerms),
  ...family('term', wordTerms),
  ...family('term', chartTerms),
  ...stateTexts,
  ...headingTexts,
  ...definitionTexts,
  ...titleTexts,
  ...signalTexts,
  ...reviewTexts,
  ...ruleTexts,
  ...chartTexts,
  ...errorTexts,
}
