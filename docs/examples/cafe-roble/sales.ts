import { addBusinessTime, type BusinessCalendar } from 'retention-okr/calendar'
import type { Handoff, Interaction, Lead, Objection, Opportunity, OwnerChange, StageEntry } from 'retention-okr/records'
import type { Random } from './random.js'
import { type Country, countries, courses, day, hour, lastInstant, type Month, months, valueIn } from './story.js'

/** What marketing hands on, and what sales make of it. */
export interface SalesRecords {
  leads: Lead[]
  handoffs: Handoff[]
  ownerChanges: OwnerChange[]
  interactions: Interaction[]
  opportunities: Opportunity[]
  stageEntries: StageEntry[]
  objections: Objection[]
}

const officeHours = [{ open: '09:00', close: '18:00' }]
const workingWeek = {
  monday: officeHours,
  tuesday: officeHours,
  wednesday: officeHours,
  thursday: officeHours,
  friday: officeHours,
}

/** Opening hours of the receiving teams. */
export const calendars: Record<string, BusinessCalendar> = {
  'Ventas Iberia': { timeZone: 'Europe/Madrid', week: workingWeek },
  'Ventas LatAm': { timeZone: 'America/Bogota', week: workingWeek },
  'Sales UK & US': { timeZone: 'Europe/London', week: workingWeek },
}

const teams: Record<Country, string> = {
  España: 'Ventas Iberia',
  México: 'Ventas LatAm',
  Colombia: 'Ventas LatAm',
  'United States': 'Sales UK & US',
  'United Kingdom': 'Sales UK & US',
}

const sources = { 'web form': 0.38, 'paid social': 0.24, partner: 0.22, 'trade fair': 0.16 }
const segments = { office: 0.5, hospitality: 0.3, retail: 0.2 }
const outcomes = { accepted: 0.8, rejected: 0.12, recycled: 0.08 }
const themes = { price: 0.22, timing: 0.18, competitor: 0.15, trust: 0.13, authority: 0.12, need: 0.11, fit: 0.09 }
const stages = ['discovery', 'proposal', 'negotiation']
const vainTouches = [3, 7, 13, 20]

/** Makes the leads of every month and what became of them. */
export function makeSalesRecords(random: Random, story: boolean): SalesRecords {
  const records: SalesRecords = {
    leads: [],
    handoffs: [],
    ownerChanges: [],
    interactions: [],
    opportunities: [],
    stageEntries: [],
    objections: [],
  }
  for (const month of months) {
    const count = Math.round(random.normal(valueIn(courses.leads, month.k, story), 1.5))
    const wrongSegment = valueIn(courses.wrongSegment, month.k, story) * Math.exp(random.normal(0, 0.03))
    for (let index = 0; index < count; index += 1) addLead(records, month, wrongSegment, random, story)
  }
  const withoutOwner = story ? openLeads(records).slice(0, 5) : []
  records.leads = records.leads.map((lead) => (withoutOwner.includes(lead.id) ? { ...lead, ownerId: null } : lead))
  return records
}

/** Leads of the last ten days that nobody has answered for good. */
function openLeads({ leads }: SalesRecords): string[] {
  return leads
    .filter(({ createdAt, status }) => status === 'open' && Number(createdAt) > lastInstant - 10 * day)
    .map(({ id }) => id)
}

