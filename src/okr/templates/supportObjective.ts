import { assertInteger, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { CompositeKeyResult } from '../models/keyResult.js'
import type { Objective } from '../models/objective.js'
import type { Quantity } from '../models/quantity.js'
import { type TemplateData, type TemplateOptions, templateKeyResult, templateObjective } from './templateObjective.js'

/** Options of {@link supportObjective}. */
export interface SupportObjectiveOptions extends TemplateOptions {
  /** Least share of cases answered in time; default `'0.85'`. */
  readonly resolutionTarget?: DecimalInput | undefined
  /** Time in which a case is to be answered, in milliseconds; default 86400000, a day. */
  readonly resolutionLimit?: number | undefined
  /** Change of the rate of recurring complaints as a share of its baseline; default `'-0.20'`. */
  readonly complaintRelativeChange?: DecimalInput | undefined
  /** First response to stay below, in milliseconds; default `'300000'`, five minutes. */
  readonly responseLimit?: DecimalInput | undefined
}

/** What {@link supportObjective} asks for. */
export interface SupportTemplateData extends TemplateData {
  /** Where the numbers stand. */
  readonly baselines: SupportBaselines
}

/** Where the numbers of support stand; null = not measured yet. */
export interface SupportBaselines {
  /** Share of cases answered in time. */
  readonly slaAttainment: Quantity | null
  /** Recurring complaints by customer. */
  readonly recurringComplaintRate: Quantity | null
  /** Time to the first response, in milliseconds. */
  readonly firstResponseTime: Quantity | null
}

const template = {
  name: 'support',
  slugs: ['sla-attainment', 'recurring-complaint-rate', 'fast-channel', 'channel', 'response'],
  options: ['resolutionTarget', 'resolutionLimit', 'complaintRelativeChange', 'responseLimit'],
} as const

/**
 * Makes an objective on support: cases answered within a day, fewer recurring complaints, a channel that is live and fast.
 *
 * The channel and its five minutes are one key result: a channel that is open and slow is no half success.
 *
 * @param data - ids, baselines, people, parents
 * @param options - targets (shares; limits in milliseconds), commitment, cadence, titles
 * @returns the objective, with titles that are codes unless words are given
 * @throws {@link RetentionOkrError} TARGET_OUT_OF_DOMAIN, INVALID_NUMBER, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { supportObjective } from 'retention-okr/okr'
 *
 * const baselines = { slaAttainment: '0.90', recurringComplaintRate: '0.15', firstResponseTime: 1800000 }
 * const objective = supportObjective({ id: 'sup', cycleId: 'quarter-2026-04-01', baselines })
 * objective.keyResults.map(({ kind }) => kind) // => ['maintain', 'change', 'composite']
 * ```
 * @since 0.1.0
 */
export function supportObjective(data: SupportTemplateData, options: SupportObjectiveOptions = {}): Objective {
  const { objective, titleOf } = templateObjective(template, data, options)
  const { id, baselines } = data
  assertPlain(baselines, 'baselines')
  const { resolutionTarget = '0.85', resolutionLimit = 86_400_000, complaintRelativeChange = '-0.20' } = options
  assertInteger(resolutionLimit, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.resolutionLimit')
  return {
    ...objective,
    keyResults: [
      templateKeyResult(`${id}.sla-attainment`, titleOf('sla-attainment'), {
        unit: 'ratio',
        domain: { min: '0', max: '1' },
        indicator: 'leading',
        nature: 'rate',
        metricRef: {
          metric: 'sla-attainment',
          polarity: 'higher_is_better',
          definition: { target: resolutionLimit, operator: 'lt' },
        },
        baseline: baselines.slaAttainment,
        target: resolutionTarget,
        operator: 'gte',
      }),
      templateKeyResult(`${id}.recurring-complaint-rate`, titleOf('recurring-complaint-rate'), {
        unit: 'ratio',
        indicator: 'lagging',
        nature: 'rate',
        metricRef: { metric: 'recurring-complaint-rate', polarity: 'lower_is_better' },
        baseline: baselines.recurringComplaintRate,
        target: { relativeChange: complaintRelativeChange },
        operator: 'lte',
      }),
      fastChannel(`${id}.fast-channel`, titleOf, baselines.firstResponseTime, options.responseLimit ?? '300000'),
    ],
  }
}

function fastChannel(
  id: string,
  titleOf: (slug: string) => string,
  baseline: Quantity | null,
  target: DecimalInput,
): CompositeKeyResult {
  const response = templateKeyResult('response', titleOf('response'), {
    unit: 'milliseconds',
    nature: 'rate',
    metricRef: { metric: 'first-response-time', polarity: 'lower_is_better' },
    baseline,
    target,
    operator: 'lt',
  })
  return {
    id,
    title: titleOf('fast-channel'),
    kind: 'composite',
    require: 'all',
    indicator: 'leading',
    components: [
      { id: 'channel', title: titleOf('channel'), kind: 'milestone' },
      { ...response, gatedBy: 'channel' },
    ],
  }
}
