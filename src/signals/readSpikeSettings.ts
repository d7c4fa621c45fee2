import { assertArray, assertDay, assertInteger } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { assertSize } from './assertSize.js'
import type { DetectorOptions } from './model.js'
import { readLevels } from './readLevels.js'
import type { SpikeSettings } from './spikeModel.js'

/** Options of a search for spikes. */
export interface SpikeOptions extends Omit<DetectorOptions, 'asOf'> {
  readonly baselinePeriods?: number | undefined
  readonly minimumCount?: number | undefined
  readonly exclude?: readonly Day[] | undefined
  readonly criticalEffect?: number | undefined
}

/** Names of the options of a search for spikes. */
export const spikeOptionNames: readonly string[] = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'baselinePeriods',
  'minimumCount',
  'exclude',
  'criticalEffect',
]

const countable = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }

/** Reads the options of a search for spikes; `definition` is what a result states of them. */
export function readSpikeSettings(
  options: SpikeOptions,
  kind: 'rate' | 'value',
  looks: number,
): { settings: SpikeSettings; definition: { [name: string]: number | string[] } } {
  const { looksPerYear, falseAlarmsPerYear, lookLevel } = readLevels(options, looks)
  const { baselinePeriods = 12, minimumCount = 3, exclude = [] } = options
  const { criticalEffect = kind === 'rate' ? 1.5 : 2 } = options
  assertInteger(baselinePeriods, countable, 'options.baselinePeriods')
  assertInteger(minimumCount, countable, 'options.minimumCount')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertArray(exclude, 'options.exclude')
  exclude.forEach((day, index) => {
    assertDay(day, `options.exclude[${index}]`)
  })
  const settings = { lookLevel, baselinePeriods, minimumCount, exclude: [...exclude], criticalEffect }
  return { settings, definition: { looksPerYear, falseAlarmsPerYear, ...settings } }
}
