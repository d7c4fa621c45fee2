import type { Finding } from '../finding.js'
import type { Day } from '../measurement.js'
import type { Detectable, UnmetMinimum } from './model.js'

/** Options of a search for spikes with every default filled in. */
export interface SpikeSettings {
  /** Level of the test. */
  lookLevel: number
  /** Periods of the baseline at most. */
  baselinePeriods: number
  /** Fewest events of a spike. */
  minimumCount: number
  /** Starts of known spikes. */
  exclude: readonly Day[]
  /** Ratio, or baseline standard deviations, that makes a shown spike critical. */
  criticalEffect: number
}

/** The last complete period against those before it. */
export interface SpikeVerdict {
  /** Whether it is a spike. */
  fired: boolean
  /** Whether the whole interval is beyond the critical effect. */
  confirmed: boolean
  /** First day of the period, or of the step that it belongs to. */
  since: Day
  /** Starts of the observed periods from then on. */
  periods: Day[]
  /** What was measured. */
  evidence: Finding['evidence']
  /** Name of the test. */
  method: string
  /** Where the figure went. */
  direction: 'up' | 'down'
  /** The smallest change that would have been found. */
  detectable: Detectable | null
  /** What limits the verdict, sorted. */
  cautions: string[]
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** Too few data for a verdict. */
export interface UndecidedSpike {
  /** Every unmet minimum. */
  missing: UnmetMinimum[]
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** What the test of the judged period found. */
export interface SpikeTest {
  /** Whether it is a spike. */
  fired: boolean
  /** Whether the whole interval is beyond the critical effect. */
  confirmed: boolean
  /** What was measured. */
  evidence: Finding['evidence']
  /** The smallest change that would have been found. */
  detectable: Detectable | null
  /** Whether the interval was widened for counts that vary more than chance. */
  widened: boolean
  /** Whether they vary much more. */
  overdispersed: boolean
}
