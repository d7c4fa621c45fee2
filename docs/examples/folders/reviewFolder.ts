import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cycleContaining } from 'retention-okr/okr'
import { type RetentionReview, reviewRetention, type SomeRecords } from 'retention-okr/review'
import { createReporter } from './createReporter.js'
import { mavenCrm } from './mavenCrm.js'
import type { FolderMapping } from './model.js'
import { npsGardenCentre } from './npsGardenCentre.js'
import { olistFunnel } from './olistFunnel.js'
import { onlineRetail } from './onlineRetail.js'
import { ravenstackSaas } from './ravenstackSaas.js'
import { readHandoffPolicy, syntheticHandoffs } from './syntheticHandoffs.js'

const mappings: readonly FolderMapping[] = [
  ravenstackSaas,
  onlineRetail,
  npsGardenCentre,
  syntheticHandoffs,
  mavenCrm,
  olistFunnel,
]

/** A folder of exports with its review. */
export interface ReviewedFolder {
  mapping: FolderMapping
  records: SomeRecords
  review: RetentionReview
}

/** Reviews a folder of CSV exports by the first mapping whose files it has. */
export function reviewFolder(folder: string, say: (line: string) => void): ReviewedFolder {
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
  const review = reviewRetention({ cycle, objectives: [], records }, { asOf, timeZone, policy })
  return { mapping, records, review }
}
