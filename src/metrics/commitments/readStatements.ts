import { createInstantReader } from '../../calendar/createInstantReader.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import type { Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import type { Commitment } from '../../records/model.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { DuplicateRule } from '../../tally/model.js'
import { type StatedValue, statedValue, type UnitRules } from './statedValue.js'

/** What somebody told a customer. */
export interface Statement {
  id: string
  customerId: string
  topic: string
  madeAt: number
  /** Team or channel. */
  by: string
  value: StatedValue
}

/** How statements are read. */
export interface StatementContext {
  asOf: number
  timeZone: string
  between: 'team' | 'channel'
  units: UnitRules
  exclusions: Exclusions
  /** Who answers for ids that come twice; default the check. */
  duplicates: DuplicateRule | undefined
}

/** The statements that still hold, in order of time, then id, and how many replaced another one. */
export function readStatements(
  commitments: Iterable<Commitment>,
  context: StatementContext,
): { live: Statement[]; revisions: number } {
  const { asOf, timeZone, between, units, exclusions, duplicates } = context
  const read = createInstantReader(timeZone)
  const isNew = createIdCheck('commitments', duplicates)
  const statements: Statement[] = []
  const replaced = new Set<string>()
  let revisions = 0
  forEachRecord(commitments, 'commitments', (commitment, index) => {
    const path = `commitments[${index}]`
    const { id, customerId, topic, value, unit, supersedes, communicatedToCustomer } = commitment
    for (const [name, text] of Object.entries({ id, customerId })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    const madeAt = read(commitment.madeAt, () => `${path}.madeAt`)
    const by = commitment[between]
    const stated = value === undefined ? undefined : statedValue(value, unit, units, `${path}.value`)
    const content = [customerId, madeAt, topic, value, unit, by, supersedes, communicatedToCustomer !== false]
    if (!isNew(id, content, index)) return exclusions.add('duplicate')
    if (madeAt > asOf) return exclusions.add('future')
    // What the customer was not told replaces nothing: the first promise still stands for them.
    const isRevision = supersedes !== undefined && communicatedToCustomer !== false
    if (isRevision) replaced.add(supersedes)
    if (topic === undefined || stated === undefined || by === undefined) return
    if (isRevision) revisions += 1
    statements.push({ id, customerId, topic, madeAt, by, value: stated })
  })
  const live = statements
    .filter(({ id }) => !replaced.has(id))
    .sort((a, b) => a.madeAt - b.madeAt || compareCodeUnits(a.id, b.id))
  return { live, revisions }
}
