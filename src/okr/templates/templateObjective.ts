import { compareDecimal, Decimal } from '../../internal/decimal.js'
import { assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import { assertText } from '../assertText.js'
import { assertCadence } from '../check-ins/cadenceDay.js'
import type { Cadence } from '../models/cycle.js'
import type { ChangeKeyResult, KeyResultBase, MaintainKeyResult } from '../models/keyResult.js'
import type { Objective } from '../models/objective.js'
import type { Contributor, Person } from '../models/person.js'
import type { Operator, Quantity, Target } from '../models/quantity.js'
import type { CommitmentKind } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'
import { compareByOperator } from '../scoring/compareByOperator.js'
import { readTarget } from '../scoring/resolveTarget.js'
import { writtenNumber } from '../writtenNumber.js'

/** What every template asks for. */
export interface TemplateData {
  /** Id of the objective; its key results have ids below it. */
  readonly id: string
  /** Id of the cycle. */
  readonly cycleId: string
  /** Who is accountable. */
  readonly owner?: Person | undefined
  /** Who contributes. */
  readonly contributors?: readonly Contributor[] | undefined
  /** Ids of the objectives that it serves. */
  readonly parentIds?: readonly string[] | undefined
}

/** What every template allows. */
export interface TemplateOptions {
  /** What is promised; default `'aspirational'`. */
  readonly commitment?: CommitmentKind | undefined
  /** How often people check in; default `'biweekly'`. */
  readonly cadence?: Cadence | undefined
  /** Titles in words; default codes that a catalogue translates. */
  readonly titles?: TemplateTitles | undefined
}

/** Titles of an objective made from a template, by the name of the part. */
export interface TemplateTitles {
  /** Title of the objective. */
  readonly objective?: string | undefined
  /** Title of the key result of that name. */
  readonly [slug: string]: string | undefined
}

/** A key result that moves a number, as a template states it. */
export interface TemplateChange extends Partial<Omit<KeyResultBase, 'id' | 'title'>> {
  readonly baseline: Quantity | null | undefined
  readonly target: Target
  readonly operator: Operator
}

/** Titles of a template by the name of the part, in words or as codes. */
export type TitleOf = (slug: string) => string

/** Ids, titles and common members of an objective made from a template. */
export function templateObjective(
  template: { readonly name: string; readonly slugs: readonly string[]; readonly options: readonly string[] },
  data: TemplateData,
  options: TemplateOptions,
): { objective: Omit<Objective, 'keyResults'>; titleOf: TitleOf } {
  const { name, slugs } = template
  assertPlain(data, 'data')
  assertText(data.id, 'id')
  assertText(data.cycleId, 'cycleId')
  assertKnownOptions(options, ['commitment', 'cadence', 'titles', ...template.options])
  const { commitment = 'aspirational', cadence = 'biweekly', titles = {} } = options
  assertOneOf(commitment, ['committed', 'aspirational', 'learning', 'compliance'], 'options.commitment')
  assertCadence(cadence, 'options.cadence')
  assertKnownOptions(titles, ['objective', ...slugs], 'options.titles')
  for (const [slug, title] of Object.entries(titles)) {
    if (title !== undefined) assertText(title, `options.titles.${slug}`)
  }
  const titleOf = (slug: string): string => titles[slug] ?? `template.${name}.${slug}`
  const { id, cycleId, owner, contributors, parentIds } = data
  return {
    objective: {
      id,
      title: titleOf('objective'),
      cycleId,
      ...(parentIds === undefined ? {} : { parentIds }),
      ...(owner === undefined ? {} : { owner }),
      ...(contributors === undefined ? {} : { contributors }),
      commitment,
      cadence,
    },
    titleOf,
  }
}

/** A change, or a condition where the baseline is already at or beyond the target. */
export function templateKeyResult(
  id: string,
  title: string,
  change: TemplateChange,
): ChangeKeyResult | MaintainKeyResult {
  const { baseline = null, target, operator, scale, plan, ...rest } = change
  const from = readQuantity(baseline, 'baselines').value
  const hasShare = typeof target === 'object' && 'relativeChange' in target
  // A share of nothing, or less, is no distance: the number is to stay where there is nothing of it.
  const aim =
    hasShare && from !== null && !from.greaterThan(0)
      ? new Decimal(0)
      : readTarget({ baseline, scale, ...rest, target })
  if (from !== null && aim !== null && isReached(from, operator, aim)) {
    return { id, title, kind: 'maintain', ...rest, condition: { operator, bound: writtenNumber(aim) } }
  }
  return {
    id,
    title,
    kind: 'change',
    ...rest,
    ...(scale === undefined ? {} : { scale }),
    ...(plan === undefined ? {} : { plan }),
    baseline,
    target,
    operator,
  }
}

function isReached(from: Decimal, operator: Operator, aim: Decimal): boolean {
  return compareDecimal(from, aim) === 0 || compareByOperator(from, operator, aim)
}
