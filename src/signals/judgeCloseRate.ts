import type { Finding } from '../finding.js'
import { detectableDifference } from '../statistics/detectableDifference.js'
import type { Proportion } from '../statistics/model.js'
import type { CloseRatePeriod } from './closeRatePeriods.js'
import { compareShares } from './compareShares.js'
import { detectableOf } from './declineResult.js'
import { judgeVolume } from './judgeVolume.js'
import type { Detectable, SignalState } from './model.js'
import { reaches } from './reaches.js'
import type { CloseRateSettings } from './readCloseRateSettings.js'
import { standardisedDrop } from './standardisedDrop.js'

/** The periods that are compared, and the deals won among those closed in them. */
export interface CloseRateWindows {
  recent: readonly CloseRatePeriod[]
  baseline: readonly CloseRatePeriod[]
  now: Proportion
  before: Proportion
}

/** What the close rate of the recent periods means beside that of the baseline. */
export interface CloseRateVerdict {
  /** `insufficient_data` when the rate fell and no volume of the baseline is known. */
  state: SignalState
  /** Whether the whole interval of the fall lies beyond the critical effect. */
  confirmed: boolean
  evidence: Finding['evidence']
  detectable: Detectable | null
}

/** Judges whether the close rate fell, and whether volume or mix explains the fall. */
export function judgeCloseRate(
  { recent, baseline, now, before }: CloseRateWindows,
  settings: CloseRateSettings,
): CloseRateVerdict {
  const { alpha } = settings
  const { difference: drop, ...compared } = compareShares(now, before, 'down')
  const volumes = { recent: recent.map(({ volume }) => volume), baseline: baseline.map(({ volume }) => volume) }
  const { state: volumeState, ...volume } = judgeVolume(volumes, settings)
  const standardised = standardisedDrop(recent, baseline)
  const relativeDrop = compared.baselineRate === 0 ? null : drop / compared.baselineRate
  const falls =
    reaches(drop, settings.minimumDrop) &&
    relativeDrop !== null &&
    reaches(relativeDrop, settings.minimumRelativeDrop) &&
    compared.midP < alpha
  const isMix = standardised !== undefined && !reaches(standardised, drop / 2)
  const fallen = isMix && volumeState !== 'insufficient_data' ? 'mix_shift' : volumeState
  const confirmed = reaches(compared.lower, settings.criticalEffect)
  const design = { baseline: compared.baselineRate, baselineTrials: before.trials, currentTrials: now.trials }
  return {
    state: falls ? fallen : 'quiet',
    confirmed,
    evidence: {
      ...compared,
      drop,
      relativeDrop,
      decidedBy: 'mid-p',
      threshold: alpha,
      confirmed,
      ...volume,
      sampleSize: now.trials,
      baselineSampleSize: before.trials,
      ...(standardised === undefined ? {} : { standardisedDrop: standardised }),
    },
    detectable: detectableOf(detectableDifference(design, { alpha }), 'ratio'),
  }
}
