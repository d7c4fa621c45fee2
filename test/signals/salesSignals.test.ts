import { describe, expect, it } from 'vitest'
import {
  type CloseRatePeriod,
  countOpportunities,
  countProspects,
  detectCloseRateFall,
  detectOwnershipGap,
  detectPromiseGap,
  detectRepeatedObjections,
  detectSilenceRise,
  detectSlowResponse,
  findUnresolvedObjections,
} from '../../src/index.js'

const asOf = '2025-06-01'

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

/** Periods of 100 closed deals, by the number won. */
function periods(...won: number[]): CloseRatePeriod[] {
  return won.map((count, index) => ({ period: `p${index}`, won: count, lost: 100 - count, volume: 100 }))
}

describe('detectCloseRateFall', () => {
  const stateOf = (given: CloseRatePeriod[], options: object = {}) =>
    detectCloseRateFall(given, { asOf, ...options }).state

  it('is quiet on a constant series and on a rise', () => {
    expect([stateOf(periods(45, 45, 45, 45)), stateOf(periods(45, 45, 45, 70))]).toEqual(['quiet', 'quiet'])
  })

  it('takes equality with a minimum for reached, and p at the level for not', () => {
    const given = periods(45, 45, 45, 30)
    expect([stateOf(given, { minimumDrop: 0.15 }), stateOf(given, { minimumDrop: 0.151 })]).toEqual(['fires', 'quiet'])
    const relative = { minimumRelativeDrop: 1 / 3 }
    expect([stateOf(given, relative), stateOf(given, { minimumRelativeDrop: 0.34 })]).toEqual(['fires', 'quiet'])
    const midP = Number(detectCloseRateFall(given, { asOf }).evidence?.['midP'])
    expect([stateOf(given, { alpha: midP }), stateOf(given, { alpha: midP * 1.001 })]).toEqual(['quiet', 'fires'])
  })

  it('pools the recent periods and the lags of the baseline', () => {
    const { evidence, definition } = detectCloseRateFall(periods(50, 40, 90, 30, 20), {
      asOf,
      recentPeriods: 2,
      baseline: [2, 3],
    })
    expect(evidence).toMatchObject({ rate: 0.25, baselineRate: 0.45, sampleSize: 200, baselineSampleSize: 200 })
    expect(definition).toMatchObject({ recentPeriods: 2, baseline: [2, 3], lags: [2, 3], cycle: null })
  })

  it('falls back on the three before until a cycle has passed', () => {
    const options = { asOf, cycle: 12 }
    expect(detectCloseRateFall(periods(45, 45, 45, 30), options).definition['lags']).toEqual([1, 2, 3])
    const missing = detectCloseRateFall(periods(45, 45, 45, 30), { ...options, baseline: 'same_phase' }).missing
    expect(missing).toEqual([{ what: 'periods', needed: 13, found: 4 }])
  })

  it('cannot judge a fall without volume before, and judges no fall all the same', () => {
    const without = (won: number) => periods(45, 45, 45, won).map((period) => ({ ...period, volume: 0 }))
    expect(detectCloseRateFall(without(30), { asOf })).toMatchObject({
      state: 'insufficient_data',
      missing: [{ what: 'baseline-volume', needed: 1, found: 0 }],
    })
    expect(detectCloseRateFall(without(45), { asOf })).toMatchObject({
      state: 'quiet',
      evidence: { volumeRatio: null },
    })
  })

  it('names both sides that are too small', () => {
    const few = periods(45, 45, 45, 30).map((period) => ({ ...period, won: 4, lost: 5 }))
    expect(detectCloseRateFall(few, { asOf }).missing).toEqual([
      { what: 'recent-closed', needed: 30, found: 9 },
      { what: 'baseline-closed', needed: 30, found: 27 },
    ])
  })

  it.each([
    [100, 'fires'],
    [115, 'fires'],
    [116, 'dilution'],
    [85, 'fires'],
    [84, 'slowdown'],
  ])('by the ratio calls a volume of %i after 100 %s', (volume, state) => {
    const given = periods(45, 45, 45, 30).map((period, index) => (index === 3 ? { ...period, volume } : period))
    expect(stateOf(given, { volumeRule: 'ratio' })).toBe(state)
  })

  it('reads the tally of the deals, dates the finding and leaves out what runs', () => {
    const opportunities = periods(45, 44, 46, 30, 5).flatMap(({ won, lost }, month) =>
      Array.from({ length: won + lost }, (_, index) => ({
        id: `${month}-${index}`,
        createdAt: `2025-0${month + 1}-02`,
        status: index < won ? ('won' as const) : ('lost' as const),
        closedAt: `2025-0${month + 1}-09`,
      })),
    )
    const months = [1, 2, 3, 4, 5].map((month) => ({ start: `2025-0${month}-01`, end: `2025-0${month + 1}-01` }))
    const tally = countOpportunities(opportunities, { asOf: '2025-05-10', periods: months })
    const signal = detectCloseRateFall(tally, { asOf: '2025-07-01' })
    expect(signal).toMatchObject({ state: 'fires', excluded: { incomplete: 1 } })
    expect(signal.findings[0]?.since).toBe('2025-04-01')
    expect(signal.evidence?.['midP']).toBeCloseTo(0.00402825, 8)
  })

  it.each([
    [{ asOf: undefined }, 'INVALID_OPTION', 'options.asOf'],
    [{ baseline: [] }, 'INVALID_OPTION', 'options.baseline'],
    [{ baseline: [1, 1] }, 'INVALID_OPTION', 'options.baseline'],
    [{ baseline: [0] }, 'INVALID_OPTION', 'options.baseline[0]'],
    [{ baseline: 'same_phase' }, 'INVALID_OPTION', 'options.cycle'],
    [{ minimumDrop: -1 }, 'INVALID_OPTION', 'options.minimumDrop'],
    [{ volumeMargin: 1 }, 'INVALID_OPTION', 'options.volumeMargin'],
    [{ criticalEffect: 0 }, 'INVALID_OPTION', 'options.criticalEffect'],
    [{ alpha: 1 }, 'INVALID_OPTION', 'options.alpha'],
    [{ window: 3 }, 'INVALID_OPTION', 'options'],
  ])('refuses %o', (options, code, path) => {
    expect(() => detectCloseRateFall(periods(1, 2, 3, 4), { asOf, ...options } as never)).toThrow(broken(code, path))
  })

  it('refuses a tally of another kind and a period given twice', () => {
    expect(() => detectCloseRateFall({ kind: 'prospects', definition: {}, cells: [] }, { asOf })).toThrow(
      broken('INVALID_INPUT', 'periods'),
    )
    const [first] = periods(1)
    expect(() => detectCloseRateFall([first, first] as CloseRatePeriod[], { asOf })).toThrow(
      broken('INVALID_PERIOD', 'periods[1].period'),
    )
  })
})

