import { fileURLToPath } from 'node:url'
import { readHandoffPolicy, syntheticHandoffs } from '../../docs/examples/folders/syntheticHandoffs.js'
import {
  assessHandoff,
  type Commitment,
  closeIncidence,
  closeRate,
  findDuplicateLeads,
  type Handoff,
  type HandoffAssessment,
  type HandoffComponents,
  type Interaction,
  leadAcceptanceRate,
  measureCloseRate,
  measureCommitmentFulfilmentRate,
  measureLeadHandoffQuality,
  measurePromiseConsistency,
  measureSalesCycle,
  measureSilentProspectRate,
  type Objection,
  type Opportunity,
  profileObjections,
} from '../../src/index.js'
import { quantile } from '../../src/statistics/index.js'
import { describeFigures } from './describeFigures.js'
import { countsBy, mapGroups, meanOf, shareOf, shareOfRows, sumOf } from './figureShapes.js'
import { readRows } from './readDataset.js'

const asOf = '2025-07-01T00:00:00Z'
const folder = fileURLToPath(new URL('../../../shared/data/synthetic_handoffs', import.meta.url))
const topics = ['delivery_days', 'discount_pct', 'onboarding_included']
const parts: readonly (keyof HandoffComponents)[] = [
  'completeness',
  'classification',
  'acceptance',
  'timeliness',
  'stability',
  'uniqueness',
]

