import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { basePictures } from './signal-pictures/basePictures.js'
import { customerPictures } from './signal-pictures/customerPictures.js'
import { salesPictures } from './signal-pictures/salesPictures.js'

// tsx docs/examples/signalPictures.ts: draws the example of every page of docs/signals, by its detector, into
// docs/signals/pictures.

const folder = fileURLToPath(new URL('../signals/pictures/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [page, specOf] of Object.entries({ ...basePictures, ...salesPictures, ...customerPictures })) {
  const view = new View(parse(compile(specOf() as TopLevelSpec).spec), { renderer: 'none' })
  writeFileSync(join(folder, `${page}.svg`), `${await view.toSVG()}\n`)
  view.finalize()
}
