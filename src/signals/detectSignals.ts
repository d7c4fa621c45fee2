import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { controlDiscoveries } from './controlDiscoveries.js'
import type { DetectorChoices, DetectorOptionsByName } from './detectorOptions.js'
import { detectorRuns, type SharedOptions } from './detectorRuns.js'
import type { CustomerPresence, SignalResult } from './model.js'
import { readCustomerSettings } from './readCustomerSettings.js'
import { readLevels } from './readLevels.js'
import type { SignalData } from './signalData.js'

/** Options of {@link detectSignals}. */
export interface DetectSignalsOptions {
  /** Day of the verdicts. */
  readonly asOf: Day
  /** Zone whose days count in the detectors of customers; default UTC. */
  readonly timeZone?: string | undefined
  /** Looks a year, from 1; default from the periods of each series, else 12. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year and series, in (0, 1); default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Accepted share of false findings in the whole set, in (0, 1); default 0.10. */
  readonly falseDiscoveryRate?: number | undefined
  /** What each customer is worth, for the order of findings and results. */
  readonly values?: { readonly [customerId: string]: number } | undefined
  /** Who is a customer; default everybody seen. */
  readonly customers?: readonly CustomerPresence[] | undefined
  /** Options of single detectors, over these and over the defaults; false switches one off. */
  readonly detectors?: DetectorChoices | undefined
}

/**
 * Runs every detector whose data are there and controls the false discoveries of the whole set.
 *
 * Every finding with a p-value enters one family, and every test that found nothing with its own; adjusted by
 * Benjamini-Hochberg. A finding above `falseDiscoveryRate` becomes an `info` with the caution `false_discovery` on its
 * result. Monitored series and the detectors of customers carry their own control and stay outside. Results are ordered
 * by the severity of their first finding, then by the value at stake of the customers they name.
 *
 * @param data - what there is to look at
 * @param options - day of the verdicts, accepted false alarms, who is a customer, options of single detectors
 * @returns one result for each thing looked at, critical ones first; none without data
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown detector or option, INVALID_DAY, INVALID_INPUT, and what the
 * detectors throw
 * @example
 * ```ts
 * import { detectSignals } from 'retention-okr/signals'
 *
 * const satisfied = { promoters: 75, passives: 18, detractors: 7 }
 * const pair = {
 *   first: { metric: 'net-promoter-score', better: 'up', threshold: 50, answers: satisfied },
 *   second: { metric: 'churn-rate', better: 'down', threshold: 0.05, successes: 19, trials: 200 },
 * } as const
 * const [result] = detectSignals({ pairs: [pair] }, { asOf: '2026-04-01' })
 * result?.status // => 'signal'
 * result?.findings[0]?.evidence['familyPValue'] // ≈ 0.0039591
 * ```
 * @see Benjamini and Hochberg 1995, Controlling the false discovery rate
 * @since 0.1.0
 */
export function detectSignals(data: SignalData, options: DetectSignalsOptions): SignalResult[] {
  assertPlain(data, 'data')
  assertKnownOptions(options, optionNames)
  const { asOf, timeZone, looksPerYear, falseAlarmsPerYear, falseDiscoveryRate = 0.1, values, customers } = options
  const { detectors = {} } = options
  assertAsOf(asOf)
  assertOpenShare(falseDiscoveryRate, 'options.falseDiscoveryRate')
  readLevels({ looksPerYear, falseAlarmsPerYear })
  const { worthOf } = readCustomerSettings({ asOf, timeZone, values, customers })
  assertKnownOptions(detectors, detectorNames, 'options.detectors')
  const shared: SharedOptions = {
    day: { asOf },
    alarms: stated({ falseAlarmsPerYear }),
    cadence: stated({ looksPerYear, falseAlarmsPerYear }),
    people: stated({ timeZone, values, customers }),
  }
  const results = detectorNames.flatMap((name) => {
    const own = detectors[name]
    return own === false ? [] : detectorRuns[name](data, shared, stated(own ?? {}))
  })
  return inOrder(controlDiscoveries(results, falseDiscoveryRate), worthOf)
}

const optionNames = [
  'asOf',
  'timeZone',
  'looksPerYear',
  'falseAlarmsPerYear',
  'falseDiscoveryRate',
  'values',
  'customers',
  'detectors',
]

/** Only what is stated: an undefined member must not hide a default or a shared option. */
function stated<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  assertKnownOptions(options, Object.keys(options))
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never
}

const detectorNames = Object.keys(detectorRuns) as (keyof DetectorOptionsByName)[]

/** The order of one result: severity of its first finding, value at stake, detector, subject. */
interface Place {
  result: SignalResult
  severity: number
  atStake: number
  detector: number
}

function inOrder(results: readonly SignalResult[], worthOf: (customerId: string) => number | null): SignalResult[] {
  const places = results.map((result): Place => {
    const alarms = result.findings.filter(({ severity }) => severity !== 'info')
    return {
      result,
      severity: alarms.some(({ severity }) => severity === 'critical') ? 0 : alarms.length > 0 ? 1 : 2,
      atStake: valueOfCustomers(alarms, worthOf),
      detector: detectorNames.indexOf(result.detector as keyof DetectorOptionsByName),
    }
  })
  return places
    .sort(
      (a, b) =>
        a.severity - b.severity ||
        b.atStake - a.atStake ||
        a.detector - b.detector ||
        compareCodeUnits(a.result.subject, b.result.subject) ||
        compareCodeUnits(a.result.by ?? '', b.result.by ?? ''),
    )
    .map(({ result }) => result)
}

/** What the customers of findings are worth together, each counted once. */
function valueOfCustomers(alarms: readonly Finding[], worthOf: (customerId: string) => number | null): number {
  const customers = alarms.filter(({ code }) => code.startsWith('customer.')).map(({ subject }) => subject)
  return [...new Set(customers)].reduce((sum, customerId) => sum + (worthOf(customerId) ?? 0), 0)
}
