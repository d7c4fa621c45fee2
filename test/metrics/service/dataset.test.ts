import { describe, expect, it } from 'vitest'
import {
  durationSummary,
  measureTimeToResolution,
  periodGrid,
  slaAttainment,
  type Ticket,
  tallyDurations,
  tallySla,
} from '../../../src/index.js'
import { hasDatasets, readFigures, readRows } from '../../datasets/readDataset.js'

interface Share {
  k: number
  n: number
  rate: number
  wilson95: [number, number]
}

interface Hours {
  n: number
  median: number
  p75: number
  p90: number
  mean: number
}

interface Log {
  events: number
  cases: number
  hours: Hours
  within24h: Share
  within72h: Share
  within24hByStartMonth: Record<string, Share>
  hoursMinusWaiting?: Hours
}

const hour = 3_600_000
const asOf = '2013-01-01'
/** Codes of the incidents that hand a ticket to somebody else. */
const elsewhere = new Set(['6', '7', '8', '10', '11'])

/** A case is solved at its last event; the log has wall times without a zone, read as UTC. */
function readTickets(file: string): Ticket[] {
  const cases = new Map<string, { at: string; status: string }[]>()
  for (const { CaseID = '', ActivityID = '', CompleteTimestamp } of readRows(`ticket_logs/${file}.csv.gz`)) {
    const entry = { at: `${CompleteTimestamp}Z`, status: elsewhere.has(ActivityID) ? 'elsewhere' : 'open' }
    const events = cases.get(CaseID)
    if (events === undefined) cases.set(CaseID, [entry])
    else events.push(entry)
  }
  return [...cases].map(([id, events]) => ({
    id,
    customerId: id,
    status: 'solved',
    createdAt: events[0]?.at ?? '',
    resolvedAt: events.at(-1)?.at ?? '',
    statusHistory: events,
  }))
}

/** The set interpolates between two neighbours where the library takes the lower one. */
function expectQuantiles(summary: ReturnType<typeof measureTimeToResolution>, hours: Hours): void {
  const times = summary.curve.map(({ time }) => time)
  for (const [own, reference] of [
    [summary.value, hours.median],
    [summary.p75, hours.p75],
    [summary.p90, hours.p90],
  ] as const) {
    const at = times.indexOf(own ?? -1)
    expect(times[at - 1] ?? 0).toBeLessThanOrEqual(reference * hour)
    expect(times[at + 1]).toBeGreaterThanOrEqual(reference * hour)
  }
}

describe.skipIf(!hasDatasets).each(['helpdesk', 'bpi13_incidents'] as const)(
  'tickets of the log %s (skipped without ../shared/data)',
  (name) => {
    const figures = readFigures<Record<string, Log>>('ticket_logs')[name] as Log
    const tickets = hasDatasets ? readTickets(name) : []
    const limits = [24 * hour, 72 * hour]

    it('take as long as the figures say', () => {
      const summary = measureTimeToResolution(tickets, { asOf, limits })
      expect(summary).toMatchObject({ sampleSize: figures.cases, completed: figures.cases, open: 0 })
      expect((summary.meanCompleted ?? 0) / hour).toBeCloseTo(figures.hours.mean, 6)
      expect(Object.values(summary.within)).toEqual([figures.within24h.k, figures.within72h.k])
      expectQuantiles(summary, figures.hours)
    })

    it('are solved within 24 hours as often as the figures say, month by month', () => {
      const months = Object.keys(figures.within24hByStartMonth)
      const periods = periodGrid({ start: `${months[0]}-01`, end: asOf }, { unit: 'month' })
      const { cells } = tallySla(tickets, { asOf, target: 24 * hour, periods })
      const lists = tallyDurations(tickets, { asOf, clock: 'resolution', periods }).cells
      const got = cells.flatMap(({ start, counts }, index) => {
        const attainment = slaAttainment(counts)
        if (attainment.denominator === 0) return []
        const { within } = durationSummary(lists[index]?.lists as never, { limits })
        expect(within[String(24 * hour)]).toBe(counts.met)
        return [[start.slice(0, 7), attainment.numerator, attainment.denominator]]
      })
      expect(got).toEqual(Object.entries(figures.within24hByStartMonth).map(([month, { k, n }]) => [month, k, n]))
      const all = slaAttainment({ met: figures.within24h.k, breached: figures.cases - figures.within24h.k })
      expect(all.interval?.lower).toBeCloseTo(figures.within24h.wilson95[0], 9)
      expect(all.interval?.upper).toBeCloseTo(figures.within24h.wilson95[1], 9)
    })

    it.skipIf(figures.hoursMinusWaiting === undefined)('take less without the time spent elsewhere', () => {
      const hours = figures.hoursMinusWaiting as Hours
      const summary = measureTimeToResolution(tickets, { asOf, resolution: 'requesterWait' })
      expect((summary.meanCompleted ?? 0) / hour).toBeCloseTo(hours.mean, 6)
      expectQuantiles(summary, hours)
    })
  },
)
