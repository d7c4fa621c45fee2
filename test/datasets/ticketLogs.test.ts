import { measureSlaAttainment, type Ticket, tallyDurations } from '../../src/index.js'
import { describeFigures } from './describeFigures.js'
import { countsBy, mapGroups, meanOf, shareOf, shareWhere, spreadOf, sumOf } from './figureShapes.js'
import { readRows } from './readDataset.js'

const hour = 3_600_000
const asOf = '2013-01-01'

/** Status codes of the incidents: queued, and accepted but waiting for somebody else. */
const queued = '2'
const waiting = new Set(['6', '7', '8', '10', '11'])

describeFigures('ticket_logs', () => ({
  helpdesk: () => readLog('ticket_logs/helpdesk.csv.gz').figures,
  bpi13_incidents: () => {
    const { cases, tickets, figures } = readLog('ticket_logs/bpi13_incidents.csv.gz')
    const bounces = cases.map(
      (events) =>
        events.filter(({ code }, index) => code === queued && index > 0 && events[index - 1]?.code !== queued).length,
    )
    const net = spentOn(tickets, 'subtract')
    const [all, worked] = [sumOf(spentOn(tickets, 'ignore')), sumOf(net)]
    return {
      ...figures,
      requeue: {
        casesWithAny: shareWhere(bounces, (count) => count > 0),
        mean: meanOf(bounces),
        max: Math.max(...bounces),
        counts: countsBy(
          bounces.filter((count) => count <= 5),
          String,
        ),
      },
      hoursMinusWaiting: spreadOf(net),
      waitingShareOfTime: (all - worked) / all,
    }
  },
}))

interface Event {
  code: string
  at: string
}

/** The events of each case in the order of the file, and the case as a ticket that is solved at its last event. */
function readLog(file: string) {
  const rows = readRows(file)
  const byCase = mapGroups(
    rows,
    ({ CaseID }) => CaseID,
    (events) =>
      events.map(
        ({ ActivityID = '', CompleteTimestamp = '' }): Event => ({ code: ActivityID, at: `${CompleteTimestamp}Z` }),
      ),
  )
  const cases = Object.values(byCase)
  const tickets = Object.entries(byCase).map(([id, events]) => ticketOf(id, events))
  const within = (hours: number, some: readonly Ticket[] = tickets) =>
    shareOf(measureSlaAttainment(some, { asOf, target: hours * hour }))
  const figures = {
    events: rows.length,
    cases: cases.length,
    duplicateRows: rows.length - new Set(rows.map((row) => Object.values(row).join())).size,
    hours: spreadOf(spentOn(tickets, 'ignore')),
    within24h: within(24),
    within72h: within(72),
    eventsPerCase: spreadOf(cases.map(({ length }) => length)),
    within24hByStartMonth: mapGroups(
      tickets,
      ({ createdAt }) => String(createdAt).slice(0, 7),
      (group) => within(24, group),
    ),
  }
  return { cases, tickets, figures }
}

function ticketOf(id: string, events: readonly Event[]): Ticket {
  const [createdAt = '', resolvedAt = ''] = [events[0]?.at, events.at(-1)?.at]
  const pauses = events.flatMap(({ code, at }, index) => {
    const end = events[index + 1]?.at
    return waiting.has(code) && end !== undefined && end > at ? [{ start: at, end }] : []
  })
  return { id, createdAt, resolvedAt, status: 'solved', customerId: id, pauses }
}

/** Hours from the first event to the last, by ticket. */
function spentOn(tickets: readonly Ticket[], pauses: 'ignore' | 'subtract'): number[] {
  const [cell] = tallyDurations(tickets, { asOf, clock: 'resolution', pauses }).cells
  return (cell?.lists?.['completed'] ?? []).map((milliseconds) => Number(milliseconds) / hour)
}
