import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cycleContaining } from 'retention-okr/okr'
import { type RetentionReview, reviewRetention } from 'retention-okr/review'
import { createReporter } from './createReporter.js'
import type { FolderMapping } from './model.js'
import { npsGardenCentre } from './npsGardenCentre.js'
import { onlineRetail } from './onlineRetail.js'
import { ravenstackSaas } from './ravenstackSaas.js'
import { readHandoffPolicy, syntheticHandoffs } from './syntheticHandoffs.js'

const mappings: readonly FolderMapping[] = [ravenstackSaas, onlineRetail, npsGardenCentre, syntheticHandoffs]

/** Reviews a folder of CSV exports by the first mapping whose files it has. */
export function reviewFolder(folder: string, say: (line: string) => void): RetentionReview {
  const mapping = mappings.find(({ files }) => files.every((name) => existsSync(join(folder, name))))
  if (mapping === undefined) {
    const known = mappings.map(({ files }) => files.join(' + ')).join('; ')
    throw new Error(`No mapping for ${folder}: it has none of ${known}`)
  }
  const { asOf, timeZone } = mapping
  const records = mapping.read(folder, createReporter(say))
  const policy = mapping === syntheticHandoffs ? { handoff: readHandoffPolicy(folder) } : mapping.policy
  say('reviewing')
  const cycle = cycleContaining(String(asOf).slice(0, 10))
  return reviewRetention({ cycle, objectives: [], records }, { asOf, timeZone, policy })
}
