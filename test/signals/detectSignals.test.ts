import { describe, expect, it } from 'vitest'
import { detectSignals, type SignalData } from '../../src/signals/index.js'
import { broken, complaints, everyDays, values } from './examples.js'

const asOf = '2025-06-01'
const waves = {
  baseline: { promoters: 70, passives: 20, detractors: 10 },
  current: { promoters: 50, passives: 30, detractors: 20 },
}
const quietWaves = { baseline: waves.baseline, current: waves.baseline }
const deals = (...won: number[]) =>
  won.map((count, index) => ({ period: `p${index}`, won: count, lost: 200 - count, volume: 200 }))

describe('detectSignals', () => {
  it('runs every detector whose data are there', () => {
    const data: SignalData = {
      series: [complaints(5, 5, 5, 5, 5, 5, 5), values(1, 2, 3, 4, 5, 6, 7, 8)],
      nps: [waves, quietWaves],
      segments: { metric: 'churn-rate', better: 'down', segments: [] },
      flows: { periods: [] },
      pairs: [],
      closeRates: deals(90, 90, 90, 90),
      silence: [],
      objections: { current: { prospects: 0, themes: [] } },
      promises: { comparable: 30, conflicting: 1 },
      responses: { met: 90, breached: 10 },
      ownership: { openLeads: [], handed: 40, reassigned: 1 },
      purchases: [],
      interactions: [],
      complaints: [],
      recommendations: { recommendations: [], answers: [] },
      competitors: { mentions: [] },
    }
    const options = {
      asOf,
      customers: [],
      detectors: { detectSlowResponse: { target: 0.8 }, detectOwnershipGap: { calendar: null } },
    }
    const detectors = detectSignals(data, options).map(({ detector }) => detector)
    expect(new Set(detectors).size).toBe(17)
    expect(detectors.filter((detector) => detector === 'detectNpsFall').length).toBe(2)
    expect(detectors.filter((detector) => detector === 'detectDissatisfactionSpike').length).toBe(1)
  })

  it('hands a detector its own options over the shared ones', () => {
    const [result] = detectSignals(
      { nps: waves },
      {
        asOf,
        looksPerYear: 52,
        detectors: { detectNpsFall: { looksPerYear: 4, asOf: '2025-05-01', alpha: undefined } },
      },
    )
    expect([result?.definition['looksPerYear'], result?.asOf]).toEqual([4, '2025-05-01'])
    const [weekly] = detectSignals({ nps: waves }, { asOf, looksPerYear: 52 })
    expect(weekly?.definition['looksPerYear']).toBe(52)
  })

  it('enters the test of a close rate with its mid-p, found or not', () => {
    const [fall] = detectSignals({ closeRates: deals(90, 90, 90, 50) }, { asOf })
    expect(fall?.evidence?.['familyPValue']).toBe(fall?.evidence?.['midP'])
    const results = detectSignals({ closeRates: deals(90, 90, 90, 88), nps: quietWaves }, { asOf })
    expect(results.map(({ comparisons }) => comparisons)).toEqual([2, 2])
  })

  it('keeps facts and customers out of the family', () => {
    const data: SignalData = {
      promises: { comparable: 100, conflicting: 60 },
      purchases: everyDays('a', 20, 9, 300),
      nps: quietWaves,
    }
    const results = detectSignals(data, { asOf })
    expect(results.map(({ detector, comparisons }) => [detector, comparisons])).toEqual([
      ['detectPromiseGap', 1],
      ['detectPurchaseFrequencyFall', 1],
      ['detectNpsFall', 1],
    ])
    expect(results.filter(({ evidence }) => evidence?.['familyPValue'] !== undefined).length).toBe(1)
  })

  it('turns what does not survive into an info, in order again', () => {
    const quiet = Array.from({ length: 30 }, () => quietWaves)
    const results = detectSignals({ nps: [waves, ...quiet] }, { asOf, falseDiscoveryRate: 0.05 })
    const found = results.find(({ findings }) => findings.length > 0)
    expect([found?.status, found?.cautions, found?.detectable, found?.findings[0]?.severity]).toEqual([
      'no_signal',
      ['false_discovery'],
      null,
      'info',
    ])
    expect(results.every(({ comparisons }) => comparisons === 31)).toBe(true)
  })

  it('puts the value at stake first among results of one severity', () => {
    const data: SignalData = {
      purchases: everyDays('small', 20, 9, 300),
      interactions: everyDays('large', 20, 9, 300),
    }
    const detectorsBy = (values: Record<string, number>) =>
      detectSignals(data, { asOf, values }).map(({ detector }) => detector)
    expect([detectorsBy({ large: 9 }), detectorsBy({ small: 9 })]).toEqual([
      ['detectInteractionFall', 'detectPurchaseFrequencyFall'],
      ['detectPurchaseFrequencyFall', 'detectInteractionFall'],
    ])
  })

  it.each([
    [{}, { asOf: undefined }, 'INVALID_OPTION', 'options.asOf'],
    [{}, { customer: [] }, 'INVALID_OPTION', 'options'],
    [{}, { detectors: { detectMagic: false } }, 'INVALID_OPTION', 'options.detectors'],
    [{}, { falseDiscoveryRate: 0 }, 'INVALID_OPTION', 'options.falseDiscoveryRate'],
    [{}, { looksPerYear: 0.5 }, 'INVALID_OPTION', 'options.looksPerYear'],
    [{}, { timeZone: 'Mars/Olympus' }, 'INVALID_TIME_ZONE', 'options.timeZone'],
    [{ series: [null] }, {}, 'INVALID_INPUT', 'data.series[0]'],
    [{ nps: waves }, { detectors: { detectNpsFall: { minimumdifference: 4 } } }, 'INVALID_OPTION', 'options'],
    [{ responses: { met: 1, breached: 1 } }, {}, 'INVALID_OPTION', 'options.target'],
    [{ ownership: { openLeads: [], handed: 0, reassigned: 0 } }, {}, 'INVALID_OPTION', 'options.calendar'],
    [{ complaints: [] }, {}, 'INVALID_OPTION', 'options.customers'],
    [null, {}, 'INVALID_INPUT', 'data'],
  ])('refuses %j with %j', (data, options, code, path) => {
    expect(() => detectSignals(data as never, { asOf, ...options } as never)).toThrow(broken(code, path))
  })
})
