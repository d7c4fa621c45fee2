import type { Finding } from '../finding.js'
import { canonicalJson } from '../internal/canonicalJson.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { findFigure, segmentKey } from './findFigure.js'
import type { GivenMeasurement } from './models/input.js'

/** Figures made elsewhere that the records contradict, by metric, then by segment. */
export function contradictorySources(
  given: readonly GivenMeasurement[],
  computed: readonly GivenMeasurement[],
): Finding[] {
  return given
    .flatMap((figure): Finding[] => {
      const own = findFigure(computed, figure)
      if (own === undefined || !isOfOneThing(figure, own) || agrees(figure.value, own.value)) return []
      const { metric, segment, unit } = figure
      return [
        {
          code: 'data.contradictory_sources',
          severity: 'info',
          subject: metric,
          ...(segment === undefined ? {} : { segment: { ...segment } }),
          evidence: { given: figure.value, records: own.value },
          method: 'rule',
          params: { unit },
        },
      ]
    })
    .sort((a, b) => compareCodeUnits(keyOf(a), keyOf(b)))
}

function keyOf({ subject, segment }: Finding): string {
  return JSON.stringify([subject, segmentKey(segment)])
}

/** Members of a definition that say when and how finely, not what. */
const aside = ['asOf', 'timeZone', 'caveats', 'segmentBy', 'level', 'interval']

/** Whether two figures answer one question: what both definitions name is equal, period and unit among it. */
function isOfOneThing(first: GivenMeasurement, second: GivenMeasurement): boolean {
  if (first.unit !== second.unit) return false
  const other = second.definition
  return Object.entries(first.definition).every(([name, value]) => {
    if (aside.includes(name) || !Object.hasOwn(other, name)) return true
    return canonicalJson(value) === canonicalJson(other[name])
  })
}

/** A rounded figure agrees with what rounds to it; one that is not known contradicts nothing. */
function agrees(given: number | null, own: number | null): boolean {
  if (given === null || own === null) return true
  const [, decimals = ''] = String(given).split('.')
  const half = String(given).includes('e') ? 0 : 0.5 * 10 ** -decimals.length
  return Math.abs(given - own) <= half * (1 + 1e-9) + 1e-12 * Math.abs(own)
}
