import type { Chart } from 'retention-okr/charts'
import type { GalleryChart } from './cafeRobleCharts.js'

/** A chart with its sentence in both languages. */
export interface DrawnChart extends Omit<GalleryChart, 'make'> {
  /** The chart in English. */
  chart: Chart
  /** Sentences by language. */
  sentences: { readonly [language: string]: string }
}

/** The part of the page that shows the charts; what stands before it is written by hand. */
export function chartPage(charts: readonly DrawnChart[]): string {
  return charts.map(section).join('\n\n')
}

function section({ name, question, call, sentences }: DrawnChart): string {
  const [english = '', spanish = ''] = [sentences['en'], sentences['es']].map((text = '') =>
    text.replaceAll(/[<>_*|]/gu, String.raw`\$&`),
  )
  return [
    `## ${name}`,
    question,
    `![${english.replaceAll(/[[\]]/gu, '')}](${name}.svg)`,
    `> ${english}\n>\n> ${spanish}`,
    `\`\`\`js\n${call}\n\`\`\``,
  ].join('\n\n')
}
