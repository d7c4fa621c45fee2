import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReporter } from './folders/createReporter.js'
import { readHandoffPolicy, syntheticHandoffs } from './folders/syntheticHandoffs.js'
import { makeFewLeads } from './handoff-review/fewLeads.js'
import { handoffText } from './handoff-review/handoffText.js'
import { type HandoffHouse, readHandoffReview } from './handoff-review/readHandoffReview.js'
import { sentences } from './handoff-review/sentences.js'
import { readArguments } from './readArguments.js'

// tsx docs/examples/handoff-review.ts [--data DIR] [--lang es]: the hand-offs of a quarter and where the worst went wrong.
const defaultFolder = fileURLToPath(new URL('../../../shared/data/synthetic_handoffs', import.meta.url))
const { language, folder = relative(process.cwd(), defaultFolder) } = readArguments(process.argv.slice(2))
const hasFiles = [...syntheticHandoffs.files, 'policy.json'].every((name) => existsSync(join(folder, name)))
if (!hasFiles) console.log(`${sentences[language].absent(folder)}\n`)
const house = hasFiles ? readHouse(folder) : makeFewLeads()
console.log(handoffText(readHandoffReview(house, 5), house, language))

function readHouse(from: string): HandoffHouse {
  const records = syntheticHandoffs.read(
    from,
    createReporter((line) => console.error(line)),
  )
  const { leads = [], handoffs = [], interactions = [], ownerChanges = [], opportunities = [] } = records
  return {
    leads: [...leads],
    handoffs: [...handoffs],
    interactions: [...interactions],
    ownerChanges: [...ownerChanges],
    opportunities: [...opportunities],
    policy: readHandoffPolicy(from),
    asOf: syntheticHandoffs.asOf,
    timeZone: syntheticHandoffs.timeZone,
    period: { start: '2025-04-01T00:00:00Z', end: '2025-07-01T00:00:00Z' },
  }
}
