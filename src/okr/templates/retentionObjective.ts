import { assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { Objective } from '../models/objective.js'
import type { Quantity } from '../models/quantity.js'
import { type TemplateData, type TemplateOptions, templateKeyResult, templateObjective } from './templateObjective.js'

/** Options of {@link retentionObjective}. */
export interface RetentionObjectiveOptions extends TemplateOptions {
  /** Change of the churn rate as a share of its baseline; default `'-0.10'`. */
  readonly churnRelativeChange?: DecimalInput | undefined
  /** Score to exceed; default `'60'`. */
  readonly netPromoterScoreTarget?: DecimalInput | undefined
  /** Least share of customers who take part; default `'0.30'`. */
  readonly participationTarget?: DecimalInput | undefined
}

/** What {@link retentionObjective} asks for. */
export interface RetentionTemplateData extends TemplateData {
  /** Where the numbers stand. */
  readonly baselines: RetentionBaselines
}

/** Where the numbers of retention stand; null = not measured yet. */
export interface RetentionBaselines {
  /** Churn rate, a share. */
  readonly churnRate: Quantity | null
  /** Net promoter score, −100 to 100. */
  readonly netPromoterScore: Quantity | null
  /** Share of customers who take part in the programme. */
  readonly participationRate: Quantity | null
}

const template = {
  name: 'retention',
  slugs: ['churn-rate', 'net-promoter-score', 'participation-rate'],
  options: ['churnRelativeChange', 'netPromoterScoreTarget', 'participationTarget'],
} as const

const share = { unit: 'ratio', domain: { min: '0', max: '1' }, nature: 'rate' } as const

/**
 * Makes an objective on retention: churn falls by a tenth of itself, the NPS exceeds 60, three in ten customers take part.
 *
 * A number that is already at or beyond its target is to be kept there; a baseline that is null stays null.
 *
 * @param data - ids, baselines, people, parents
 * @param options - targets, commitment, cadence, titles
 * @returns the objective, with titles that are codes unless words are given
 * @throws {@link RetentionOkrError} TARGET_OUT_OF_DOMAIN, INVALID_NUMBER, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { retentionObjective } from 'retention-okr/okr'
 *
 * const baselines = { churnRate: '0.05', netPromoterScore: '63', participationRate: null }
 * const objective = retentionObjective({ id: 'ret', cycleId: 'quarter-2026-04-01', baselines })
 * objective.title // => 'template.retention.objective'
 * objective.keyResults.map(({ kind }) => kind) // => ['change', 'maintain', 'change']
 * ```
 * @since 0.1.0
 */
export function retentionObjective(data: RetentionTemplateData, options: RetentionObjectiveOptions = {}): Objective {
  const { objective, titleOf } = templateObjective(template, data, options)
  const { id, baselines } = data
  assertPlain(baselines, 'baselines')
  const { churnRelativeChange = '-0.10', netPromoterScoreTarget = '60', participationTarget = '0.30' } = options
  return {
    ...objective,
    keyResults: [
      templateKeyResult(`${id}.churn-rate`, titleOf('churn-rate'), {
        ...share,
        indicator: 'lagging',
        metricRef: { metric: 'churn-rate', polarity: 'lower_is_better' },
        baseline: baselines.churnRate,
        target: { relativeChange: churnRelativeChange },
        operator: 'lte',
      }),
      templateKeyResult(`${id}.net-promoter-score`, titleOf('net-promoter-score'), {
        unit: 'points',
        scale: 'interval',
        domain: { min: '-100', max: '100' },
        nature: 'rate',
        indicator: 'lagging',
        metricRef: { metric: 'net-promoter-score', polarity: 'higher_is_better' },
        baseline: baselines.netPromoterScore,
        target: netPromoterScoreTarget,
        operator: 'gt',
      }),
      templateKeyResult(`${id}.participation-rate`, titleOf('participation-rate'), {
        ...share,
        indicator: 'leading',
        metricRef: { metric: 'participation-rate', polarity: 'higher_is_better' },
        baseline: baselines.participationRate,
        target: participationTarget,
        operator: 'gte',
      }),
    ],
  }
}
