import type { Measurement } from '../../measurement.js'
import type { OpenedSource } from './openSource.js'

/** What is said of a measurement besides the figure. */
export interface Description {
  /** Options of the measure that decide what counts. */
  definition?: object
  caveats?: readonly string[]
  /** Whether a period that is not over is null: false where units can be pending. */
  needsEnd: boolean
}

/** A figure with the exclusions, the definition and the caveats of its source; null when its period is not over. */
export function describeMeasurement<M extends Measurement>(
  measurement: M,
  opened: Pick<OpenedSource<unknown, object>, 'period' | 'definition' | 'exclusions'>,
  { definition, caveats = [], needsEnd }: Description,
): M {
  const { period } = opened
  const excluded = opened.exclusions.result()
  const { caveats: own = [], ...rest } = measurement.definition
  const partial = needsEnd ? (period?.caveats ?? []) : []
  const described = {
    ...measurement,
    ...(excluded === undefined ? {} : { excluded }),
    definition: {
      ...opened.definition,
      ...rest,
      ...(JSON.parse(JSON.stringify(definition ?? {})) as object),
      caveats: [...new Set([...own, ...caveats, ...partial])].sort(),
    },
  }
  if (!needsEnd || period === undefined || period.isMature) return described
  const { interval: _interval, ...known } = described
  return { ...known, value: null, reason: 'not_mature' } as M
}
