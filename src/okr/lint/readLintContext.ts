import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import {
  assertArray,
  assertDay,
  assertFinite,
  assertKnownOptions,
  assertOneOf,
  assertPlain,
} from '../../internal/guards.js'
import type { Day, Unit } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { KeyResultDraft } from '../models/draft.js'
import type { Target } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { readShare } from '../readShare.js'
import { assertUniqueIds } from '../scoring/assertUniqueIds.js'
import { readTarget } from '../scoring/resolveTarget.js'
import { readWeight } from '../scoring/rollUpProgress.js'
import { unitDomains } from '../scoring/unitDomains.js'
import type {
  KeyResultEstimate,
  KeyResultHistory,
  LintContext,
  LintData,
  LintedKeyResult,
  LintedObjective,
  LintLimits,
  LintWords,
} from './lintModel.js'
import { lintRules } from './lintRules.js'
import { foldWord } from './titleWords.js'

/** The options of the lint. */
export interface LintSettings {
  readonly asOf?: Day | undefined
  readonly limits?: LintLimits | undefined
  readonly lateClosingMetrics?: readonly string[] | undefined
  readonly words?: LintWords | undefined
  readonly disable?: readonly string[] | undefined
}

const defaults = {
  maximumKeyResults: 5,
  maximumObjectives: 5,
  maximumTopDownShare: 0.8,
  businessAsUsual: 0.5,
  moonshot: 0.02,
  draftConfidenceHigh: 0.9,
  draftConfidenceLow: 0.25,
  committedConfidence: 0.7,
  stalledDays: 28,
} as const satisfies { [name in keyof LintLimits]-?: number }

const units = Object.keys(unitDomains) as Unit[]

const activityWords = [
  'consult',
  'help',
  'analyze',
  'participate',
  'launch',
  'build',
  'deliver',
  'hold',
  'lanzar',
  'crear',
  'realizar',
  'implementar',
  'organizar',
  'ayudar',
  'analizar',
  'participar',
  'capacitar',
]
const effortWords = ['calls', 'meetings', 'posts', 'llamadas', 'reuniones', 'publicaciones']

/** Everything that the rules look at, read once. */
export function readLintContext(data: LintData, settings: LintSettings): LintContext {
  assertPlain(data, 'data')
  assertUniqueIds(data.objectives, 'objectives')
  assertUniqueIds(data.cycles, 'cycles')
  const { asOf, words = {}, lateClosingMetrics = ['close-rate'], disable = [] } = settings
  if (asOf !== undefined) assertDay(asOf, 'options.asOf')
  assertKnownOptions(words, ['activity', 'effort'], 'options.words')
  assertArray(lateClosingMetrics, 'options.lateClosingMetrics')
  assertRules(disable)
  const estimates = byKeyResult(data.estimates ?? [], 'estimates')
  estimates.forEach(assertEstimate)
  const objectives = readObjectives(data, estimates)
  const keyResults = objectives.flatMap((objective) => objective.keyResults)
  const histories = [...byKeyResult(data.histories ?? [], 'histories').values()]
  return {
    objectives,
    keyResults,
    histories: histories.flatMap((history: KeyResultHistory) => {
      const found = keyResults.find(({ keyResult }) => keyResult.id === history.keyResultId)
      return found === undefined ? [] : [{ history, keyResult: found }]
    }),
    funnel: data.funnel,
    additiveRollUp: data.additiveRollUp === true,
    personalAppraisal: data.personalAppraisal === true,
    asOf,
    limits: readLimits(settings.limits ?? {}),
    lateClosingMetrics,
    activityWords: wordSet(activityWords, words.activity, 'options.words.activity'),
    effortWords: wordSet(effortWords, words.effort, 'options.words.effort'),
  }
}

function assertRules(disable: unknown): void {
  assertArray(disable, 'options.disable')
  disable.forEach((code, index) => {
    if (typeof code !== 'string' || !Object.hasOwn(lintRules, code)) {
      fail('INVALID_OPTION', `options.disable[${index}]`, 'must be a rule', code)
    }
  })
}

