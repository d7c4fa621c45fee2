import { createTable } from './signals/createTable.js'
import { customerWorlds } from './signals/customerWorlds.js'
import { datingWorlds } from './signals/datingWorlds.js'
import { monitorWorlds } from './signals/monitorWorlds.js'
import { otherMonitorRules } from './signals/otherMonitorRules.js'
import { otherSpikeRules } from './signals/otherSpikeRules.js'
import { prospectWorlds } from './signals/prospectWorlds.js'
import { salesWorlds } from './signals/salesWorlds.js'
import { segmentWorlds } from './signals/segmentWorlds.js'
import { silenceWorlds } from './signals/silenceWorlds.js'
import { spikeWorlds } from './signals/spikeWorlds.js'
import { surveyWorlds } from './signals/surveyWorlds.js'
import { themeWorlds } from './signals/themeWorlds.js'
import { trendWorlds } from './signals/trendWorlds.js'

// npx tsx test/simulation/signals.ts [replicates] [part of a name]
//
// How often the detectors fire on worlds that are stable and on worlds that get worse, in per cent, beside what was stated
// of the same worlds; and how other rules do in them. A figure further away than 1.5 points and three standard errors of
// the replicates is marked.

const [size = '1000', wanted = ''] = process.argv.slice(2)
const table = createTable(Number(size), wanted)
console.log(`  ${'world; what is counted'.padEnd(74)} ${'stated %'.padEnd(26)} found %`)
for (const play of [
  trendWorlds,
  monitorWorlds,
  otherMonitorRules,
  spikeWorlds,
  otherSpikeRules,
  segmentWorlds,
  themeWorlds,
  salesWorlds,
  prospectWorlds,
  surveyWorlds,
  silenceWorlds,
  customerWorlds,
  datingWorlds,
]) {
  play(table)
}
process.exitCode = table.finish()
