import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { renderHtml, renderMarkdown } from '../../src/report/index.js'

/** Both formats in both languages of a review in JSON. */
export function writeReports(json: string): string {
  const review = JSON.parse(json)
  return [createMessages(en, { locale: 'en-GB' }), createMessages(es, { locale: 'es-MX' })]
    .flatMap((messages) => [renderHtml(review, { messages }), renderMarkdown(review, { messages })])
    .join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(writeReports(readFileSync(0, 'utf8')))
