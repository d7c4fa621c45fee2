import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import type { Plan } from '../models/cycle.js'
import type { Objective } from '../models/objective.js'
import type { Quantity, Target } from '../models/quantity.js'
import { type TemplateData, type TemplateOptions, templateKeyResult, templateObjective } from './templateObjective.js'

/** Options of {@link salesCommunicationObjective}. */
export interface SalesCommunicationObjectiveOptions extends TemplateOptions {
  /** How the close rate is expected to come; default no plan of its own, which the lint will ask for. */
  readonly closeRatePlan?: Plan | undefined
}

/** What {@link salesCommunicationObjective} asks for. */
export interface SalesCommunicationTemplateData extends TemplateData {
  /** Where the numbers stand. */
  readonly baselines: SalesCommunicationBaselines
  /** Where they should go: there is no figure that holds for everyone. */
  readonly targets: SalesCommunicationTargets
}

/** Where the numbers of the work between marketing and sales stand; null = not measured yet. */
export interface SalesCommunicationBaselines {
  /** Share of hand-offs with an error. */
  readonly handoffErrorRate: Quantity | null
  /** Share of leads answered in time. */
  readonly leadResponseAttainment: Quantity | null
  /** Share of opportunities won. */
  readonly closeRate: Quantity | null
}

/** Where the numbers of the work between marketing and sales should go. */
export interface SalesCommunicationTargets {
  /** Share of hand-offs with an error. */
  readonly handoffErrorRate: Target
  /** Share of leads answered in time. */
  readonly leadResponseAttainment: Target
  /** Share of opportunities won. */
  readonly closeRate: Target
}

const template = {
  name: 'sales-communication',
  slugs: ['handoff-error-rate', 'lead-response-attainment', 'close-rate'],
  options: ['closeRatePlan'],
} as const

const share = { unit: 'ratio', domain: { min: '0', max: '1' }, nature: 'rate' } as const

/**
 * Makes an objective on the work between marketing and sales: clean hand-offs, fast answers to leads, deals won.
 *
 * @param data - ids, baselines, targets, people, parents
 * @param options - plan of the close rate, commitment, cadence, titles
 * @returns the objective, with titles that are codes unless words are given
 * @throws {@link RetentionOkrError} MISSING_TARGET for a target that is not given
 * @throws {@link RetentionOkrError} TARGET_OUT_OF_DOMAIN, INVALID_NUMBER, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { salesCommunicationObjective } from 'retention-okr/okr'
 *
 * const baselines = { handoffErrorRate: '0.40', leadResponseAttainment: '0.55', closeRate: '0.18' }
 * const targets = { handoffErrorRate: { relativeChange: '-0.5' }, leadResponseAttainment: '0.8', closeRate: '0.22' }
 * const objective = salesCommunicationObjective({ id: 's', cycleId: 'q2', baselines, targets })
 * objective.keyResults.map(({ id }) => id) // => ['s.handoff-error-rate', 's.lead-response-attainment', 's.close-rate']
 * ```
 * @since 0.1.0
 */
export function salesCommunicationObjective(
  data: SalesCommunicationTemplateData,
  options: SalesCommunicationObjectiveOptions = {},
): Objective {
  const { objective, titleOf } = templateObjective(template, data, options)
  const { id, baselines, targets } = data
  assertPlain(baselines, 'baselines')
  assertPlain(targets, 'targets')
  const targetOf = (name: keyof SalesCommunicationTargets): Target =>
    data.targets[name] ?? fail('MISSING_TARGET', `targets.${name}`, 'must be given', 'nothing')
  return {
    ...objective,
    keyResults: [
      templateKeyResult(`${id}.handoff-error-rate`, titleOf('handoff-error-rate'), {
        ...share,
        indicator: 'leading',
        effect: 'quality',
        // What is measured is the clean hand-off: the key result speaks of the rest.
        metricRef: { metric: 'clean-handoff-rate', complement: true, polarity: 'lower_is_better' },
        baseline: baselines.handoffErrorRate,
        target: targetOf('handoffErrorRate'),
        operator: 'lte',
      }),
      templateKeyResult(`${id}.lead-response-attainment`, titleOf('lead-response-attainment'), {
        ...share,
        indicator: 'leading',
        effect: 'speed',
        metricRef: { metric: 'lead-response-attainment', polarity: 'higher_is_better' },
        baseline: baselines.leadResponseAttainment,
        target: targetOf('leadResponseAttainment'),
        operator: 'gte',
      }),
      templateKeyResult(`${id}.close-rate`, titleOf('close-rate'), {
        ...share,
        indicator: 'lagging',
        metricRef: { metric: 'close-rate', polarity: 'higher_is_better' },
        plan: options.closeRatePlan,
        baseline: baselines.closeRate,
        target: targetOf('closeRate'),
        operator: 'gte',
      }),
    ],
  }
}
