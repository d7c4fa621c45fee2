import { describe, expect, it } from 'vitest'
import {
  detectAcquisitionRetentionImbalance,
  detectDissatisfactionSpike,
  detectNpsFall,
  detectSegmentsAtRisk,
  type FlowPeriod,
} from '../../src/signals/index.js'
import { broken, complaints, months, values } from './examples.js'

const asOf = '2026-01-01'
const usual = [10, 8, 12, 9, 11, 10, 7, 13, 10, 9, 11, 12]

describe('detectDissatisfactionSpike', () => {
  const statusOf = (counts: (number | null)[], options: object = {}) =>
    detectDissatisfactionSpike(complaints(...counts), { asOf, ...options }).status

  it('needs six periods before a rate and eight before a value', () => {
    expect(detectDissatisfactionSpike(complaints(5, 5, 5, 5, 5, 5), { asOf }).missing).toEqual([
      { what: 'baseline-periods', needed: 6, found: 5 },
    ])
    expect(statusOf([5, 5, 5, 5, 5, 5, 5])).toBe('no_signal')
    expect(detectDissatisfactionSpike(values(4, 5, 4, 5, 4, 5, 4, 5), { asOf }).missing).toEqual([
      { what: 'baseline-periods', needed: 8, found: 7 },
    ])
    expect(detectDissatisfactionSpike(values(4, 5, 4, 5, 4, 5, 4, 5, 4), { asOf }).status).toBe('no_signal')
  })

  it('does not judge a missing period or one that has not ended', () => {
    expect(detectDissatisfactionSpike(complaints(...usual, null), { asOf }).missing).toEqual([
      { what: 'judged-period', needed: 1, found: 0 },
    ])
    const early = detectDissatisfactionSpike(complaints(...usual, 20, 90), { asOf: '2024-02-15' })
    expect([early.status, early.excluded, early.evidence?.['count']]).toEqual(['signal', { incomplete: 1 }, 20])
  })

  it('fires below the level, not at it', () => {
    const p = Number(detectDissatisfactionSpike(complaints(...usual, 20), { asOf }).evidence?.['pValue'])
    expect([statusOf([...usual, 20], { alpha: p }), statusOf([...usual, 20], { alpha: p * 1.001 })]).toEqual([
      'no_signal',
      'signal',
    ])
  })

  it('needs a minimum of events, and takes equality for reached', () => {
    const quiet = [0, 0, 0, 0, 0, 0]
    expect([2, 3].map((count) => statusOf([...quiet, count], { alpha: 0.02 }))).toEqual(['no_signal', 'signal'])
    expect(statusOf([...quiet, 3], { alpha: 0.02, minimumCount: 4 })).toBe('no_signal')
  })

  it('is critical from the critical effect on', () => {
    const lower = Number(detectDissatisfactionSpike(complaints(...usual, 20), { asOf }).evidence?.['lower'])
    const severityAt = (criticalEffect: number) =>
      detectDissatisfactionSpike(complaints(...usual, 20), { asOf, criticalEffect }).findings[0]?.severity
    expect([severityAt(lower), severityAt(lower + 0.001)]).toEqual(['critical', 'warning'])
  })

  it('leaves known spikes out of the baseline and counts them', () => {
    const counts = [...usual.slice(0, 6), 40, ...usual.slice(6)]
    const exclude = ['2023-07-01']
    const { excluded, evidence } = detectDissatisfactionSpike(complaints(...counts, 20), { asOf, exclude })
    expect([excluded, evidence?.['baselineSampleSize'], evidence?.['expected']]).toEqual([
      { known_spike: 1 },
      12,
      expect.closeTo(10.1666667, 6),
    ])
    expect(statusOf([...counts, 20])).toBe('no_signal')
  })

  it('keeps the place in time of missing periods when it looks for a trend', () => {
    const rising = [2, 3, null, null, null, null, null, null, 8, 9, 10, 11]
    expect(detectDissatisfactionSpike(complaints(...rising, 10), { asOf }).cautions).toEqual([
      'baseline_trend',
      'interval_widened',
      'short_baseline',
    ])
  })

  it('looks as often as the periods are long', () => {
    const monthly = detectDissatisfactionSpike(complaints(...usual, 12), { asOf }).definition
    expect(monthly).toMatchObject({ looksPerYear: 12, baselinePeriods: 12, minimumCount: 3, criticalEffect: 1.5 })
    const yearly = { ...complaints(), periods: [0, 1, 2, 3, 4, 5, 6].map((year) => yearOf(2015 + year)) }
    expect(detectDissatisfactionSpike(yearly, { asOf }).definition).toMatchObject({ looksPerYear: 1 })
  })

  it('warns of a season that it does not know', () => {
    const seasonal = { ...complaints(...usual, 12), season: 12 }
    expect(detectDissatisfactionSpike(seasonal, { asOf }).cautions).toEqual(['season_not_separable'])
  })

  it.each([
    [{ kind: 'proportion', periods: [] }, {}, 'INVALID_INPUT', 'series.kind'],
    [{ better: 'up' }, {}, 'INVALID_INPUT', 'series.better'],
    [{ season: 1 }, {}, 'INVALID_NUMBER', 'series.season'],
    [{ segment: { plan: 3 } }, {}, 'INVALID_INPUT', 'series.segment.plan'],
    [{ periods: [{ ...months(1)[0], count: 1.5, exposure: 2 }] }, {}, 'INVALID_COUNT', 'series.periods[0].count'],
    [{ periods: [{ ...months(1)[0], count: 1, exposure: -2 }] }, {}, 'INVALID_NUMBER', 'series.periods[0].exposure'],
    [
      { periods: [months(3)[0], months(3)[2]].map((period) => ({ ...period, count: 1, exposure: 2 })) },
      {},
      'INVALID_PERIOD',
      'series.periods[1].start',
    ],
    [
      { periods: [{ start: '2023-01-01', end: '2023-01-01', count: 1, exposure: 2 }] },
      {},
      'INVALID_PERIOD',
      'series.periods[0]',
    ],
    [{}, { asOf: undefined }, 'INVALID_OPTION', 'options.asOf'],
    [{}, { asOf: '2026-02-30' }, 'INVALID_DAY', 'options.asOf'],
    [{}, { exclude: ['yesterday'] }, 'INVALID_DAY', 'options.exclude[0]'],
    [{}, { baselinePeriods: 1.5 }, 'INVALID_OPTION', 'options.baselinePeriods'],
    [{}, { minimumCount: 0 }, 'INVALID_OPTION', 'options.minimumCount'],
    [{}, { criticalEffect: 0 }, 'INVALID_OPTION', 'options.criticalEffect'],
    [{}, { alpha: 1 }, 'INVALID_OPTION', 'options.alpha'],
    [{}, { looksPerYear: 0 }, 'INVALID_OPTION', 'options.looksPerYear'],
    [{}, { minimumPeriods: 6 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (change, options, code, path) => {
    const series = { ...complaints(...usual), ...change } as never
    expect(() => detectDissatisfactionSpike(series, { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})

function yearOf(year: number) {
  return { start: `${year}-01-01`, end: `${year + 1}-01-01`, count: 5, exposure: 200 }
}

describe('detectNpsFall', () => {
  const answers = (promoters: number, detractors: number, passives = 0) => ({ promoters, passives, detractors })
  const before = answers(70, 10, 20)

  it('gives both scores below ten answers, and a verdict from ten', () => {
    const short = detectNpsFall({ baseline: answers(5, 4), current: answers(1, 8) }, { asOf })
    expect([short.status, short.missing]).toEqual([
      'not_enough_data',
      [
        { what: 'current-answers', needed: 10, found: 9 },
        { what: 'baseline-answers', needed: 10, found: 9 },
      ],
    ])
    expect([short.evidence?.['to'], short.comparisons]).toEqual([expect.closeTo(-77.78, 2), 0])
    expect(detectNpsFall({ baseline: answers(9, 1), current: answers(1, 9) }, { asOf }).status).toBe('signal')
  })

  it('knows nothing of a wave without answers', () => {
    const { evidence } = detectNpsFall({ baseline: before, current: answers(0, 0), currentInvited: 0 }, { asOf })
    expect(evidence).toMatchObject({ to: null, toLower: -100, toUpper: 100, responseRate: null })
  })

  it('takes equality with the minimum for reached, and p at the level for not', () => {
    const waves = { baseline: before, current: answers(50, 20, 30) }
    const statusOf = (options: object) => detectNpsFall(waves, { asOf, ...options }).status
    expect([statusOf({ minimumDifference: 30 }), statusOf({ minimumDifference: 30.1 })]).toEqual([
      'signal',
      'no_signal',
    ])
    const p = Number(detectNpsFall(waves, { asOf }).evidence?.['pValue'])
    expect([statusOf({ alpha: p }), statusOf({ alpha: p * 1.001 })]).toEqual(['no_signal', 'signal'])
  })

  it('tells a rise without calling it a signal', () => {
    const { status, findings } = detectNpsFall({ baseline: answers(50, 20, 30), current: before }, { asOf })
    expect([status, findings[0]?.code, findings[0]?.severity, findings[0]?.params]).toEqual([
      'no_signal',
      'nps.rise',
      'info',
      { direction: 'up' },
    ])
  })

  it.each([
    [{ current: { promoters: 1, passives: 2 } }, {}, 'INVALID_COUNT', 'samples.first.detractors'],
    [{ currentInvited: 99 }, {}, 'COUNT_EXCEEDS_BASE', 'waves.currentInvited'],
    [{ baselineInvited: 1.5 }, {}, 'INVALID_COUNT', 'waves.baselineInvited'],
    [{ segment: 'basic' }, {}, 'INVALID_INPUT', 'waves.segment'],
    [{}, { minimumDifference: -1 }, 'INVALID_OPTION', 'options.minimumDifference'],
    [{}, { criticalEffect: Number.NaN }, 'INVALID_OPTION', 'options.criticalEffect'],
    [{}, { level: 0.9 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (change, options, code, path) => {
    const waves = { baseline: before, current: before, ...change } as never
    expect(() => detectNpsFall(waves, { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})

describe('detectSegmentsAtRisk', () => {
  const segment = (id: string, successes: number, trials: number) => ({ id, successes, trials })
  const family = [segment('a', 90, 100), segment('b', 88, 100), segment('c', 60, 100)]
  const judge = (segments: typeof family, options: object = {}) =>
    detectSegmentsAtRisk({ metric: 'repeat-purchase-rate', better: 'up', segments }, { asOf, ...options })

  it('never finds a single segment at risk', () => {
    expect(judge([segment('a', 1, 100)]).missing).toEqual([{ what: 'segments', needed: 2, found: 1 }])
    expect(judge([segment('a', 1, 100), segment('b', 9, 9)]).excluded).toEqual({ small_segment: 1 })
    expect(judge([segment('a', 1, 100), segment('b', 10, 10)]).comparisons).toBe(2)
  })

  it('asks for one of two sizes', () => {
    const sizes = (minimumDifference: number, minimumRelativeDifference: number) =>
      judge(family, { minimumDifference, minimumRelativeDifference }).evidence?.['ids']
    expect([sizes(0.29, 1), sizes(0.3, 0.32), sizes(0.3, 0.33)]).toEqual([['c'], ['c'], []])
  })

  it('judges a segment without a rest of its kind by the difference alone', () => {
    const all = [segment('a', 0, 40), segment('b', 40, 40)]
    const { findings } = judge(all)
    expect(findings.map(({ subject, evidence }) => [subject, evidence['rate'], evidence['restRate']])).toEqual([
      ['a', 0, 1],
    ])
  })

  it('finds no difference that could have been seen when all are the same', () => {
    expect(judge([segment('a', 10, 10), segment('b', 20, 20)]).detectable).toBeNull()
  })

  it('takes the median of an even number of sizes', () => {
    const { detectable } = judge([segment('a', 8, 10), segment('b', 9, 13), segment('c', 9, 14), segment('d', 9, 12)])
    expect(detectable?.value).toBeCloseTo(0.546544, 6)
  })

  it.each([
    [{ segments: [...family, segment('a', 1, 2)] }, {}, 'CONFLICTING_RECORDS', 'data.segments[3].id'],
    [{ segments: [segment('a', 3, 2)] }, {}, 'COUNT_EXCEEDS_BASE', 'data.segments[0].successes'],
    [{ segments: [segment(7 as never, 1, 2)] }, {}, 'INVALID_INPUT', 'data.segments[0].id'],
    [{ better: 'sideways' }, {}, 'INVALID_INPUT', 'data.better'],
    [{ metric: null }, {}, 'INVALID_INPUT', 'data.metric'],
    [{}, { falseDiscoveryRate: 1 }, 'INVALID_OPTION', 'options.falseDiscoveryRate'],
    [{}, { minimumTrials: 0 }, 'INVALID_OPTION', 'options.minimumTrials'],
    [{}, { overlapping: 'yes' }, 'INVALID_OPTION', 'options.overlapping'],
    [{}, { level: 1 }, 'INVALID_OPTION', 'options.level'],
    [{}, { minimumRelativeDifference: -0.1 }, 'INVALID_OPTION', 'options.minimumRelativeDifference'],
    [{}, { alpha: 0.05 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j with %j', (change, options, code, path) => {
    const data = { metric: 'repeat-purchase-rate', better: 'up', segments: family, ...change } as never
    expect(() => detectSegmentsAtRisk(data, { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})

describe('detectAcquisitionRetentionImbalance', () => {
  const flows = (rows: (readonly [opening: number, lost: number, won: number])[]): FlowPeriod[] =>
    months(rows.length).map((period, index) => {
      const [opening, lost, won] = rows[index] ?? [0, 0, 0]
      return { ...period, opening, lost, won }
    })
  const row = (lost: number, won: number) => [400, lost, won] as const
  const before = Array.from({ length: 6 }, () => row(16, 20))
  const judge = (recent: (readonly [number, number, number])[], options: object = {}) =>
    detectAcquisitionRetentionImbalance({ periods: flows([...before, ...recent]) }, { asOf, ...options })

  it('needs both windows, then five of each', () => {
    expect(judge([row(24, 22), row(24, 22)]).missing).toEqual([{ what: 'periods', needed: 9, found: 8 }])
    const short = detectAcquisitionRetentionImbalance({ periods: flows(Array(9).fill([1, 0, 0])) }, { asOf })
    expect(short.missing?.map(({ what }) => what)).toEqual([
      'recent-lost',
      'recent-kept',
      'baseline-lost',
      'baseline-won',
    ])
    expect(judge([row(2, 20), row(2, 20), row(1, 20)]).status).toBe('no_signal')
  })

  it('looks at no period that has not ended', () => {
    const recent = [row(24, 22), row(24, 22), row(24, 22), row(1, 1)]
    expect(judge(recent, { asOf: '2023-10-15' })).toMatchObject({ status: 'signal', excluded: { incomplete: 1 } })
  })

  it('says nothing of an imbalance when acquisition is down as well', () => {
    const down = judge([row(26, 8), row(26, 8), row(26, 8)])
    expect(down.findings.map(({ code }) => code)).toEqual(['retention.base_shrinking'])
    expect(judge([row(26, 18), row(26, 18), row(26, 18)]).status).toBe('cannot_tell')
  })

  it('can tell without a new customer', () => {
    const { status, evidence } = judge([row(10, 0), row(10, 0), row(10, 0)])
    expect([status, evidence?.['replacementShare'], evidence?.['secondEffect']]).toEqual(['signal', null, 0])
  })

  it('takes any level below 1', () => {
    expect(judge([row(24, 22), row(24, 22), row(24, 22)], { alpha: 0.7 }).status).toBe('signal')
  })

  it.each([
    [{ periods: flows([[10, 11, 0]]) }, {}, 'COUNT_EXCEEDS_BASE', 'flows.periods[0].lost'],
    [{ periods: flows([[10, 1, -1]]) }, {}, 'INVALID_COUNT', 'flows.periods[0].won'],
    [{ periods: flows([row(1, 1), row(1, 1)]).reverse() }, {}, 'INVALID_PERIOD', 'flows.periods[1].start'],
    [{ segment: [] }, {}, 'INVALID_INPUT', 'flows.segment'],
    [{}, { recentPeriods: 0 }, 'INVALID_OPTION', 'options.recentPeriods'],
    [{}, { baselinePeriods: 2.5 }, 'INVALID_OPTION', 'options.baselinePeriods'],
    [{}, { volumeMargin: 1 }, 'INVALID_OPTION', 'options.volumeMargin'],
    [{}, { minimumRelativeRise: -1 }, 'INVALID_OPTION', 'options.minimumRelativeRise'],
    [{}, { criticalEffect: 0 }, 'INVALID_OPTION', 'options.criticalEffect'],
  ])('refuses %j with %j', (change, options, code, path) => {
    const data = { periods: flows(before), ...change } as never
    expect(() => detectAcquisitionRetentionImbalance(data, { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})
