import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import * as schemas from '../../src/schemas/index.js'

const marker = 'MARKER-7261'
const keyResult = { id: 'k', kind: 'change', title: 'Churn', baseline: null, target: { relativeChange: '-0.1' } }
const checkIn = { id: 'c', keyResultId: 'k', on: '2026-02-01', reading: { value: { numerator: 1, denominator: '2' } } }
const period = { start: '2026-01-01', end: '2026-02-01' }
const series = {
  kind: 'rate',
  metric: 'complaints',
  better: 'down',
  periods: [{ ...period, count: 3, exposure: 10.5 }],
}
const measurement = {
  metric: 'churn-rate',
  value: 0.09,
  unit: 'ratio',
  sampleSize: 100,
  interval: { lower: 0.04, upper: 0.16, level: 0.95, method: 'wilson' },
  excluded: { duplicate: 1 },
  definition: { caveats: ['small_sample'], period: 'month' },
}
const calendar = {
  timeZone: 'Europe/Madrid',
  week: { monday: [{ open: '09:00', close: '24:00' }] },
  holidays: ['2026-12-25'],
  overrides: { '2026-12-24': [{ open: '09:00', close: '14:00' }], '2026-12-31': [] },
}
const policy = {
  calendars: { sales: calendar, partners: null },
  dimensions: { segment: 1 },
  aliases: { segment: { sme: 'smb' } },
  weights: { timeliness: 0.5 },
}
const objective = {
  id: 'o',
  title: 'Stay',
  cycleId: 'q',
  keyResults: [keyResult],
  cadence: { days: 7 },
  owner: { id: 'p' },
}

interface Broken {
  members: object
  issue: string
}

function issueOf(schema: z.ZodType<unknown>, row: object): string {
  const [bad] = schemas.parseRecords([row], { schema }).bad
  return bad?.issues.map(({ path, code }) => `${path} ${code}`).join() ?? 'none'
}