function readLimits(limits: LintLimits): LintContext['limits'] {
  assertKnownOptions(limits, Object.keys(defaults), 'options.limits')
  const given = Object.entries(limits).filter(([, value]) => value !== undefined)
  for (const [name, value] of given) {
    assertFinite(value, `options.limits.${name}`, 'INVALID_OPTION')
    if (value < 0) fail('INVALID_OPTION', `options.limits.${name}`, 'must not be negative', value)
  }
  return { ...defaults, ...Object.fromEntries(given) }
}

function wordSet(own: readonly string[], more: readonly string[] = [], path: string): ReadonlySet<string> {
  assertArray(more, path)
  return new Set([...own, ...more].map((word) => foldWord(String(word))))
}

/** Items by the id of their key result, each once. */
function byKeyResult<T extends { readonly keyResultId: string }>(items: readonly T[], path: string): Map<string, T> {
  assertArray(items, path)
  const found = new Map<string, T>()
  items.forEach((item: T, index) => {
    assertPlain(item, `${path}[${index}]`)
    if (found.has(item.keyResultId)) {
      fail('DUPLICATE_ID', `${path}[${index}].keyResultId`, 'must be unique', 'an id given twice')
    }
    found.set(item.keyResultId, item)
  })
  return found
}

function assertEstimate({ keyResultId: _id, ...probabilities }: KeyResultEstimate): void {
  for (const [name, value] of Object.entries(probabilities)) {
    if (value !== undefined) readShare(value, `estimates.${name}`)
  }
}

function readObjectives(data: LintData, estimates: ReadonlyMap<string, KeyResultEstimate>): LintedObjective[] {
  return data.objectives.map((objective, index) => {
    const cycle = data.cycles.find(({ id }) => id === objective.cycleId)
    const linted: LintedObjective = { objective, cycle, keyResults: [] }
    assertText(objective.title, `objectives[${index}].title`)
    const drafts = objective.keyResults ?? []
    assertUniqueIds(drafts, `objectives[${index}].keyResults`)
    linted.keyResults = drafts.map((keyResult, at): LintedKeyResult => {
      const path = `objectives[${index}].keyResults[${at}]`
      assertText(keyResult.title, `${path}.title`)
      if (keyResult.metricRef !== undefined) assertPlain(keyResult.metricRef, `${path}.metricRef`)
      if (keyResult.unit !== undefined) assertOneOf(keyResult.unit, units, `${path}.unit`, 'INVALID_INPUT')
      const { id, kind, role = 'result', weight = kind === 'baseline' ? 0 : 1, owner, commitment } = keyResult
      return {
        keyResult,
        objective: linted,
        owner: owner ?? objective.owner,
        commitment: commitment ?? objective.commitment ?? 'aspirational',
        lastDay: keyResult.lastDay ?? objective.lastDay ?? cycle?.lastDay,
        weighs: role === 'result' && !readWeight(weight, `${path}.weight`).isZero(),
        baseline: kind === 'change' ? readQuantity(keyResult.baseline, `${path}.baseline`).value : null,
        target: kind === 'change' ? resolvedTarget(keyResult, path) : null,
        estimate: estimates.get(id),
      }
    })
    return linted
  })
}

/** The target of a change as a number, whatever its domain; null where it is missing or undefined. */
function resolvedTarget({ baseline, target, scale = 'ratio' }: KeyResultDraft, path: string): Decimal | null {
  if (target === undefined) return null
  if (typeof target !== 'object' || target === null) return toDecimal(target, `${path}.target`)
  if ('relativeChange' in target) {
    const from = readQuantity(baseline, `${path}.baseline`).value
    if (scale === 'interval' || (from !== null && !from.greaterThan(0))) return null
  }
  return readTarget({ baseline, target: target as Target, scale })
}
