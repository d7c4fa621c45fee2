import { makeQuarter } from './okr-replay/quarter.js'
import { replayQuarter } from './okr-replay/replayQuarter.js'
import { readArguments } from './readArguments.js'

// tsx docs/examples/okr-replay.ts [--lang es]: the check-ins of a quarter, replayed review by review.
const { language } = readArguments(process.argv.slice(2))
console.log(replayQuarter(makeQuarter(language), language))
