import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { CompositeKeyResult, KeyResult } from '../models/keyResult.js'
import type { Quantity } from '../models/quantity.js'
import type { Reading } from '../models/reading.js'
import type { Zone } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'
import { assertUniqueIds } from './assertUniqueIds.js'
import type { ExactScore, KeyResultScore } from './keyResultScore.js'
import { maintainStatus } from './maintainStatus.js'
import { changeOf } from './scoreChange.js'
import { checklistOf } from './scoreChecklist.js'
import { compositeOf } from './scoreComposite.js'
import { scoreMilestone } from './scoreMilestone.js'
import { scoreOrdinal } from './scoreOrdinal.js'
import { zonesOf } from './scoreZones.js'

/** What a score needs besides its key result and reading. */
export interface ScoringContext {
  ceiling: Decimal
  lastDay: Day | undefined
}

const unscored = { raw: null, overachievement: null, regressed: null }

/** The score of a key result by its kind, exact. */
export function scoreByKind(keyResult: KeyResult, reading: Reading | null, context: ScoringContext): ExactScore {
  assertPlain(keyResult, 'keyResult')
  const { kind } = keyResult
  switch (kind) {
    case 'change': {
      const { value, reason } = readValue(reading)
      const { score, progress } = changeOf({ ...keyResult, value }, context.ceiling)
      const isRead = score.value !== null
      return { score: { kind, ...score, ...reasonFrom(isRead, reason), coverage: isRead ? 1 : 0 }, progress }
    }
    case 'maintain': {
      const { value, reason } = readValue(reading)
      const { met } = maintainStatus({ condition: keyResult.condition, value })
      const read = readQuantity(value, 'reading.value')
      const number = read.value === null ? null : toDouble(read.value)
      return finish(
        { kind, attained: met, value: number },
        met === null ? null : new Decimal(met ? 1 : 0),
        reason ?? read.reason,
      )
    }
    case 'baseline': {
      const found = readQuantity(readValue(reading).value, 'reading.value').value !== null
      return finish({ kind, attained: found }, new Decimal(found ? 1 : 0))
    }
    case 'milestone': {
      const doneOn = memberOf<Day | null>(reading, 'doneOn')
      if (doneOn === undefined) return finish({ kind, attained: null, late: null }, null)
      const lastDay = keyResult.lastDay ?? context.lastDay
      if (lastDay === undefined) fail('MISSING_PERIOD', 'keyResult.lastDay', 'a milestone needs a last day', lastDay)
      const { progress, ...score } = scoreMilestone({ doneOn, lastDay })
      return finish({ kind, ...score }, new Decimal(progress))
    }
    case 'checklist': {
      assertUniqueIds(keyResult.items, 'keyResult.items')
      const done = memberOf<readonly string[]>(reading, 'done')
      if (done === undefined) return finish({ kind, attained: null }, null)
      const { progress, reason, attained } = checklistOf(itemsDone(keyResult.items, done))
      return finish({ kind, attained }, progress, reason, 1)
    }
    case 'ordinal': {
      const zone = memberOf<Zone | null>(reading, 'zone') ?? null
      if (zone === null) return finish({ kind, attained: null, zone }, null)
      const { progress, ...score } = scoreOrdinal(zone, { attainedFrom: keyResult.attainedFrom })
      return finish({ kind, ...score }, new Decimal(progress))
    }
    case 'zones': {
      const { value, reason } = readValue(reading)
      const { baseline, commit, target, stretch, attainedFrom } = keyResult
      const { progress, ...score } = zonesOf({ baseline, commit, target, stretch, value }, { attainedFrom })
      return finish({ kind, zone: score.zone, attained: score.attained }, progress, reason ?? score.reason)
    }
    case 'composite':
      return scoreParts(keyResult, reading, context)
    default:
      return fail('INVALID_DEFINITION', 'keyResult.kind', 'must be a kind of key result', kind)
  }
}

/** The members that every kind has, around those of one kind. */
function finish(
  own: Pick<KeyResultScore, 'kind' | 'attained'> & Partial<KeyResultScore>,
  progress: Decimal | null,
  reason?: string | undefined,
  coverage: number | null = progress === null ? 0 : 1,
): ExactScore {
  const why = progress === null ? { reason: reason ?? 'not_measured' } : {}
  const score = { ...unscored, ...own, progress: progress === null ? null : toDouble(progress), ...why, coverage }
  return { score, progress }
}

function scoreParts(keyResult: CompositeKeyResult, reading: Reading | null, context: ScoringContext): ExactScore {
  const { components, require, lastDay } = keyResult
  assertUniqueIds(components, 'keyResult.components')
  const readings = memberOf<{ readonly [id: string]: Reading }>(reading, 'components') ?? {}
  assertPlain(readings, 'reading.components')
  const known = new Set(components.map(({ id }) => id))
  const stranger = Object.keys(readings).find((id) => !known.has(id))
  if (stranger !== undefined)
    fail('INVALID_READING', 'reading.components', 'must name parts of the key result', 'another id')
  const inner = { ceiling: context.ceiling, lastDay: lastDay ?? context.lastDay }
  const parts = components.map((component) => {
    if ((component as KeyResult).kind === 'composite') {
      fail('INVALID_DEFINITION', 'keyResult.components', 'must not be composite', 'a composite part')
    }
    const own = Object.hasOwn(readings, component.id) ? (readings[component.id] ?? null) : null
    const { score, progress } = scoreByKind(component, own, inner)
    return { id: component.id, progress, attained: score.attained, gatedBy: component.gatedBy, shown: score.progress }
  })
  const { progress, reason, attained, coverage } = compositeOf({ require, components: parts })
  const scores = parts.map((part) => ({ id: part.id, progress: part.shown, attained: part.attained }))
  return finish({ kind: 'composite', attained, components: scores }, progress, reason, coverage)
}

/** The value of a reading; one without a reading is not measured. */
function readValue(reading: Reading | null): { value: Quantity | null; reason: string | undefined } {
  const value = memberOf<Quantity | null>(reading, 'value') ?? null
  const reason = reading !== null && value === null && 'reason' in reading ? reading.reason : undefined
  if (reason !== undefined) assertText(reason, 'reading.reason')
  return { value, reason }
}

/** A member of a reading, undefined without a reading; a reading of another shape is an error. */
function memberOf<T>(
  reading: Reading | null,
  name: 'value' | 'doneOn' | 'done' | 'zone' | 'components',
): T | undefined {
  if (reading === null) return undefined
  assertPlain(reading, 'reading')
  if (!Object.hasOwn(reading, name)) fail('INVALID_READING', 'reading', `must have ${name}`, 'another shape')
  return (reading as Record<string, unknown>)[name] as T
}

/** A reading keeps its own reason for having no value. */
function reasonFrom(isRead: boolean, reason: string | undefined): { reason?: string } {
  return isRead || reason === undefined ? {} : { reason }
}

function itemsDone(items: readonly { id: string; weight?: number | string | undefined }[], done: readonly string[]) {
  assertArray(done, 'reading.done')
  const known = new Set(items.map(({ id }) => id))
  if (done.some((id) => !known.has(id)))
    fail('INVALID_READING', 'reading.done', 'must name items of the list', 'another id')
  return items.map(({ id, weight }) => ({ weight, done: done.includes(id) }))
}
