import type { Finding } from '../../finding.js'
import type { Decimal } from '../../internal/decimal.js'
import type { Day, DecimalInput } from '../../measurement.js'
import type { CheckIn, KeyResultVersion } from '../models/checkIn.js'
import type { Cycle } from '../models/cycle.js'
import type { KeyResultDraft, ObjectiveDraft } from '../models/draft.js'
import type { Person } from '../models/person.js'
import type { CommitmentKind } from '../models/status.js'

/** What is looked at. */
export interface LintData {
  /** The objectives, drafts or not. */
  readonly objectives: readonly ObjectiveDraft[]
  /** Their cycles. */
  readonly cycles: readonly Cycle[]
  /** Probabilities of key results. */
  readonly estimates?: readonly KeyResultEstimate[] | undefined
  /** Definitions and check-ins of key results over time. */
  readonly histories?: readonly KeyResultHistory[] | undefined
  /** The funnel that the set should cover. */
  readonly funnel?: Funnel | undefined
  /** Whether the numbers of children add up to that of their parent; default false. */
  readonly additiveRollUp?: boolean | undefined
  /** Whether grades feed pay or the rating of a person; default false. */
  readonly personalAppraisal?: boolean | undefined
}

/** Probabilities of one key result. */
export interface KeyResultEstimate {
  /** Id of the key result. */
  readonly keyResultId: string
  /** Probability of attaining that a person states. */
  readonly confidence?: DecimalInput | undefined
  /** Probability of attaining if nothing changes. */
  readonly noChangeProbability?: DecimalInput | undefined
  /** Probability of attaining if the trend goes on. */
  readonly trendProbability?: DecimalInput | undefined
  /** Probability of attaining by the forecast. */
  readonly forecastProbability?: DecimalInput | undefined
}

/** Definitions and check-ins of one key result over time. */
export interface KeyResultHistory {
  /** Id of the key result. */
  readonly keyResultId: string
  /** Its definitions. */
  readonly versions: readonly KeyResultVersion[]
  /** Its check-ins. */
  readonly checkIns: readonly CheckIn[]
}

/** A funnel with the hand-offs between its stages. */
export interface Funnel {
  /** Stages in order. */
  readonly stages: readonly string[]
  /** What is measured at a hand-off. */
  readonly handoffs: readonly FunnelHandoff[]
}

/** A metric of the hand-off from one stage to the next. */
export interface FunnelHandoff {
  /** Stage that hands off. */
  readonly from: string
  /** Stage that takes over. */
  readonly to: string
  /** Code of the metric. */
  readonly metric: string
}

/** From where a rule fires. */
export interface LintLimits {
  /** Most key results of an objective; default 5. */
  readonly maximumKeyResults?: number | undefined
  /** Most objectives of a team in a cycle; default 5. */
  readonly maximumObjectives?: number | undefined
  /** Largest share of objectives from the top; default 0.8. */
  readonly maximumTopDownShare?: number | undefined
  /** Probability without change above which a target is business as usual; default 0.5. */
  readonly businessAsUsual?: number | undefined
  /** Probability without change below which a target is a moonshot; default 0.02. */
  readonly moonshot?: number | undefined
  /** Confidence above which an aspirational draft is too safe; default 0.9. */
  readonly draftConfidenceHigh?: number | undefined
  /** Confidence below which a draft is a moonshot; default 0.25. */
  readonly draftConfidenceLow?: number | undefined
  /** Least confidence of a promise; default 0.7. */
  readonly committedConfidence?: number | undefined
  /** Days of one value that are a standstill; default 28. */
  readonly stalledDays?: number | undefined
}

/** Further words of titles. */
export interface LintWords {
  /** Words of an activity. */
  readonly activity?: readonly string[] | undefined
  /** Nouns of effort. */
  readonly effort?: readonly string[] | undefined
}

/** Findings, and how much was looked at. */
export interface LintResult {
  /** Findings in the order of the rules, then of the input. */
  findings: Finding[]
  /** Subjects that each rule looked at; rules without one and disabled rules are absent. */
  checked: LintCounts
}

/** Subjects by rule. */
export interface LintCounts {
  /** Subjects that the rule of this code looked at. */
  [code: string]: number
}

/** Evidence of a finding. */
export type Evidence = Finding['evidence']

/** A key result as the rules see it. */
export interface LintedKeyResult {
  keyResult: KeyResultDraft
  objective: LintedObjective
  owner: Person | undefined
  commitment: CommitmentKind
  lastDay: Day | undefined
  /** Whether it is a result that weighs. */
  weighs: boolean
  baseline: Decimal | null
  /** The target of a change as a number; null when it is missing or cannot be resolved. */
  target: Decimal | null
  estimate: KeyResultEstimate | undefined
}

/** An objective as the rules see it. */
export interface LintedObjective {
  objective: ObjectiveDraft
  cycle: Cycle | undefined
  keyResults: LintedKeyResult[]
}

/** A history with its key result. */
export interface LintedHistory {
  history: KeyResultHistory
  keyResult: LintedKeyResult
}

/** Everything that the rules look at. */
export interface LintContext {
  objectives: LintedObjective[]
  keyResults: LintedKeyResult[]
  histories: LintedHistory[]
  funnel: Funnel | undefined
  additiveRollUp: boolean
  personalAppraisal: boolean
  asOf: Day | undefined
  limits: { readonly [name in keyof LintLimits]-?: number }
  lateClosingMetrics: readonly string[]
  activityWords: ReadonlySet<string>
  effortWords: ReadonlySet<string>
}

/** What a rule says of one subject; null when it has nothing to say. */
export type Verdict = { subject: string; evidence: Evidence; since?: Day } | null

/** A rule: its code, the limits that it uses, and what it says of each subject that it looks at. */
export interface LintRule {
  code: string
  limits?: readonly (keyof LintLimits)[]
  look: (context: LintContext) => Verdict[]
}
