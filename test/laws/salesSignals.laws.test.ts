import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CloseRatePeriod,
  detectCloseRateFall,
  detectPromiseGap,
  detectRepeatedObjections,
  detectSilenceRise,
  detectSlowResponse,
} from '../../src/index.js'

const settings = { seed: 20250501, numRuns: 60 }
const asOf = '2025-06-01'
const shares = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ successes: a, trials: a + b }))
const rows = fc.array(shares, { minLength: 3, maxLength: 6 })

function periodsOf(list: readonly { successes: number; trials: number }[], volume: number): CloseRatePeriod[] {
  return list.map(({ successes, trials }, index) => ({
    period: `p${index}`,
    won: successes,
    lost: trials - successes,
    volume,
  }))
}

describe('signals of sales', () => {
  it('are quiet on a constant series', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (won, lost) => {
        const constant = Array.from({ length: 5 }, () => ({ successes: won, trials: won + lost }))
        const state = detectCloseRateFall(periodsOf(constant, 50), { asOf }).state
        expect(['quiet', 'insufficient_data']).toContain(state)
        const cohorts = constant.map(({ successes, trials }, index) => ({
          cohort: `c${index}`,
          silent: successes,
          assessed: trials,
        }))
        expect(['quiet', 'insufficient_data']).toContain(detectSilenceRise(cohorts, { asOf }).state)
      }),
      settings,
    )
  })

  it('say why, survive JSON and leave their input alone', () => {
    fc.assert(
      fc.property(rows, fc.nat(200), (list, volume) => {
        const given = Object.freeze(periodsOf(list, volume).map((period) => Object.freeze(period)))
        const signal = detectCloseRateFall(given, { asOf })
        expect(JSON.parse(JSON.stringify(signal))).toEqual(signal)
        expect(signal.missing !== undefined).toBe(signal.status === 'not_enough_data')
        expect(signal.detectable !== undefined).toBe(signal.status === 'no_signal')
        expect(signal.findings.length > 0).toBe(
          !['quiet', 'insufficient_data', 'cannot_tell'].includes(String(signal.state)),
        )
      }),
      settings,
    )
  })

  it('keep firing when the fall is larger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (now, fewer) => {
        const series = (won: number) =>
          periodsOf(
            [60, 60, 60, won].map((count) => ({ successes: count, trials: 120 })),
            300,
          )
        if (detectCloseRateFall(series(now), { asOf }).state !== 'fires') return
        expect(detectCloseRateFall(series(Math.max(0, now - fewer)), { asOf }).state).toBe('fires')
      }),
      settings,
    )
  })

  it('keep their rates when all counts are scaled', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 5 }), (list, factor) => {
        const cohorts = (times: number) =>
          list.map(({ successes, trials }, index) => ({
            cohort: `c${index}`,
            silent: successes * times,
            assessed: trials * times,
          }))
        const [one, many] = [detectSilenceRise(cohorts(1), { asOf }), detectSilenceRise(cohorts(factor), { asOf })]
        if (one.evidence?.['rate'] === undefined) return
        expect(many.evidence?.['rate']).toBeCloseTo(Number(one.evidence['rate']), 12)
        expect(many.evidence?.['difference']).toBeCloseTo(Number(one.evidence['difference']), 12)
      }),
      settings,
    )
  })

  it('do not depend on the order of themes and groups', () => {
    const themes = fc.uniqueArray(
      fc.record({ theme: fc.constantFrom('a', 'b', 'c', 'd'), mentions: fc.integer({ min: 5, max: 60 }) }),
      { selector: ({ theme }) => theme },
    )
    fc.assert(
      fc.property(themes, themes, (now, before) => {
        const profile = (list: typeof now) => ({
          prospects: 80,
          themes: list.map((theme) => ({ ...theme, prospects: theme.mentions })),
        })
        const detect = (a: typeof now, b: typeof now) =>
          detectRepeatedObjections({ current: profile(a), baseline: profile(b) }, { asOf })
        expect(detect([...now].reverse(), [...before].reverse())).toEqual(detect(now, before))
        const groups = now.map(({ theme, mentions }) => [theme, { met: mentions, breached: 20 }] as const)
        const judge = (list: typeof groups) =>
          detectSlowResponse({ met: 50, breached: 20, groups: Object.fromEntries(list) }, { asOf, target: 0.8 })
        expect(judge([...groups].reverse())).toEqual(judge(groups))
      }),
      settings,
    )
  })

  it('watch or fire exactly where the point lies beyond the limit', () => {
    fc.assert(
      fc.property(shares, ({ successes, trials }) => {
        const { state } = detectPromiseGap({ comparable: trials, conflicting: successes }, { asOf })
        if (trials < 20) expect(state).toBe('insufficient_data')
        else expect(state === 'watch' || state === 'fires').toBe(successes / trials >= 0.05)
      }),
      settings,
    )
  })
})