describe('detectSilenceRise', () => {
  const cohorts = (...silent: number[]) =>
    silent.map((count, index) => ({ cohort: `c${index}`, silent: count, assessed: 120 }))

  it('pools the last two cohorts when asked', () => {
    const { evidence } = detectSilenceRise(cohorts(12, 12, 24, 36), { asOf, pool: 2 })
    expect(evidence).toMatchObject({ rate: 0.25, baselineRate: 0.1, sampleSize: 240, baselineSampleSize: 240 })
  })

  it('gives a trend from four cohorts on', () => {
    expect(detectSilenceRise(cohorts(12, 12, 12), { asOf }).evidence).not.toHaveProperty('trendPValue')
    expect(detectSilenceRise(cohorts(12, 12, 12, 12), { asOf }).evidence?.['trendPValue']).toBeCloseTo(1, 9)
  })

  it('needs two cohorts before', () => {
    expect(detectSilenceRise(cohorts(12, 30), { asOf }).missing).toEqual([
      { what: 'baseline-cohorts', needed: 2, found: 1 },
    ])
    expect(detectSilenceRise([], { asOf }).missing).toHaveLength(3)
  })

  it('fires below the level and from the minimum on', () => {
    const state = (options: object) => detectSilenceRise(cohorts(12, 12, 12, 30), { asOf, ...options }).state
    expect([state({}), state({ minimumDifference: 0.15 }), state({ minimumDifference: 0.16 })]).toEqual([
      'fires',
      'fires',
      'quiet',
    ])
  })

  it('leaves out cohorts of a tally that are not of age', () => {
    const handoffs = [1, 2, 3, 4, 5].map((month) => ({
      id: `H${month}`,
      leadId: `L${month}`,
      fromTeam: 'marketing',
      toTeam: 'sales',
      handedAt: `2025-0${month}-02`,
    }))
    const months = [1, 2, 3, 4, 5].map((month) => ({ start: `2025-0${month}-01`, end: `2025-0${month + 1}-01` }))
    const tally = countProspects({ handoffs, interactions: [] }, { asOf: '2025-05-20', periods: months })
    expect(detectSilenceRise(tally, { asOf: '2025-05-20' }).excluded).toEqual({ incomplete: 1 })
    expect(detectSilenceRise(tally, { asOf: '2025-04-15' }).excluded).toEqual({ incomplete: 2 })
  })

  it.each([
    [{ pool: 3 }, 'INVALID_OPTION', 'options.pool'],
    [{ minimumSample: 0 }, 'INVALID_OPTION', 'options.minimumSample'],
    [{ asOf: '2025-06-01T00:00:00Z' }, 'INVALID_DAY', 'options.asOf'],
  ])('refuses %o', (options, code, path) => {
    expect(() => detectSilenceRise([], { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})

describe('detectRepeatedObjections', () => {
  const profile = (prospects: number, ...counts: [string, number][]) => ({
    prospects,
    themes: counts.map(([theme, count]) => ({ theme, mentions: count, prospects: count })),
  })

  it('compares themes with ten prospects in both windows together, and lets those with five rise', () => {
    const baseline = profile(100, ['a', 5], ['b', 4], ['c', 0])
    const detect = (...counts: [string, number][]) =>
      detectRepeatedObjections({ current: profile(100, ...counts), baseline }, { asOf })
    expect(detect(['a', 5], ['b', 5]).comparisons).toBe(1)
    expect(detect(['c', 20]).findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['sales.repeated_objection', 'c'],
      ['sales.rising_objection', 'c'],
    ])
  })

  it('rises by the difference or by the ratio', () => {
    const pair = { current: profile(1000, ['a', 140], ['b', 860]), baseline: profile(1000, ['a', 95], ['b', 860]) }
    const state = (options: object) => detectRepeatedObjections(pair, { asOf, ...options }).state
    expect(state({})).toBe('watch')
    expect([state({ minimumDifference: 0.045 }), state({ minimumRatio: 1.4 })]).toEqual(['fires', 'fires'])
  })

  it('knows no rise from a profile that is too small', () => {
    const pair = { current: profile(29, ['a', 20]), baseline: profile(100, ['a', 1]) }
    expect(detectRepeatedObjections(pair, { asOf })).toMatchObject({ state: 'watch', comparisons: 0 })
  })

  it.each([
    [{ current: profile(1, ['a', 2]) }, 'COUNT_EXCEEDS_BASE', 'profiles.current.themes[0].prospects'],
    [
      { current: profile(9), baseline: profile(1, ['a', 1], ['a', 1]) },
      'CONFLICTING_RECORDS',
      'profiles.baseline.themes[1].theme',
    ],
    [{}, 'INVALID_INPUT', 'profiles.current'],
  ])('refuses %o', (pair, code, path) => {
    expect(() => detectRepeatedObjections(pair as never, { asOf })).toThrow(broken(code, path))
  })
})

describe('findUnresolvedObjections', () => {
  it('finds none in one stage and team', () => {
    const objection = {
      prospectId: 'p',
      at: '2025-03-01',
      opportunityId: 'o',
      theme: 'price',
      stage: 'demo',
      team: 'a',
    }
    expect(findUnresolvedObjections([objection, objection])).toEqual([])
  })
})

describe('detectPromiseGap', () => {
  it('lists conflicts before lateness, with both in the evidence', () => {
    const counts = { comparable: 100, conflicting: 30, keeping: { onTime: 10, due: 40 } }
    const signal = detectPromiseGap(counts, { asOf, onTimeTarget: 0.9 })
    expect(signal.findings.map(({ code }) => code)).toEqual(['commitments.promise_conflict', 'commitments.late'])
    expect(signal).toMatchObject({ comparisons: 2, evidence: { rate: 0.3, onTimeRate: 0.25, due: 40 } })
  })

  it('judges lateness by a target only', () => {
    const counts = { comparable: 100, conflicting: 0, keeping: { onTime: 0, due: 40 } }
    expect(detectPromiseGap(counts, { asOf }).state).toBe('quiet')
  })

  it.each([
    [{ comparable: 3, conflicting: 4 }, {}, 'COUNT_EXCEEDS_BASE', 'counts.conflicting'],
    [
      { comparable: 3, conflicting: 0, keeping: { onTime: 2, due: 1 } },
      {},
      'COUNT_EXCEEDS_BASE',
      'counts.keeping.onTime',
    ],
    [{ comparable: 3, conflicting: 0 }, { threshold: 0 }, 'INVALID_OPTION', 'options.threshold'],
    [{ comparable: 3, conflicting: 0 }, { onTimeTarget: 1.2 }, 'INVALID_OPTION', 'options.onTimeTarget'],
    [{ comparable: 3, conflicting: 0 }, { looksPerYear: 12 }, 'INVALID_OPTION', 'options'],
  ])('refuses %o with %o', (counts, options, code, path) => {
    expect(() => detectPromiseGap(counts, { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})

describe('detectSlowResponse', () => {
  it('needs more of a group the more there are', () => {
    const slow = { met: 70, breached: 25 }
    const fired = (count: number) => {
      const groups = Object.fromEntries(Array.from({ length: count }, (_, index) => [`g${index}`, slow]))
      return detectSlowResponse({ met: 900, breached: 50, groups }, { asOf, target: 0.82 }).findings.length
    }
    expect([fired(1), fired(30)]).toEqual([1, 0])
    const groups = { a: { met: 60, breached: 35 } }
    expect(detectSlowResponse({ met: 900, breached: 50, groups }, { asOf, target: 0.82 })).toMatchObject({
      state: 'fires',
      findings: [{ subject: 'a' }],
      comparisons: 2,
    })
  })

  it.each([
    [{ met: 1 }, {}, 'INVALID_COUNT', 'counts.breached'],
    [{ met: 1, breached: 0, groups: { a: { met: -1, breached: 0 } } }, {}, 'INVALID_COUNT', 'counts.groups.a.met'],
    [{ met: 1, breached: 0 }, { target: undefined }, 'INVALID_OPTION', 'options.target'],
    [
      { met: 1, breached: 0, acceptedUntouched: { untouched: 2, accepted: 1 } },
      {},
      'COUNT_EXCEEDS_BASE',
      'counts.acceptedUntouched.untouched',
    ],
  ])('refuses %o with %o', (counts, options, code, path) => {
    expect(() => detectSlowResponse(counts as never, { asOf, target: 0.8, ...options } as never)).toThrow(
      broken(code, path),
    )
  })
})

describe('detectOwnershipGap', () => {
  const lead = (id: string, createdAt: string, ownerId?: string) => ({ id, createdAt, ownerId })
  const detect = (openLeads: ReturnType<typeof lead>[], options: object = {}) =>
    detectOwnershipGap(
      { openLeads, handed: 0, reassigned: 0 },
      { asOf: '2025-03-17T12:00:00Z', calendar: null, ...options },
    )

  it('gives a lead a day of calendar time, and not a millisecond more', () => {
    expect(detect([lead('a', '2025-03-16T12:00:00Z')]).findings).toEqual([])
    expect(detect([lead('a', '2025-03-16T11:59:59.999Z')]).findings[0]?.evidence).toMatchObject({ beyondLimit: ['a'] })
  })

  it('takes the longest weekday for a business day, a night shift whole', () => {
    const night = [{ open: '22:00', close: '06:00' }]
    const calendar = { timeZone: 'UTC', week: { saturday: [{ open: '10:00', close: '12:00' }], sunday: night } }
    const beyond = (createdAt: string) => detect([lead('a', createdAt)], { calendar }).findings.length
    expect([beyond('2025-03-16T22:00:00Z'), beyond('2025-03-15T11:59:00Z')]).toEqual([0, 1])
  })

  it('counts a lead given twice once', () => {
    const twice = [lead('a', '2025-03-17T11:00:00Z'), lead('a', '2025-03-17T11:00:00Z')]
    expect(detect(twice).excluded).toEqual({ duplicate: 1 })
    expect(() => detect([lead('a', '2025-03-17'), lead('a', '2025-03-17', 'ana')])).toThrow(
      broken('CONFLICTING_RECORDS', 'data.openLeads[1].id'),
    )
  })

  it.each([
    [{ calendar: undefined }, 'INVALID_OPTION', 'options.calendar'],
    [{ asOf: 'soon' }, 'INVALID_INSTANT', 'options.asOf'],
    [{ unownedThreshold: 0 }, 'INVALID_OPTION', 'options.unownedThreshold'],
  ])('refuses %o', (options, code, path) => {
    expect(() => detect([], options)).toThrow(broken(code, path))
  })
})
