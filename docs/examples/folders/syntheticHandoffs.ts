import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HandoffPolicy } from 'retention-okr/metrics'
import { type Interaction, type Lead, mapColumns, mapRows, type RowResult } from 'retention-okr/records'
import type { SomeRecords } from 'retention-okr/review'
import type { FolderMapping, Reporter } from './model.js'
import { type CsvRow, readCsv } from './readCsv.js'

const asOf = '2025-07-01T00:00:00Z'

/** A CRM: leads, their hand-overs, touches, owner changes, deals, objections and promises; beside them the house's policy. */
export const syntheticHandoffs: FolderMapping = {
  files: ['leads.csv', 'handoffs.csv', 'touches.csv'],
  asOf,
  timeZone: 'UTC',
  policy: {},
  read: readHandoffs,
}

const formFields = ['email', 'phone', 'company', 'country', 'source', 'segment', 'need', 'budget', 'vat_id']
const dimensions = ['owner_team', 'segment', 'icp_fit', 'score_band', 'source']

function readHandoffs(folder: string, report: Reporter): SomeRecords {
  const rows = (name: string) => readCsv(folder, name)
  const lead = mapColumns('lead', {
    columns: {
      id: 'lead_id',
      createdAt: 'created_at',
      ...Object.fromEntries(formFields.map((name) => [`fields.${name}`, name])),
    },
  })
  const handoff = mapColumns('handoff', {
    columns: {
      id: 'lead_id',
      leadId: 'lead_id',
      fromTeam: 'from_team',
      toTeam: 'to_team',
      handedAt: 'handed_at',
      assignedAt: 'assigned_at',
      'decision.outcome': 'status',
      'decision.at': 'decided_at',
      'decision.reason': 'reason',
    },
  })
  const interaction = mapColumns('interaction', {
    columns: { leadId: 'lead_id', at: 'at', direction: 'direction', channel: 'channel', isAutomated: 'automated' },
    values: { isAutomated: { '1': true, '0': false } },
  })
  // Other exports have touches of customers, so that the lead may be absent; here a touch of nobody is a mistake.
  const touch = (row: CsvRow): RowResult<Interaction> => {
    const result = interaction(row)
    if (result.status !== 'ok' || result.record.leadId !== undefined) return result
    return { status: 'bad', issues: [{ column: 'lead_id', field: 'leadId', rule: 'missing', received: 'absent' }] }
  }
  const ownerChange = mapColumns('ownerChange', { columns: { leadId: 'lead_id', at: 'at', reason: 'reason' } })
  const opportunity = mapColumns('opportunity', {
    columns: { id: 'opp_id', leadId: 'lead_id', createdAt: 'created_at', closedAt: 'closed_at', status: 'stage' },
  })
  const objection = mapColumns('objection', { columns: { prospectId: 'lead_id', at: 'at', theme: 'theme' } })
  const commitment = mapColumns('commitment', {
    columns: {
      id: 'commitment_id',
      customerId: 'lead_id',
      topic: 'topic',
      team: 'team',
      madeAt: 'at',
      value: 'value',
      dueAt: 'due_at',
      fulfilledAt: 'fulfilled_at',
      supersedes: 'supersedes',
    },
  })
  // A pending hand-over has no decision yet.
  const handoffs = rows('handoffs.csv').map((row) => (row['status'] === 'pending' ? { ...row, status: '' } : row))
  return {
    leads: report.keep('leads.csv', mapRows(rows('leads.csv'), lead)).map(withClasses),
    handoffs: report.keep('handoffs.csv', mapRows(handoffs, handoff)),
    interactions: report.keep('touches.csv', mapRows(rows('touches.csv'), touch)),
    ownerChanges: report.keep('reassignments.csv', mapRows(rows('reassignments.csv'), ownerChange)),
    opportunities: report.keep('opportunities.csv', mapRows(rows('opportunities.csv'), opportunity)),
    objections: report.keep('objections.csv', mapRows(rows('objections.csv'), objection)),
    commitments: report.keep('commitments.csv', mapRows(rows('commitments.csv'), commitment)),
  }
}

/** The classes that marketing gave, and those that a reviewer found right (`exp_…`). */
function withClasses(lead: Lead): Lead {
  const cell = (name: string): unknown => lead.extra?.[name] ?? lead.fields[name]
  return {
    ...lead,
    classification: {
      actual: Object.fromEntries(dimensions.map((name) => [name, cell(name)])),
      reference: Object.fromEntries(dimensions.map((name) => [name, cell(`exp_${name}`)])),
    },
  }
}

interface PolicyFile {
  calendars: Record<string, CalendarFile>
  requiredFields: {
    name: string
    weight: number
    validator?: string
    zeroIsMissing?: boolean
    when?: [string, string]
  }[]
  missingTokens: string[]
  classificationWeights: Record<string, number>
  acceptTargetSeconds: number
  firstResponseTargetSeconds: number
  neutralRejectReasons: string[]
  neutralReassignReasons: string[]
  capNoContact: number
  weights: HandoffPolicy['weights']
}

type Windows = [open: string, close: string][]

interface CalendarFile {
  tz: string
  week: Record<string, Windows>
  holidays: string[]
  overrides: Record<string, Windows>
}

const weekdays: Record<string, string> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
}

/** The policy of the house from its own file. */
export function readHandoffPolicy(folder: string): HandoffPolicy {
  const file = JSON.parse(readFileSync(join(folder, 'policy.json'), 'utf8')) as PolicyFile
  const hours = (windows: Windows) => windows.map(([open, close]) => ({ open, close }))
  const calendars = Object.entries(file.calendars).map(([team, { tz, week, holidays, overrides }]) => [
    team,
    {
      timeZone: tz,
      week: Object.fromEntries(Object.entries(week).map(([day, windows]) => [weekdays[day], hours(windows)])),
      holidays,
      overrides: Object.fromEntries(Object.entries(overrides).map(([day, windows]) => [day, hours(windows)])),
    },
  ])
  const requiredFields = file.requiredFields.map(({ name, weight, validator, zeroIsMissing, when }) => ({
    field: name,
    weight,
    ...(validator === undefined ? {} : { validator }),
    ...(zeroIsMissing === undefined ? {} : { zeroIsMissing }),
    ...(when === undefined ? {} : { when: { field: when[0], equals: when[1] } }),
  }))
  return {
    calendars: Object.fromEntries(calendars) as HandoffPolicy['calendars'],
    requiredFields: requiredFields as NonNullable<HandoffPolicy['requiredFields']>,
    missingTokens: file.missingTokens,
    dimensions: file.classificationWeights,
    acceptTarget: 1000 * file.acceptTargetSeconds,
    responseTarget: 1000 * file.firstResponseTargetSeconds,
    neutralRejectReasons: file.neutralRejectReasons,
    neutralReassignmentReasons: file.neutralReassignReasons,
    uncontactableCap: file.capNoContact,
    weights: file.weights,
  }
}
