import * as calendar from '../../src/calendar/index.js'
import * as charts from '../../src/charts/index.js'
import * as root from '../../src/index.js'
import * as localesEn from '../../src/locales/en/index.js'
import * as localesEs from '../../src/locales/es/index.js'
import * as metrics from '../../src/metrics/index.js'
import * as okr from '../../src/okr/index.js'
import * as records from '../../src/records/index.js'
import * as report from '../../src/report/index.js'
import * as review from '../../src/review/index.js'
import * as schemas from '../../src/schemas/index.js'
import * as signals from '../../src/signals/index.js'
import * as statistics from '../../src/statistics/index.js'

/** A function that the library exports. */
export interface ExportedFunction {
  /** Entry and name, e.g. `metrics.churnRate`. */
  name: string
  /** The function, to be called with anything. */
  call: (...values: readonly unknown[]) => unknown
}

const entries = {
  root,
  calendar,
  statistics,
  records,
  metrics,
  okr,
  signals,
  review,
  report,
  charts,
  schemas,
  localesEn,
  localesEs,
}

/** Every exported function once, under the first entry that has it. Classes are no functions to call. */
export function exportedFunctions(): ExportedFunction[] {
  const seen = new Set<unknown>()
  return Object.entries(entries).flatMap(([entry, members]) =>
    Object.entries(members).flatMap(([name, member]): ExportedFunction[] => {
      const isClass = typeof member === 'function' && /^class\b/u.test(Function.prototype.toString.call(member))
      if (typeof member !== 'function' || isClass || seen.has(member)) return []
      seen.add(member)
      return [{ name: `${entry}.${name}`, call: member as ExportedFunction['call'] }]
    }),
  )
}