describeFigures('synthetic_handoffs', () => {
  const keep = <T>(_name: string, { records }: { records: T[] }): T[] => records
  const read = syntheticHandoffs.read(folder, { say: () => {}, keep })
  const { leads = [], handoffs = [], interactions = [], ownerChanges = [] } = read
  const [opportunities, objections, commitments] = [readOpportunities(), readObjections(), readCommitments()]
  const policy = readHandoffPolicy(folder)
  const quality = measureLeadHandoffQuality({ leads, handoffs, interactions, ownerChanges }, { asOf, policy })

  const leadsById = new Map([...leads].map((lead) => [lead.id, lead]))
  const duplicates = new Map(
    findDuplicateLeads(leads, { missingTokens: policy.missingTokens }).map(({ leadId, duplicateOf }) => [
      leadId,
      duplicateOf,
    ]),
  )
  const assessed = [...handoffs].map((handoff) => {
    const lead = leadsById.get(handoff.leadId) ?? { id: '', createdAt: '', fields: {} }
    const duplicateOf = duplicates.get(lead.id)
    const own = [...interactions].filter(({ leadId }) => leadId === lead.id)
    const assessment = assessHandoff({ lead, handoff, interactions: own, ownerChanges, duplicateOf }, { asOf, policy })
    const touch = own
      .filter((one) => isHuman(one) && one.at >= handoff.handedAt)
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0]
    return { lead, handoff, assessment, touch }
  })
  type Assessed = (typeof assessed)[number]
  const acceptSeconds = ({ handoff, assessment }: Assessed): number | null =>
    handoff.decision === undefined ? null : secondsOf(assessment.acceptance)
  const answerSeconds = ({ touch, assessment }: Assessed): number | null =>
    touch === undefined || assessment.response.state === 'not_applicable' ? null : secondsOf(assessment.response)
  const scoresBy = (status: string): number =>
    assessed.filter(({ assessment }) => assessment.score.status === status).length
  const clockFigures = (side: 'acceptance' | 'response', answered: readonly (number | null)[]) => {
    const [medianSeconds, p90Seconds] = quantilesOf(
      answered.filter((seconds) => seconds !== null),
      [0.5, 0.9],
    )
    return {
      states: countsBy(assessed, ({ assessment }) => assessment[side].state),
      attainment: shareOf(quality[`${side}Attainment`]),
      medianSeconds,
      p90Seconds,
      byTeam: Object.fromEntries(quality.byTeams.map((team) => [team.toTeam, shareOf(team[`${side}Attainment`])])),
    }
  }
  const decisions = countsBy(assessed, ({ handoff }) => handoff.decision?.outcome ?? 'pending')
  const { accepted = 0, rejected = 0, pending: undecided = 0 } = decisions
  const themesOf = (start: string, end: string) => objectionFigures(objections, { start, end })
  return {
    leads: () => leadsById.size,
    handed: () => quality.handoffs,
    notHandedOver: () => leadsById.size - new Set(assessed.map(({ lead }) => lead.id)).size,
    duplicates: () => shareOfRows(quality.defectsByKind['duplicate'] ?? 0, quality.handoffs),
    scoreMean: () => quality.score.value,
    scoreMedian: () => quality.scoreMedian,
    scoredCount: () => quality.score.sampleSize,
    scoreStatusCounts: () => ({ partial: scoresBy('partial'), ok: scoresBy('ok') }),
    shareScore80: () => shareOf(quality.shareAtLeast80),
    meanParts: () =>
      Object.fromEntries(
        parts.map((part) => {
          const known = assessed.map(({ assessment }) => assessment.components[part]).filter((value) => value !== null)
          return [part, meanOf(known)]
        }),
      ),
    handoffErrorRate: () => {
      const { numerator = 0, denominator = 0 } = quality.cleanHandoffRate
      return shareOfRows(denominator - numerator, denominator)
    },
    defectsPerLead: () => quality.defectsPerLead,
    defectsByKind: () => quality.defectsByKind,
    fullyComplete: () => shareOf(quality.fullyComplete),
    firstPassYield: () => shareOf(quality.firstPassYield),
    decision: () => decisions,
    acceptanceRateOfDecided: () => shareOf(quality.acceptance),
    acceptanceRateOfHanded: () => shareOf(leadAcceptanceRate({ accepted, rejected, undecided }, { basis: 'handed' })),
    rejectReasons: () => named(quality.rejectReasons),
    acceptSla: () => clockFigures('acceptance', assessed.map(acceptSeconds)),
    firstResponseSla: () => clockFigures('response', assessed.map(answerSeconds)),
    speedToLeadCalendar: () => {
      const seconds = assessed.flatMap(({ lead, touch }) =>
        touch === undefined ? [] : [(timeOf(touch.at) - timeOf(lead.createdAt)) / 1000],
      )
      const [medianSeconds, p90Seconds] = quantilesOf(seconds, [0.5, 0.9])
      const within5min = shareOfRows(seconds.filter((count) => count <= 300).length, assessed.length)
      return { n: seconds.length, medianSeconds, p90Seconds, within5min }
    },
    reassigned: () => shareOf(quality.reassigned),
    reassignmentsPerLead: () =>
      sumOf(assessed.map(({ assessment }) => assessment.reassignments.counted)) / assessed.length,
    silentByCohort: () => {
      const records = { handoffs, interactions, opportunities, leads }
      const { cohorts } = measureSilentProspectRate(records, { asOf, cohortAgeDays: 30 })
      return Object.fromEntries(
        cohorts.map(({ cohort, silent, assessed: n, value, interval }) => [
          cohort,
          { k: silent, n, rate: value, wilson95: [interval?.lower, interval?.upper] },
        ]),
      )
    },
    closeRateByCloseMonth: () => {
      const closed = opportunities.filter(({ closedAt }) => closedAt !== undefined)
      return mapGroups(
        closed,
        ({ closedAt = '' }) => monthOf(closedAt),
        (group) => {
          const { k, ...rest } = shareOf(measureCloseRate(group, { asOf }))
          return { won: k, lost: (rest.n ?? 0) - (k ?? 0), ...rest }
        },
      )
    },
    byCreatedMonth: () =>
      mapGroups(
        opportunities,
        ({ createdAt }) => monthOf(createdAt),
        (group) => {
          const { won = 0, lost = 0, open = 0 } = countsBy(group, ({ status }) => status)
          const counts = { won, lost, open }
          const [wonOverCreated, wonOverClosed] = [closeRate(counts, { basis: 'created' }), closeRate(counts)]
          return { ...counts, wonOverCreated: wonOverCreated.value, wonOverClosed: wonOverClosed.value }
        },
      ),
    cycleDaysWon: () => {
      const { sampleSize, value, mean, p90 } = measureSalesCycle(opportunities, { asOf })
      return { n: sampleSize, median: value, mean, p90 }
    },
    cumulativeIncidenceWon: () => {
      const { curve } = closeIncidence(opportunities, { asOf })
      const wonBy = (day: number) => curve.filter(({ days }) => days <= day).at(-1)?.incidence
      return Object.fromEntries([15, 30, 60, 90].map((day) => [day, wonBy(day)]))
    },
    wonAmount: () => {
      const won = opportunities.filter(({ status }) => status === 'won')
      return mapGroups(
        won,
        ({ currency }) => currency,
        (group) => {
          const { numerator, excluded } = measureCloseRate(group, { asOf, by: 'value' })
          return { sum: numerator?.toFixed(2), missing: excluded?.['missing_amount'] }
        },
      )
    },
    lostReasons: () =>
      named(
        countsBy(
          opportunities.filter(({ status }) => status === 'lost'),
          ({ lostReason = '' }) => lostReason,
        ),
      ),
    objections: () => objectionFigures(objections),
    objectionsBefore: () => themesOf('2025-01-01', '2025-05-01'),
    objectionsAfter: () => themesOf('2025-05-01', asOf),
    promiseConsistency: () => {
      const consistencyOf = (some: readonly Commitment[]) => measurePromiseConsistency(some, { asOf })
      const conflictsOf = ({ numerator = 0, denominator = 0 }: ReturnType<typeof consistencyOf>) =>
        shareOfRows(denominator - numerator, denominator)
      const all = consistencyOf(commitments)
      const byTopic = topics.map((topic) => [
        topic,
        conflictsOf(consistencyOf(commitments.filter((one) => one.topic === topic))),
      ])
      return {
        groups: all.groups,
        comparable: all.denominator,
        conflicting: conflictsOf(all),
        byTopic: Object.fromEntries(byTopic),
      }
    },
    promiseKeeping: () => {
      const kept = measureCommitmentFulfilmentRate(commitments, { asOf, countEarly: true })
      const { numerator: onTime = 0, denominator: due = 0, keptEver } = kept
      const ever = keptEver?.numerator ?? Number.NaN
      return {
        keptOnTime: onTime,
        keptLate: ever - onTime,
        broken: due - ever,
        notYetDue: kept.pending,
        onTimeRate: shareOf(kept),
        keptEverRate: keptEver === undefined ? null : shareOf(keptEver),
      }
    },
    perLeadSample: () =>
      assessed.slice(0, 20).map((one) => {
        const { lead, assessment } = one
        const { score, components, defects, reassignments, acceptance, response } = assessment
        return {
          lead_id: lead.id,
          score: score.value,
          coverage: score.coverage,
          scoreStatus: score.status,
          parts: components,
          missing: fieldsOf(assessment, 'missing'),
          invalid: fieldsOf(assessment, 'invalid'),
          wrong: fieldsOf(assessment, 'wrong'),
          duplicate: defects.some(({ kind }) => kind === 'duplicate'),
          reassignments: reassignments.counted,
          acceptSeconds: acceptSeconds(one),
          acceptState: acceptance.state,
          firstResponseSeconds: answerSeconds(one),
          firstResponseState: response.state,
        }
      }),
  }
})

