import { assertKnownOptions } from '../internal/guards.js'
import { createSilenceTest } from './createSilenceTest.js'
import {
  type CustomerTest,
  customerResult,
  portfolioEvidence,
  testedCustomers,
  testFinding,
  unremarkable,
} from './customerVerdict.js'
import type { CustomerDetectorOptions, CustomerEvent, SignalResult } from './model.js'
import { rankFindings } from './rankFindings.js'
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
  const eventDays = readEventDays(events, 'events', settings)
  const { customers, starts, excluded } = eventDays
  const silence = createSilenceTest(eventDays, settings)
  let tested = 0
  let slowdowns = 0
  const findings = rankFindings(settings)
  for (let customer = 0; customer < customers.length; customer += 1) {
    if (starts[customer] === starts[customer + 1]) continue
    const silent = silence.judge(customer)
    const slower = slowdownOf(eventDays, customer, settings)
    if (slower !== null) slowdowns += 1
    const test = decide(silent, slower)
    if (test === null) continue
    tested += 1
    const found = testFinding(names.code, customers[customer] as string, test, 'down', settings)
    if (found !== null) findings.add(found)
  }
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
  const slows = slower !== null && (silent === null || slower.p < silent.p)
  const test = slows ? slower : silent
  if (test === null || test === unremarkable) return test
  const tests = silent !== null && slower !== null ? 2 : 1
  return {
    p: Math.min(1, tests * test.p),
    describe: () => {
      const { evidence, ...details } = test.describe()
      return { ...details, evidence: { ...evidence, pattern: slows ? 'slowdown' : 'silence', tests } }
    },
  }
}
