import type { Commitment, SurveyInvite, SurveyResponse, Ticket } from 'retention-okr/records'
import type { Person } from './customers.js'
import type { Random } from './random.js'
import { courses, day, hour, lastInstant, type Month, months, valueIn } from './story.js'

/** What customers say, ask and were promised. */
export interface ServiceRecords {
  invites: SurveyInvite[]
  responses: SurveyResponse[]
  tickets: Ticket[]
  commitments: Commitment[]
}

const invitesPerMonth = 360
const answerShare = 0.35
const answerGroups = { promoter: 0.75, passive: 0.19, detractor: 0.06 }
const ticketsPerCustomer = { mean: 0.085, noise: 0.07 }
const complaintShare = 0.25
const complaints = { delivery: 0.26, 'product quality': 0.23, billing: 0.2, machine: 0.18, app: 0.13 }
const questions = { 'order change': 0.4, machine: 0.3, billing: 0.3 }
const recurringShare = 0.16
const spike = { month: 24, fromDay: 9, times: 6 }
const promisesPerMonth = 90

/** Makes the survey, the tickets and the promises of every month. */
export function makeServiceRecords(people: readonly Person[], random: Random, story: boolean): ServiceRecords {
  const records: ServiceRecords = { invites: [], responses: [], tickets: [], commitments: [] }
  for (const month of months) {
    const present = people.filter(({ joinedAt, leftAt = Number.POSITIVE_INFINITY }) => {
      return joinedAt < month.start && leftAt > month.start
    })
    addSurvey(records, present, month, random)
    addTickets(records, people, month, random, story)
    addPromises(records, present, month, random, story)
  }
  return records
}

function addSurvey(records: ServiceRecords, present: readonly Person[], { k, start }: Month, random: Random): void {
  // Each month is a survey of its own: an invitation to the same one would be a reminder.
  const surveyId = `relationship ${k}`
  for (const { id, country } of random.sample(present, invitesPerMonth)) {
    const inviteId = `invite-${records.invites.length + 1}`
    const sentAt = start + 9 * hour
    records.invites.push({ id: inviteId, customerId: id, surveyId, sentAt })
    if (!random.chance(answerShare)) continue
    const answeredAt = Math.floor(sentAt + random.uniform() * 29 * day)
    const group = random.pick(answerGroups)
    const u = random.uniform()
    const score =
      group === 'promoter' ? (u < 0.5 ? 10 : 9) : group === 'passive' ? (u < 0.5 ? 8 : 7) : Math.floor(7 * u)
    if (answeredAt >= lastInstant) continue
    records.responses.push({
      id: `answer-${inviteId}`,
      surveyId,
      kind: 'nps',
      mode: 'relational',
      score,
      answeredAt,
      customerId: id,
      respondentId: id,
      extra: { country },
    })
  }
}

function addTickets(
  records: ServiceRecords,
  people: readonly Person[],
  { k, start, end }: Month,
  random: Random,
  story: boolean,
): void {
  const mean = ticketsPerCustomer.mean * Math.exp(random.normal(0, ticketsPerCustomer.noise))
  const spikeStart = start + (spike.fromDay - 1) * day
  for (const person of people) {
    const [from, until] = [Math.max(start, person.joinedAt), Math.min(end, person.leftAt ?? end)]
    if (from >= until) continue
    const share = (until - from) / (end - start)
    for (let left = random.poisson(mean * share); left > 0; left -= 1) {
      const at = from + random.uniform() * (until - from)
      if (random.chance(complaintShare)) addComplaint(records, person, at, random.pick(complaints), random)
      else addTicket(records, person, at, random.pick(questions), false, random)
    }
    if (!story || k !== spike.month || until <= spikeStart) continue
    const usual = mean * complaintShare * complaints.delivery
    for (let left = random.poisson(spike.times * usual); left > 0; left -= 1) {
      const at = Math.max(from, spikeStart) + random.uniform() * (until - Math.max(from, spikeStart))
      addComplaint(records, person, at, 'delivery', random)
    }
  }
}

function addComplaint(records: ServiceRecords, person: Person, at: number, category: string, random: Random): void {
  addTicket(records, person, at, category, true, random)
  if (!random.chance(recurringShare)) return
  const again = at + (5 + 65 * random.uniform()) * day
  if (again < (person.leftAt ?? lastInstant)) addTicket(records, person, again, category, true, random)
}

function addTicket(
  records: ServiceRecords,
  { id, country }: Person,
  at: number,
  category: string,
  isComplaint: boolean,
  random: Random,
): void {
  const firstReplyAt = Math.floor(at + random.lognormal(2.5, 1) * hour)
  const resolvedAt = Math.floor(at + random.lognormal(9, 1.15) * hour)
  const isSolved = resolvedAt < lastInstant
  const reopenCount = random.chance(0.07) ? 1 : 0
  records.tickets.push({
    id: `ticket-${records.tickets.length + 1}`,
    customerId: id,
    createdAt: Math.floor(at),
    status: isSolved ? 'solved' : 'open',
    ...(firstReplyAt < lastInstant ? { firstReplyAt } : {}),
    ...(isSolved ? { resolvedAt, firstResolvedAt: resolvedAt } : {}),
    reopenCount,
    category,
    isComplaint,
    extra: { country },
  })
}

function addPromises(
  records: ServiceRecords,
  present: readonly Person[],
  { k, start, end }: Month,
  random: Random,
  story: boolean,
): void {
  for (const { id } of random.sample(present, promisesPerMonth)) {
    const madeAt = Math.floor(start + random.uniform() * (end - start))
    const number = records.commitments.length + 1
    const isKept = random.chance(valueIn(courses.promisesKept, k, story))
    const fulfilledAt = madeAt + Math.floor((isKept ? 0.2 + 1.7 * random.uniform() : 2.2 + 3 * random.uniform()) * day)
    const promise = { customerId: id, madeAt, topic: 'delivery time', unit: 'hours' }
    records.commitments.push({
      ...promise,
      id: `promise-${number}`,
      dueAt: madeAt + 2 * day,
      ...(fulfilledAt < lastInstant ? { fulfilledAt } : {}),
      value: 48,
      team: 'sales',
    })
    if (!random.chance(0.5)) continue
    const differs = random.chance(valueIn(courses.promisesDiffer, k, story))
    records.commitments.push({ ...promise, id: `statement-${number}`, value: differs ? 24 : 48, team: 'marketing' })
  }
}
