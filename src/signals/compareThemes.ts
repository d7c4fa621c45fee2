import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import { compareShares, type SharesCompared } from './compareShares.js'
import type { ObjectionThemes } from './objectionModel.js'
import { reaches } from './reaches.js'

/** From when on a theme rises. */
export interface ThemeSettings {
  /** Level of one look. */
  alpha: number
  /** Smallest rise, in shares. */
  minimumDifference: number
  /** Or how many times the share must have become. */
  minimumRatio: number
  /** Rise that makes a shown one critical, in shares. */
  criticalEffect: number
}

/** Prospects in both profiles together from which on a theme is compared. */
const minimumTogether = 10

/** Prospects now that a rising theme needs. */
const minimumNow = 5

/** A theme now and before. */
export interface ThemeCompared {
  /** The theme. */
  theme: string
  /** What was measured. */
  evidence: SharesCompared & {
    adjustedPValue: number
    decidedBy: string
    threshold: number
    confirmed: boolean
    sampleSize: number
    baselineSampleSize: number
  }
  /** Whether it rises. */
  rises: boolean
}

/** Compares every theme that is frequent enough in both profiles together, so that the choice favours no direction. */
export function compareThemes(
  current: ObjectionThemes,
  baseline: ObjectionThemes,
  settings: ThemeSettings,
): ThemeCompared[] {
  const [now, before] = [prospectsByTheme(current), prospectsByTheme(baseline)]
  const family = [...new Set([...now.keys(), ...before.keys()])]
    .sort(compareCodeUnits)
    .map((theme) => ({ theme, own: now.get(theme) ?? 0, old: before.get(theme) ?? 0 }))
    .filter(({ own, old }) => own + old >= minimumTogether)
  const compared = family.map(({ own, old }) =>
    compareShares({ successes: own, trials: current.prospects }, { successes: old, trials: baseline.prospects }, 'up'),
  )
  const { adjusted } = adjustPValues(compared.map(({ midP }) => midP))
  return compared.map((shares, index) => {
    const { theme = '', own = 0 } = family[index] ?? {}
    const adjustedPValue = adjusted[index] ?? 1
    const isLarge =
      reaches(shares.difference, settings.minimumDifference) ||
      reaches(shares.rate, settings.minimumRatio * shares.baselineRate)
    return {
      theme,
      evidence: {
        ...shares,
        adjustedPValue,
        decidedBy: 'mid-p',
        threshold: settings.alpha,
        confirmed: reaches(shares.lower, settings.criticalEffect),
        sampleSize: current.prospects,
        baselineSampleSize: baseline.prospects,
      },
      rises: own >= minimumNow && isLarge && reaches(settings.alpha, adjustedPValue),
    }
  })
}

function prospectsByTheme({ themes }: ObjectionThemes): Map<string, number> {
  return new Map(themes.map(({ theme, prospects }) => [theme, prospects]))
}
