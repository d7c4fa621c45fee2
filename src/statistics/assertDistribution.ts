import { fail } from '../internal/fail.js'
import { assertCount, assertFinite, assertOneOf, assertPlain } from '../internal/guards.js'
import type { Distribution } from './distribution.js'

const kinds: readonly Distribution['kind'][] = [
  'normal',
  'student-t',
  'chi-square',
  'gamma',
  'beta',
  'poisson',
  'binomial',
]

/** A known law whose parameters are in their range. */
export function assertDistribution(value: unknown): asserts value is Distribution {
  assertPlain(value, 'distribution')
  const { kind } = value as { kind?: unknown }
  assertOneOf(kind, kinds, 'distribution.kind', 'INVALID_INPUT')
  const law = value as unknown as Distribution
  switch (law.kind) {
    case 'normal':
      if (law.mean !== undefined) assertFinite(law.mean, 'distribution.mean')
      if (law.standardDeviation !== undefined) assertAbove0(law.standardDeviation, 'standardDeviation')
      return
    case 'student-t':
    case 'chi-square':
      assertAbove0(law.degreesOfFreedom, 'degreesOfFreedom')
      return
    case 'gamma':
      assertAbove0(law.shape, 'shape')
      if (law.rate !== undefined) assertAbove0(law.rate, 'rate')
      return
    case 'beta':
      assertAbove0(law.alpha, 'alpha')
      assertAbove0(law.beta, 'beta')
      return
    case 'poisson':
      assertFinite(law.mean, 'distribution.mean')
      if (law.mean < 0) fail('INVALID_NUMBER', 'distribution.mean', 'must not be negative', law.mean)
      return
    case 'binomial':
      assertCount(law.trials, 'distribution.trials')
      if (!(law.probability >= 0 && law.probability <= 1)) {
        fail('INVALID_OPTION', 'distribution.probability', 'must be from 0 to 1', law.probability)
      }
  }
}

function assertAbove0(value: unknown, name: string): void {
  assertFinite(value, `distribution.${name}`)
  if (value <= 0) fail('INVALID_NUMBER', `distribution.${name}`, 'must be above 0', value)
}
