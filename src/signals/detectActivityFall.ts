import { assertKnownOptions } from '../internal/guards.js'
import { createSilenceTest } from './createSilenceTest.js'
import {
  type CustomerTest,
  customerResult,
  portfolioEvidence,
  testedCustomers,
  testFinding,
} from './customerVerdict.js'
import type { CustomerDetectorOptions, CustomerEvent, SignalResult } from './model.js'
import { customerOptionNames, readCustomerSettings } from './readCustomerSettings.js'
import { readEventDays } from './readEventDays.js'
import { slowdownOf } from './slowdownOf.js'

/** Finds customers whose activity has stopped or slowed down; linear in the events. */
export function detectActivityFall(
  names: { detector: string; code: string },
  events: Iterable<CustomerEvent>,
  options: CustomerDetectorOptions,
): SignalResult {
  assertKnownOptions(options, customerOptionNames)
  const settings = readCustomerSettings(options)
  const { days, excluded } = readEventDays(events, 'events', settings)
  const silence = createSilenceTest(days, settings)
  let tested = 0
  let slowdowns = 0
  const findings = [...days].flatMap(([customerId, own]) => {
    const silent = silence.judge(own)
    const slower = slowdownOf(own, settings)
    if (slower !== null) slowdowns += 1
    const test = decide(silent, slower)
    if (test === null) return []
    tested += 1
    return testFinding(names.code, customerId, test, 'down', settings)
  })
  const { cautions, untested } = silence.limits()
  return customerResult(
    {
      detector: names.detector,
      findings,
      missing: testedCustomers(tested),
      evidence: { ...portfolioEvidence(tested, settings), ...silence.pooled() },
      comparisons: tested,
      cautions: slowdowns > 0 ? [...cautions, 'weak_test'] : cautions,
      excluded: untested > 0 ? { ...excluded, no_prior: untested } : excluded,
    },
    settings,
  )
}

/** The smaller p decides, doubled when there are two: one finding a customer. */
function decide(silent: CustomerTest | null, slower: CustomerTest | null): CustomerTest | null {
  const tests = silent !== null && slower !== null ? 2 : 1
  const slows = slower !== null && (silent === null || slower.p < silent.p)
  const test = slows ? slower : silent
  if (test === null) return null
  return {
    ...test,
    p: Math.min(1, tests * test.p),
    evidence: { ...test.evidence, pattern: slows ? 'slowdown' : 'silence', tests },
  }
}
