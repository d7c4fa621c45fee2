import { createOpenTime, type OpenTime } from '../../calendar/createOpenTime.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { LeadClassification } from '../../records/model.js'
import { type ClassificationReading, createClassification } from './createClassification.js'
import { type Completeness, createCompleteness } from './createCompleteness.js'
import { createScore, defaultWeights } from './createScore.js'
import { defaultMissingTokens } from './fieldValues.js'
import type { HandoffPolicy } from './models/policy.js'
import { readNames } from './readNames.js'
import { defaultNeutralReassignmentReasons } from './reassignmentsOf.js'

const memberNames = [
  'calendars',
  'requiredFields',
  'missingTokens',
  'dimensions',
  'aliases',
  'acceptTarget',
  'responseTarget',
  'operator',
  'neutralRejectReasons',
  'neutralReassignmentReasons',
  'weights',
  'uncontactableCap',
  'minimumCoverage',
]

const defaults = {
  requiredFields: [],
  missingTokens: defaultMissingTokens,
  dimensions: {},
  aliases: {},
  acceptTarget: 14_400_000,
  responseTarget: 7_200_000,
  operator: 'lte',
  neutralRejectReasons: ['no_budget', 'bad_timing', 'competitor_chosen'],
  neutralReassignmentReasons: defaultNeutralReassignmentReasons,
  weights: defaultWeights,
  uncontactableCap: 40,
  minimumCoverage: 0.5,
} as const satisfies Omit<HandoffPolicy, 'calendars'>

/** A policy with every default filled in. */
type FullPolicy = { readonly [member in keyof HandoffPolicy]-?: NonNullable<HandoffPolicy[member]> }

/** A policy read once for many hand-offs. */
export interface ReadPolicy {
  /** The policy with its defaults, as results echo it. */
  full: FullPolicy
  /** Required fields. */
  completeness: Completeness
  /** Dimensions. */
  classify: (classification: LeadClassification | undefined, path: string) => ClassificationReading
  /** The mark. */
  score: ReturnType<typeof createScore>
  /** Reasons of a rejection that are no fault of the sender. */
  neutralRejections: ReadonlySet<string>
  /** Reasons of an owner change that do not count. */
  neutralReassignments: ReadonlySet<string>
  /** Opening hours of a receiving team. */
  openTimeOf: (team: string) => OpenTime
}

/** Checks a policy, fills its defaults in and prepares what every hand-off needs. */
export function readPolicy(policy: HandoffPolicy): ReadPolicy {
  if (policy === undefined) fail('INVALID_OPTION', 'options.policy', 'is required', policy)
  assertPlain(policy, 'policy')
  assertKnownOptions(policy, memberNames, 'policy')
  const full = fillDefaults(policy as unknown as HandoffPolicy)
  assertOneOf(full.operator, ['lte', 'lt'], 'policy.operator')
  assertTarget(full.acceptTarget, full.operator, 'policy.acceptTarget')
  assertTarget(full.responseTarget, full.operator, 'policy.responseTarget')
  const calendars = new Map<string, OpenTime>()
  for (const [team, calendar] of Object.entries(full.calendars)) {
    calendars.set(team, createOpenTime(calendar, `policy.calendars.${team}`))
  }
  return {
    full,
    completeness: createCompleteness(full.requiredFields, full.missingTokens, 'policy'),
    classify: createClassification(full, 'policy'),
    score: createScore(full, 'policy'),
    neutralRejections: readNames(full.neutralRejectReasons, 'policy.neutralRejectReasons'),
    neutralReassignments: readNames(full.neutralReassignmentReasons, 'policy.neutralReassignmentReasons'),
    openTimeOf: (team) =>
      calendars.get(team) ??
      fail('INVALID_OPTION', `policy.calendars.${team}`, 'is required for a receiving team', undefined),
  }
}

/** A copy without undefined members: it is echoed by results. */
function fillDefaults(policy: HandoffPolicy): FullPolicy {
  if (typeof policy.calendars !== 'object' || policy.calendars === null || Array.isArray(policy.calendars)) {
    fail('INVALID_OPTION', 'policy.calendars', 'must be opening hours by team', policy.calendars)
  }
  const given = JSON.parse(JSON.stringify(policy)) as HandoffPolicy
  return { ...(JSON.parse(JSON.stringify(defaults)) as typeof defaults), ...given } as FullPolicy
}

function assertTarget(target: unknown, operator: 'lte' | 'lt', path: string): void {
  const isTarget =
    typeof target === 'number' && Number.isFinite(target) && (operator === 'lte' ? target >= 0 : target > 0)
  if (!isTarget) fail('INVALID_OPTION', path, 'must be milliseconds from 0, above 0 for lt', target)
}
