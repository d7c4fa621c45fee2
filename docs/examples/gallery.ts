import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as charts from 'retention-okr/charts'
import { createMessages, en } from 'retention-okr/locales/en'
import { es } from 'retention-okr/locales/es'
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import * as data from './galleryData.js'
import { readArguments } from './readArguments.js'

// tsx docs/examples/gallery.ts [--lang es]: every chart of hand-made figures on one page, and its specification beside.
const { language } = readArguments(process.argv.slice(2))
const messages = createMessages(language === 'es' ? es : en, { locale: language === 'es' ? 'es-ES' : 'en-GB' })

/** Every chart in a theme, by the name of its function. */
function makeCharts(theme: 'light' | 'dark'): [name: string, chart: charts.Chart][] {
  const options = { messages, theme }
  const limits = { netPromoterScore: 50, churnRate: 0.03 }
  return [
    ['chartKeyResults', charts.chartKeyResults(data.keyResults, options)],
    ...data.keyResults.slice(0, 1).map((keyResult): [string, charts.Chart] => {
      return ['chartTrajectory', charts.chartTrajectory(keyResult, options)]
    }),
    ['chartConfidence', charts.chartConfidence(data.keyResults, options)],
    ['chartCheckIns', charts.chartCheckIns(data.keyResults, options)],
    ['chartSignals', charts.chartSignals(data.signals, options)],
    ['chartCohorts', charts.chartCohorts(data.cohorts, { ...options, minimumSize: 10 })],
    ['chartNetPromoterScore', charts.chartNetPromoterScore(data.netPromoterScores, options)],
    ['chartControl', charts.chartControl(data.control, options)],
    ['chartSurvival', charts.chartSurvival(data.survival, options)],
    ['chartSegments', charts.chartSegments(data.segments, options)],
    ['chartHandoffReasons', charts.chartHandoffReasons(data.rejectReasons, options)],
    ['chartResponseTimes', charts.chartResponseTimes(data.responses, { ...options, promise: 0.9 })],
    ['chartContradictions', charts.chartContradictions(data.contradictions, { ...options, limits })],
  ]
}

/** The picture of a specification, as an image that brings its own ids. */
async function drawImage({ spec }: charts.Chart): Promise<string> {
  const view = new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  const alt = String(spec['description']).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<img alt="${alt}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`
}

const folder = join('demo-output', 'charts')
mkdirSync(folder, { recursive: true })
const sections: string[] = []
const dark = new Map(makeCharts('dark'))
for (const [name, chart] of makeCharts('light')) {
  const file = `${name}.${language}.vl.json`
  writeFileSync(join(folder, file), `${JSON.stringify(chart.spec, null, 2)}\n`)
  const other = dark.get(name)
  const pictures = [await drawImage(chart), ...(other === undefined ? [] : [await drawImage(other)])]
  const words = messages.message(chart.summary).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const link = `<a href="charts/${file}">${file}</a>`
  sections.push(
    `<h2>${name}</h2>\n<p>${words} ${link}</p>\n${pictures.map((picture) => `<p>${picture}</p>`).join('\n')}`,
  )
}
const path = join('demo-output', `gallery-${language}.html`)
const style = 'body{font:16px system-ui,sans-serif;margin:2rem;color:#1b1f24}img{max-width:100%}'
writeFileSync(
  path,
  `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><title>retention-okr: charts</title><style>${style}</style>\n` +
    `<h1>retention-okr: charts</h1>\n${sections.join('\n')}\n</html>\n`,
)
console.log(`${sections.length} charts: ${path} (${pathToFileURL(path)}); specifications: ${folder}`)
