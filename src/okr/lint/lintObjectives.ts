import type { Finding } from '../../finding.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { historyRules } from './historyRules.js'
import { keyResultRules } from './keyResultRules.js'
import type { LintContext, LintData, LintLimits, LintResult, LintRule, LintWords, Verdict } from './lintModel.js'
import { lintRules } from './lintRules.js'
import { objectiveRules } from './objectiveRules.js'
import { readLintContext } from './readLintContext.js'
import { setRules } from './setRules.js'

/** Options of {@link lintObjectives}. */
export interface LintObjectivesOptions {
  /** The day of the question; without one nothing is at a standstill. */
  readonly asOf?: Day | undefined
  /** From where rules fire. */
  readonly limits?: LintLimits | undefined
  /** Metrics that move at the end of a cycle; default `['close-rate']`. */
  readonly lateClosingMetrics?: readonly string[] | undefined
  /** Further words of titles. */
  readonly words?: LintWords | undefined
  /** Codes of rules to leave out; default none. */
  readonly disable?: readonly string[] | undefined
}

const rules = [...keyResultRules, ...objectiveRules, ...setRules, ...historyRules]

/**
 * Looks for weaknesses in a set of objectives: what cannot be scored, what is likely a mistake, what is worth a look.
 *
 * Drafts may miss any field but ids, titles and kinds. Rules on words read titles without case and accents, as whole
 * words, and are never critical. Components of a composite are only asked for their source.
 *
 * @param data - objectives, cycles, estimates, histories, funnel, and how the numbers are used
 * @param options - day, limits, late metrics, words, rules to leave out
 * @returns findings in the order of {@link lintRules}, then of the input, and how many subjects each rule looked at
 * @throws {@link RetentionOkrError} DUPLICATE_ID for objectives, key results, estimates or histories of one id
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown rule or limit, INVALID_NUMBER, INVALID_WEIGHT,
 * INVALID_DAY, INVALID_INPUT
 * @example
 * ```ts
 * import { lintObjectives } from 'retention-okr/okr'
 *
 * const keyResult = { id: 'k', title: 'Churn -10 %', kind: 'change', unit: 'ratio', baseline: '0.05', target: '-0.1' } as const
 * const { findings } = lintObjectives({ objectives: [{ id: 'o', title: 'Stay', keyResults: [keyResult] }], cycles: [] })
 * const critical = findings.filter(({ severity }) => severity === 'critical')
 * critical.map(({ code }) => code) // => ['key_result.no_due_day', 'key_result.relative_ambiguous']
 * ```
 * @see Doerr 2018, Measure What Matters
 * @since 0.1.0
 */
export function lintObjectives(data: LintData, options: LintObjectivesOptions = {}): LintResult {
  assertKnownOptions(options, ['asOf', 'limits', 'lateClosingMetrics', 'words', 'disable'])
  const context = readLintContext(data, options)
  const disabled = new Set(options.disable ?? [])
  const looks = rules
    .filter(({ code }) => !disabled.has(code))
    .map((rule) => ({ rule, verdicts: rule.look(context) }))
    .filter(({ verdicts }) => verdicts.length > 0)
  return {
    findings: looks.flatMap(({ rule, verdicts }) =>
      verdicts.flatMap((verdict) => (verdict === null ? [] : [findingOf(rule, verdict, context)])),
    ),
    checked: Object.fromEntries(looks.map(({ rule, verdicts }) => [rule.code, checkedBy(rule, verdicts)])),
  }
}

/** Rules of the set as one look at one subject, however much they find. */
const ofSetAsOne: ReadonlySet<string> = new Set([
  'set.too_many_objectives',
  'set.duplicate_metric',
  'set.metric_conflict',
  'set.alignment_cycle',
  'set.unknown_parent',
  'set.orphan',
  'set.closed_parent',
  'set.double_count',
])

function checkedBy({ code }: LintRule, verdicts: readonly Verdict[]): number {
  return ofSetAsOne.has(code) ? 1 : verdicts.length
}

function findingOf({ code, limits = [] }: LintRule, verdict: NonNullable<Verdict>, context: LintContext): Finding {
  const { subject, evidence, since } = verdict
  return {
    code,
    severity: lintRules[code] ?? 'info',
    subject,
    ...(since === undefined ? {} : { since }),
    evidence,
    method: 'rule',
    params: Object.fromEntries(limits.map((name) => [name, context.limits[name]])),
  }
}
