import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessages, en } from 'retention-okr/locales/en'
import { es } from 'retention-okr/locales/es'
import { renderHtml, renderMarkdown } from 'retention-okr/report'
import { reviewRetention } from 'retention-okr/review'
import { makeCafeRoble } from './cafe-roble/makeCafeRoble.js'
import { cycle, makeObjectives, policy } from './cafe-roble/objectives.js'
import { asOf, timeZone } from './cafe-roble/story.js'
import { reviewFolder } from './folders/reviewFolder.js'
import { salesText } from './folders/salesText.js'
import { readArguments } from './readArguments.js'

// npm run demo [-- --lang es] [-- --data DIR]: the review of Café Roble, or of a folder of CSV exports.
const { language, folder } = readArguments(process.argv.slice(2))
const messages = createMessages(language === 'es' ? es : en, { locale: language === 'es' ? 'es-ES' : 'en-GB' })

const reviewed = folder === undefined ? undefined : reviewFolder(folder, (line) => console.error(line))
const review = reviewed?.review ?? reviewCafeRoble()
console.log(renderMarkdown(review, { messages }))
if (reviewed?.mapping.sales !== undefined) {
  const { mapping, records } = reviewed
  const opportunities = [...(records.opportunities ?? [])]
  console.log(salesText({ ...mapping, ...reviewed.mapping.sales, opportunities, messages, language }))
}

mkdirSync('demo-output', { recursive: true })
const path = join('demo-output', `review-${language}.html`)
writeFileSync(path, renderHtml(review, { messages }))
console.log(`HTML: ${path} (${pathToFileURL(path)})`)

function reviewCafeRoble() {
  const records = makeCafeRoble()
  const count = Object.values(records).reduce((sum, list) => sum + list.length, 0)
  console.error(`Café Roble: ${messages.number(count)} records; reviewing them as of ${asOf}`)
  return reviewRetention({ cycle, ...makeObjectives(language), records }, { asOf, timeZone, policy })
}