function addLead(
  records: SalesRecords,
  { k, start, end }: Month,
  wrongSegment: number,
  random: Random,
  story: boolean,
): void {
  const value = (course: (typeof courses)[keyof typeof courses]): number => valueIn(course, k, story)
  const number = records.leads.length + 1
  const [id, country] = [`lead-${number}`, random.pick(countries)]
  const createdAt = Math.floor(start + random.uniform() * (end - start - day))
  const handedAt = createdAt + Math.floor(random.uniform() * 8 * hour)
  const toTeam = teams[country]
  const calendar = calendars[toTeam] ?? null
  const original = random.chance(0.02) ? records.leads.at(-1) : undefined
  const segment = random.pick(segments)
  const guess = random.chance(wrongSegment) ? (segment === 'office' ? 'retail' : 'office') : segment
  const outcome = random.pick(outcomes)
  const openHours = random.chance(value(courses.promptTouch)) ? 0.2 + 3.6 * random.uniform() : 5 + 25 * random.uniform()
  const touchedAt = instantOf(addBusinessTime({ start: handedAt, duration: openHours * hour }, { calendar }))
  const decidedAt = instantOf(
    addBusinessTime({ start: handedAt, duration: (0.2 + 3 * random.uniform()) * hour }, { calendar }),
  )
  const isDecided = decidedAt < lastInstant
  records.leads.push({
    id,
    createdAt,
    source: random.pick(sources),
    status: outcome === 'accepted' || !isDecided ? 'open' : 'closed',
    ownerId: `${toTeam} ${1 + Math.floor(4 * random.uniform())}`,
    fields: original?.fields ?? {
      email: `buyer${number}@office${number}.example`,
      ...(random.chance(value(courses.phoneMissing)) ? {} : { phone: `+34 600 ${String(100_000 + number)}` }),
      ...(random.chance(0.05) ? {} : { company: `Office ${number}` }),
    },
    classification: { actual: { segment: guess }, reference: { segment } },
    extra: { country },
  })
  records.handoffs.push({
    id: `handoff-${number}`,
    leadId: id,
    fromTeam: 'Marketing',
    toTeam,
    handedAt,
    assignedAt: handedAt,
    ...(isDecided
      ? { decision: { outcome, at: decidedAt, ...(outcome === 'rejected' ? { reason: 'wrong_contact' } : {}) } }
      : {}),
    extra: { country },
  })
  if (random.chance(value(courses.ownerChanged))) {
    const at = handedAt + Math.floor((0.2 + 3 * random.uniform()) * day)
    if (at < lastInstant) records.ownerChanges.push({ leadId: id, at, to: `${toTeam} 9`, reason: 'workload' })
  }
  if (outcome !== 'accepted' || random.chance(0.02)) return
  addConversation(records, id, touchedAt, random.chance(value(courses.replies)), random)
  if (random.chance(0.95)) addDeal(records, { id, country, toTeam, decidedAt }, value, random)
}

function addConversation(records: SalesRecords, leadId: string, first: number, replies: boolean, random: Random): void {
  const add = (at: number, direction: 'in' | 'out'): void => {
    if (at < lastInstant) records.interactions.push({ leadId, at: Math.floor(at), direction, channel: 'email' })
  }
  add(first, 'out')
  if (!replies) {
    for (const days of vainTouches) add(first + days * day, 'out')
    return
  }
  const repliedAt = first + (0.1 + 6 * random.uniform()) * day
  add(repliedAt, 'in')
  for (let touch = 1; touch <= 2; touch += 1) if (random.chance(0.6)) add(repliedAt + touch * 2 * day, 'out')
}

function addDeal(
  records: SalesRecords,
  lead: { id: string; country: Country; toTeam: string; decidedAt: number },
  value: (course: (typeof courses)[keyof typeof courses]) => number,
  random: Random,
): void {
  const id = `deal-${records.opportunities.length + 1}`
  const createdAt = Math.floor(lead.decidedAt + (0.2 + 3.8 * random.uniform()) * day)
  const closedAt = Math.floor(createdAt + random.lognormal(26, 0.7) * day)
  const isWon = random.chance(value(courses.won))
  if (createdAt >= lastInstant) return
  const isClosed = closedAt < lastInstant
  records.opportunities.push({
    id,
    leadId: lead.id,
    createdAt,
    status: isClosed ? (isWon ? 'won' : 'lost') : 'open',
    ...(isClosed ? { closedAt } : {}),
    ownerId: lead.toTeam,
    extra: { country: lead.country },
  })
  stages.forEach((stage, index) => {
    const at = Math.floor(createdAt + (index / 3) * (closedAt - createdAt))
    if (at < lastInstant) records.stageEntries.push({ opportunityId: id, stage, at })
  })
  const said = random.chance(0.8) ? [random.pick(themes), ...(random.chance(0.25) ? [random.pick(themes)] : [])] : []
  if (random.chance(value(courses.noFit))) said.push('fit')
  for (const theme of said) {
    const at = Math.floor(createdAt + random.uniform() * Math.min(20 * day, closedAt - createdAt))
    if (at < lastInstant) {
      records.objections.push({
        prospectId: lead.id,
        opportunityId: id,
        at,
        theme,
        stage: 'discovery',
        team: lead.toTeam,
      })
    }
  }
}

function instantOf(instant: string | null): number {
  return instant === null ? lastInstant : Date.parse(instant)
}
