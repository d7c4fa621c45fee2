import { fail } from '../internal/fail.js'
import { assertCount, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { ProspectCounts } from '../metrics/sales/model.js'
import type { Tally } from '../tally/model.js'
import { periodsOfTally } from './periodsOfTally.js'

/** Prospects of one cohort, all of the age at which they are judged. */
export interface SilenceCohort {
  /** Name of the cohort, e.g. `2025-04`. */
  readonly cohort: string
  /** Prospects that do not answer. */
  readonly silent: number
  /** Prospects open and tried by a person. */
  readonly assessed: number
}

/** The cohorts to judge, in order. */
export interface ReadCohorts {
  cohorts: SilenceCohort[]
  /** First day of each; undefined when they have only names. */
  starts: (Day | undefined)[]
  incomplete: number
}

/** Reads a list of cohorts, or those of a tally that are over and of age. */
export function silenceCohorts(source: readonly SilenceCohort[] | Tally<ProspectCounts>, asOf: Day): ReadCohorts {
  if (Array.isArray(source)) {
    const cohorts = source as readonly SilenceCohort[]
    cohorts.forEach((cohort, index) => {
      assertCohort(cohort, `cohorts[${index}]`)
    })
    const names = cohorts.map(({ cohort }) => cohort)
    const repeated = names.findIndex((name, index) => names.indexOf(name) < index)
    if (repeated >= 0) fail('INVALID_PERIOD', `cohorts[${repeated}].cohort`, 'must be given once', 'a cohort twice')
    return { cohorts: [...cohorts], starts: cohorts.map(() => undefined), incomplete: 0 }
  }
  const tally = source as Tally<ProspectCounts>
  const { periods, incomplete } = periodsOfTally(tally, { kind: 'prospects', asOf, path: 'cohorts' })
  const summed = periods.map(({ start, cells }) => {
    const sum = (name: keyof ProspectCounts): number => cells.reduce((total, { counts }) => total + counts[name], 0)
    return { cohort: start, silent: sum('silent'), assessed: sum('assessed'), pending: sum('pending') }
  })
  const aged = summed.filter(({ pending }) => pending === 0)
  return {
    cohorts: aged.map(({ cohort, silent, assessed }) => ({ cohort, silent, assessed })),
    starts: aged.map(({ cohort }) => cohort),
    incomplete: incomplete + summed.length - aged.length,
  }
}

function assertCohort(cohort: unknown, path: string): void {
  assertPlain(cohort, path)
  const { cohort: name, silent, assessed } = cohort
  if (typeof name !== 'string') fail('INVALID_INPUT', `${path}.cohort`, 'must be text', name)
  assertCount(silent, `${path}.silent`)
  assertCount(assessed, `${path}.assessed`)
  if (silent > assessed) fail('COUNT_EXCEEDS_BASE', `${path}.silent`, 'must not exceed assessed', silent)
}
