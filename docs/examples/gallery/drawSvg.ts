import type { Chart } from 'retention-okr/charts'
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

/** The picture of a chart as SVG, its places rounded to a tenth of a pixel. */
export async function drawSvg({ spec }: Chart): Promise<string> {
  const view = new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  return svg.replaceAll(/ (d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"/gu, (attribute) =>
    attribute.replaceAll(/-?\d+\.\d{2,}/gu, (number) => String(Math.round(Number(number) * 10) / 10)),
  )
}
