import { positiveZero } from '../internal/positiveZero.js'
import { normalQuantile } from '../statistics/normalQuantile.js'
import { normalTail } from '../statistics/normalTail.js'
import { studentTQuantile } from '../statistics/studentTQuantile.js'
import { detectableOf } from './declineResult.js'
import { orientedScore } from './orientedScore.js'
import { reaches } from './reaches.js'
import type { ReadPeriod } from './readSeries.js'
import type { SpikeSettings, SpikeTest } from './spikeModel.js'

const level = 0.95

/** Judges a value against those of the baseline; null when the baseline has no spread. */
export function judgeValueSpike(
  judged: ReadPeriod,
  baseline: readonly ReadPeriod[],
  settings: SpikeSettings,
  upIsGood: boolean,
): SpikeTest | null {
  const score = orientedScore(judged, baseline, upIsGood)
  if (score === null) return null
  const { center, sd, oriented } = score
  const m = baseline.length
  const error = sd * Math.sqrt(1 + 1 / m)
  const effect = positiveZero((judged.value as number) - center)
  const width = studentTQuantile((1 + level) / 2, m - 1) * error
  const pValue = normalTail(oriented)
  const nearest = upIsGood ? -(effect + width) : effect - width
  const quantiles = studentTQuantile(1 - settings.lookLevel, m - 1) + normalQuantile(0.8)
  return {
    fired: pValue < settings.lookLevel,
    confirmed: reaches(nearest, settings.criticalEffect * sd),
    evidence: {
      effect,
      lower: positiveZero(effect - width),
      upper: positiveZero(effect + width),
      level,
      effectUnit: 'metric',
      from: center,
      to: judged.value,
      score: oriented,
      pValue,
      decidedBy: 'prediction-limit',
    },
    detectable: detectableOf(quantiles * error, 'metric'),
    widened: false,
    overdispersed: false,
  }
}
