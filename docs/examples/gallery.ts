import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessages, en } from 'retention-okr/locales/en'
import { es } from 'retention-okr/locales/es'
import { reviewRetention } from 'retention-okr/review'
import { makeCafeRoble } from './cafe-roble/makeCafeRoble.js'
import { cycle, makeObjectives, policy } from './cafe-roble/objectives.js'
import { asOf, timeZone } from './cafe-roble/story.js'
import { cafeRobleCharts } from './gallery/cafeRobleCharts.js'
import { chartPage, type DrawnChart } from './gallery/chartPage.js'
import { drawSvg } from './gallery/drawSvg.js'
import { readArguments } from './readArguments.js'

// npm run gallery [-- --lang es] [-- --write]: every chart of the review of Café Roble on one page, light and dark, with
// its specification beside; --write renews docs/charts.
const words = process.argv.slice(2)
const { language } = readArguments(words)
const languages = { en: createMessages(en, { locale: 'en-GB' }), es: createMessages(es, { locale: 'es-ES' }) }
const messages = languages[language]

console.error('reviewing Café Roble')
const records = makeCafeRoble()
const charts = cafeRobleCharts(
  reviewRetention({ cycle, ...makeObjectives(language), records }, { asOf, timeZone, policy }),
)

const folder = join('demo-output', 'charts')
mkdirSync(folder, { recursive: true })
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const sections: string[] = []
const drawn: DrawnChart[] = []
for (const { name, question, call, make } of charts) {
  const chart = make({ messages })
  const [svg, dark] = [await drawSvg(chart), await drawSvg(make({ messages, theme: 'dark' }))]
  const file = `${name}.${language}.vl.json`
  writeFileSync(join(folder, file), `${JSON.stringify(chart.spec, null, 2)}\n`)
  if (words.includes('--write')) writeFileSync(join('docs', 'charts', `${name}.svg`), `${svg}\n`)
  const sentences = Object.fromEntries(
    Object.entries(languages).map(([code, spoken]) => [code, spoken.message(make({ messages: spoken }).summary)]),
  )
  drawn.push({ name, question, call, chart, sentences })
  const alt = escaped(messages.message(chart.summary))
  const images = [svg, dark].map(
    (picture) => `<p><img alt="${alt}" src="data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}"></p>`,
  )
  sections.push(`<h2>${name}</h2>\n<p>${alt} <a href="charts/${file}">${file}</a></p>\n${images.join('\n')}`)
}

if (words.includes('--write')) {
  const page = join('docs', 'charts', 'README.md')
  const mark = '<!-- charts -->'
  const [head = ''] = readFileSync(page, 'utf8').split(mark)
  writeFileSync(page, `${head}${mark}\n\n${chartPage(drawn)}\n`)
}

const path = join('demo-output', `gallery-${language}.html`)
const style = 'body{font:16px system-ui,sans-serif;margin:2rem;color:#1b1f24}img{max-width:100%}'
writeFileSync(
  path,
  `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><title>retention-okr: charts</title><style>${style}</style>\n` +
    `<h1>retention-okr: charts</h1>\n${sections.join('\n')}\n</html>\n`,
)
console.log(`${sections.length} charts: ${path} (${pathToFileURL(path)}); specifications: ${folder}`)
