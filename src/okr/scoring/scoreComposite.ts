import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'

/** One part of a composite, scored. */
export interface ScoredComponent {
  readonly id: string
  readonly progress: DecimalInput | null
  readonly attained: boolean | null
  readonly gatedBy?: string | undefined
}

/** Several parts together. */
export interface CompositeScore {
  progress: number | null
  reason?: 'not_measured' | 'no_parts'
  attained: boolean | null
  coverage: number | null
}

/**
 * Parts of which all (the smallest progress) or any (the largest) count.
 *
 * A part is measured when it has progress and its gate is open, that is, attained; what is not measured counts 0. The
 * smallest is 1 exactly when all are; a mean would give half credit to a channel without replies.
 */
export function scoreComposite(data: {
  readonly require: 'all' | 'any'
  readonly components: readonly ScoredComponent[]
}): CompositeScore {
  const components = data.components.map(({ progress, ...part }, index) => ({
    ...part,
    progress: progress === null ? null : toDecimal(progress, `components[${index}].progress`),
  }))
  const { progress, ...score } = compositeOf({ require: data.require, components })
  return { progress: progress === null ? null : toDouble(progress), ...score }
}

/** A part with its exact progress. */
export type ExactComponent = Omit<ScoredComponent, 'progress'> & { readonly progress: Decimal | null }

/** The same over exact parts, with the exact progress. */
export function compositeOf(data: {
  readonly require: 'all' | 'any'
  readonly components: readonly ExactComponent[]
}): Omit<CompositeScore, 'progress'> & { progress: Decimal | null } {
  const { require, components } = data
  assertOneOf(require, ['all', 'any'], 'require', 'INVALID_DEFINITION')
  if (components.length === 0) return { progress: null, reason: 'no_parts', attained: null, coverage: null }
  const isOpen = gatesOf(components)
  const counted = components.map((component) => {
    const { progress, attained } = component
    if (progress === null || !isOpen(component)) return { measured: false, progress: new Decimal(0), attained: false }
    return { measured: true, progress: Decimal.min(1, Decimal.max(0, progress)), attained: attained === true }
  })
  const coverage = counted.filter(({ measured }) => measured).length / components.length
  if (coverage === 0) return { progress: null, reason: 'not_measured', attained: null, coverage }
  const values = counted.map(({ progress }) => progress)
  return {
    progress: require === 'all' ? extreme(values, -1) : extreme(values, 1),
    attained: require === 'all' ? counted.every(({ attained }) => attained) : counted.some(({ attained }) => attained),
    coverage,
  }
}

function extreme(values: readonly Decimal[], side: -1 | 1): Decimal {
  return values.reduce((found, value) => (value.comparedTo(found) === side ? value : found))
}

/** Whether every gate before a part is attained; a gate to nothing, to itself or in a ring is an error. */
function gatesOf(components: readonly ExactComponent[]): (component: ExactComponent) => boolean {
  const byId = new Map(components.map((component) => [component.id, component]))
  const isOpen = ({ gatedBy }: ExactComponent, seen: readonly string[]): boolean => {
    if (gatedBy === undefined) return true
    const gate = byId.get(gatedBy)
    if (gate === undefined || seen.includes(gatedBy)) {
      fail('INVALID_GATE', 'components.gatedBy', 'must name another part, without a ring', 'a gate')
    }
    return isOpen(gate, [...seen, gatedBy]) && gate.attained === true
  }
  const open = new Map(components.map((component) => [component.id, isOpen(component, [component.id])]))
  return ({ id }) => open.get(id) === true
}