function readOpportunities(): Opportunity[] {
  return readRows('synthetic_handoffs/opportunities.csv').map((row) => ({
    id: row['opp_id'] ?? '',
    leadId: row['lead_id'],
    createdAt: row['created_at'] ?? '',
    ...(row['closed_at'] === '' ? {} : { closedAt: row['closed_at'] }),
    status: row['stage'] as Opportunity['status'],
    ...(row['amount'] === '' ? {} : { amount: row['amount'] }),
    currency: row['currency'],
    lostReason: row['lost_reason'],
  }))
}

function readObjections(): Objection[] {
  return readRows('synthetic_handoffs/objections.csv').map(({ lead_id = '', at = '', theme = '' }) => ({
    prospectId: lead_id,
    at,
    theme,
  }))
}

function readCommitments(): Commitment[] {
  return readRows('synthetic_handoffs/commitments.csv').map((row) => ({
    id: row['commitment_id'] ?? '',
    customerId: row['lead_id'] ?? '',
    topic: row['topic'],
    team: row['team'],
    madeAt: row['at'] ?? '',
    value: row['value'],
    dueAt: row['due_at'],
    ...(row['fulfilled_at'] === '' ? {} : { fulfilledAt: row['fulfilled_at'] }),
    ...(row['supersedes'] === '' ? {} : { supersedes: row['supersedes'] }),
  }))
}

function objectionFigures(objections: readonly Objection[], period?: { start: string; end: string }) {
  const { mentions, prospects, themes, concentration } = profileObjections(objections, { period })
  return {
    mentions: Object.fromEntries(themes.map((own) => [own.theme, own.mentions])),
    prospects: Object.fromEntries(themes.map((own) => [own.theme, own.prospects])),
    prospectsWithAny: prospects,
    n: mentions,
    hhi: concentration,
    top: themes[0]?.theme,
  }
}

function fieldsOf({ defects }: HandoffAssessment, wanted: 'missing' | 'invalid' | 'wrong'): string[] {
  return defects.flatMap((defect) => (defect.kind === wanted ? [defect.field] : []))
}

/** Counts with a name for those without a reason. */
function named(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([reason, count]) => [reason || '(none)', count]))
}

function isHuman({ direction, isAutomated }: Interaction): boolean {
  return direction === 'out' && isAutomated !== true
}

function secondsOf({ elapsed }: HandoffAssessment['acceptance']): number {
  return (elapsed ?? Number.NaN) / 1000
}

function quantilesOf(values: readonly number[], probabilities: readonly number[]): (number | null)[] {
  return quantile(values, { probabilities }).quantiles
}

function timeOf(at: Handoff['handedAt']): number {
  return new Date(at).getTime()
}

function monthOf(at: Handoff['handedAt']): string {
  return String(at).slice(0, 7)
}
