import type { Measurement } from '../measurement.js'
import { countInvites } from '../metrics/nps/countInvites.js'
import { countResponses } from '../metrics/nps/countResponses.js'
import { measureCes } from '../metrics/nps/measureCes.js'
import { measureCsat } from '../metrics/nps/measureCsat.js'
import { measureNetPromoterScore } from '../metrics/nps/measureNetPromoterScore.js'
import { measureResponseRate } from '../metrics/nps/measureResponseRate.js'
import type { Tally } from '../tally/model.js'
import { chosen, only, rateOptions, without } from './chosenOptions.js'
import type { MetricRule } from './metricRule.js'
import type { TallyName } from './reviewTallies.js'
import { tallyOf } from './tallyOf.js'

const npsOptions = ['dedupe', 'unit', 'weights', 'population', ...rateOptions]
const shape = ['scale']
const window = ['answerWindowDays', 'lateAnswers', 'countBlank']

/** Metrics of what customers say when they are asked. */
export const surveyMetrics: readonly MetricRule[] = /* @__PURE__ */ (() => [
  {
    ...recommendation('net-promoter-score', 'nps', 'responses'),
    isPresent: hasAnswers('responses'),
    absent: noAnswers('nps'),
    watched: true,
    segmentOf: 'customer',
    measuresSegments: true,
  },
  {
    ...recommendation('employee-net-promoter-score', 'enps', 'employeeResponses'),
    isPresent: hasAnswers('employeeResponses'),
    absent: noAnswers('enps'),
  },
  satisfaction('csat', 'satisfaction', (tally, options) => measureCsat(tally, options)),
  satisfaction('ces', 'effort', (tally, options) => measureCes(tally, options)),
  {
    code: 'response-rate',
    needs: ['invites', 'responses'],
    required: ['answerWindowDays'],
    options: rateOptions,
    shape: window,
    watched: true,
    rowFields: ['responses.surveyId', 'responses.customerId'],
    tallies: ['invites'],
    measure: (sources, options, period) =>
      measureResponseRate(sources.tally('invites', only(options, window)), {
        ...chosen(without(options, window)),
        answerWindowDays: options['answerWindowDays'] as number,
        period,
      }),
    count: (sources, options, periods) => {
      const counts = countInvites(sources.tally('invites', only(options, window)), {
        ...chosen(without(options, [...window, ...rateOptions])),
        answerWindowDays: options['answerWindowDays'] as number,
        periods,
      })
      // Invitations whose window is not over look unanswered.
      return { cells: counts.cells.filter(({ counts: { pending } }) => pending === 0) }
    },
  },
])()

function recommendation(code: string, kind: 'nps' | 'enps', name: TallyName): MetricRule {
  return {
    code,
    needs: ['responses'],
    options: npsOptions,
    shape,
    tallies: [name],
    measure: (sources, options, period, of) =>
      measureNetPromoterScore(tallyOf(sources, name, only(options, shape), of), {
        ...chosen(without(options, shape)),
        kind,
        period,
      }),
    count: (sources, options, periods, segment) =>
      countResponses(sources.tally(name, only(options, shape), segment), {
        ...chosen(only(options, ['dedupe'])),
        kind,
        periods,
      }),
  }
}

function satisfaction(
  code: 'csat' | 'ces',
  name: TallyName,
  measure: (tally: Tally, options: object) => Measurement,
): MetricRule {
  return {
    code,
    needs: ['responses'],
    options: ['threshold', 'direction', 'statistic', 'dedupe', ...rateOptions],
    shape,
    tallies: [name],
    isPresent: hasAnswers(name),
    absent: noAnswers(code),
    measure: (sources, options, period) =>
      measure(sources.tally(name, only(options, shape)), { ...chosen(without(options, shape)), period }),
  }
}

/** Few companies ask every question: without an answer to this one there is nothing to measure. */
function hasAnswers(name: TallyName): NonNullable<MetricRule['isPresent']> {
  return (sources, options) => sources.tally(name, only(options, shape)).cells.length > 0
}

/** Answers there may be, none of this kind. */
function noAnswers(kind: string): NonNullable<MetricRule['absent']> {
  return { code: 'no_records', needs: [`responses.kind=${kind}`] }
}