describe('schemas of inputs', () => {
  it.each<[string, z.ZodType<unknown>, object, Broken[]]>([
    [
      'keyResult',
      schemas.keyResultSchema,
      keyResult,
      [
        { members: { kind: marker }, issue: 'kind INVALID_INPUT' },
        { members: { target: { relativeChange: 'x' } }, issue: 'target INVALID_INPUT' },
        { members: { weight: -1 }, issue: 'weight NEGATIVE_AMOUNT' },
        { members: { plan: { kind: 'lag', days: 1.5 } }, issue: 'plan.days INVALID_COUNT' },
        {
          members: { plan: { kind: 'phased', points: [{ elapsed: 0 }] } },
          issue: 'plan.points[0].expected INVALID_AMOUNT',
        },
        {
          members: { metricRef: { metric: 'nps', segment: { [marker]: 1 } } },
          issue: 'metricRef.segment INVALID_INPUT',
        },
        {
          members: { closing: { on: '2026-13-01', outcome: 'missed', decision: 'drop' } },
          issue: 'closing.on INVALID_DAY',
        },
        { members: { condition: { operator: 'lt', bound: 1 } }, issue: ' INVALID_INPUT' },
      ],
    ],
    [
      'composite key result',
      schemas.keyResultSchema,
      { id: 'k', kind: 'composite', title: 'Both', require: 'all', components: [{ ...keyResult, gatedBy: 'm' }] },
      [
        {
          members: { components: [{ id: 'x', title: 'y', kind: 'composite' }] },
          issue: 'components[0].kind INVALID_INPUT',
        },
      ],
    ],
    [
      'maintain key result',
      schemas.keyResultSchema,
      { id: 'k', kind: 'maintain', title: 'Keep', condition: { operator: 'between', lower: 0, upper: '0.5' } },
      [
        {
          members: { condition: { operator: 'gt', lower: 0, upper: 1 } },
          issue: 'condition.bound INVALID_AMOUNT,condition INVALID_INPUT',
        },
      ],
    ],
    [
      'objective',
      schemas.objectiveSchema,
      objective,
      [
        { members: { keyResults: [keyResult, { ...keyResult, id: '' }] }, issue: 'keyResults[1].id INVALID_INPUT' },
        { members: { cadence: { days: 0 } }, issue: 'cadence INVALID_INPUT' },
        {
          members: { contributors: [{ id: 'p', accountable: 'yes' }] },
          issue: 'contributors[0].accountable INVALID_INPUT',
        },
      ],
    ],
    [
      'version',
      schemas.keyResultVersionSchema,
      { effectiveFrom: '2026-02-01', keyResult },
      [{ members: { keyResult: 1 }, issue: 'keyResult INVALID_INPUT' }],
    ],
    [
      'checkIn',
      schemas.checkInSchema,
      checkIn,
      [
        { members: { reading: { value: 'x' } }, issue: 'reading INVALID_INPUT' },
        { members: { blockers: [{ type: 'decision', openedOn: 'x' }] }, issue: 'blockers[0].openedOn INVALID_DAY' },
      ],
    ],
    [
      'composite checkIn',
      schemas.checkInSchema,
      { ...checkIn, reading: { components: { a: { doneOn: null }, b: { zone: 'commit' } } } },
      [{ members: { reading: { components: { [marker]: { components: {} } } } }, issue: 'reading INVALID_INPUT' }],
    ],
    [
      'cycle',
      schemas.cycleSchema,
      { id: 'q', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' },
      [{ members: { kind: 'week' }, issue: 'kind INVALID_INPUT' }],
    ],
    [
      'series',
      schemas.metricSeriesSchema,
      series,
      [
        { members: { season: 1 }, issue: 'season INVALID_COUNT' },
        { members: { periods: [{ ...period, count: -1, exposure: null }] }, issue: 'periods[0].count INVALID_COUNT' },
        {
          members: { kind: 'value', periods: [{ ...period, value: Number.NaN }] },
          issue: 'periods[0].value INVALID_NUMBER',
        },
      ],
    ],
    [
      'measurement',
      schemas.measurementSchema,
      measurement,
      [
        { members: { excluded: { [marker]: -1 } }, issue: 'excluded INVALID_COUNT' },
        { members: { definition: { caveats: [1] } }, issue: 'definition INVALID_INPUT' },
        { members: { interval: { ...measurement.interval, level: 95 } }, issue: 'interval.level INVALID_NUMBER' },
        { members: { reason: marker }, issue: 'reason INVALID_INPUT' },
      ],
    ],
    [
      'calendar',
      schemas.businessCalendarSchema,
      calendar,
      [
        { members: { timeZone: 'Mars/Base' }, issue: 'timeZone INVALID_TIME_ZONE' },
        { members: { timeZone: 5 }, issue: 'timeZone INVALID_TIME_ZONE' },
        {
          members: { week: { monday: [{ open: '9:00', close: '24:00' }] } },
          issue: 'week.monday[0].open INVALID_INPUT',
        },
        { members: { week: { [marker]: [] } }, issue: 'week INVALID_INPUT' },
        { members: { holidays: ['2026-02-29'] }, issue: 'holidays[0] INVALID_DAY' },
        { members: { overrides: { [marker]: [] } }, issue: 'overrides INVALID_INPUT' },
        { members: { overrides: { '2026-12-24': [{ open: '09:00' }] } }, issue: 'overrides INVALID_INPUT' },
        { members: { overrides: { '2026-12-24': 'closed' } }, issue: 'overrides INVALID_INPUT' },
      ],
    ],
    [
      'policy',
      schemas.handoffPolicySchema,
      policy,
      [
        { members: { calendars: { [marker]: 1 } }, issue: 'calendars INVALID_INPUT' },
        { members: { dimensions: { [marker]: -1 } }, issue: 'dimensions INVALID_INPUT' },
        { members: { aliases: { [marker]: { a: 1 } } }, issue: 'aliases INVALID_INPUT' },
        { members: { weights: { speed: 1 } }, issue: 'weights INVALID_INPUT' },
        {
          members: { requiredFields: [{ field: 'email', validator: 'url' }] },
          issue: 'requiredFields[0].validator INVALID_INPUT',
        },
        { members: { uncontactableCap: 101 }, issue: 'uncontactableCap INVALID_NUMBER' },
      ],
    ],
  ])('takes a %s and points at its broken member', (_name, schema, row, broken) => {
    const frozen = Object.freeze(row)
    expect(schemas.parseRecords([frozen], { schema })).toEqual({ records: [row], bad: [], omittedIssues: 0 })
    for (const { members, issue } of broken) expect(issueOf(schema, { ...row, ...members })).toBe(issue)
    const { bad } = schemas.parseRecords(
      broken.map(({ members }) => ({ ...row, ...members })),
      { schema },
    )
    expect(JSON.stringify(bad)).not.toContain(marker)
  })
})
