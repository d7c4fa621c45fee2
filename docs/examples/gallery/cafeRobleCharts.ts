import * as charts from 'retention-okr/charts'
import type { RetentionReview } from 'retention-okr/review'

/** A chart of the gallery. */
export interface GalleryChart {
  /** Name of the function. */
  name: string
  /** What it answers. */
  question: string
  /** The call that made it, as a reader would write it. */
  call: string
  /** Makes it. */
  make: (options: charts.ChartOptions) => charts.Chart
}

/** Every chart, drawn from one review. */
export function cafeRobleCharts(review: RetentionReview): GalleryChart[] {
  const keyResults = review.objectives.flatMap((objective) => objective.keyResults)
  const [first] = review.objectives
  const churn = keyResults[0]
  const control = review.controls.find(
    ({ metric, segment }) => metric === 'clean-handoff-rate' && segment === undefined,
  )
  const overall = review.measurements.find(({ metric, segment }) => metric === 'churn-rate' && segment === undefined)
  const { cohorts, netPromoterScore = [], survival = [], handoff, responses } = review
  if (first === undefined || churn === undefined || control === undefined || overall === undefined)
    throw new Error('no figures')
  if (cohorts === undefined || handoff === undefined || responses === undefined) throw new Error('no figures')
  const signals = review.signals.filter(({ subject }) => subject !== 'customers')
  const byPlan = survival.filter(({ name }) => name !== '')
  const churnRows = review.segments.filter(({ metric }) => metric === 'churn-rate')
  const reference = overall.current.value ?? 0
  const limits = { netPromoterScore: 50, churnRate: 0.025 }
  return [
    {
      name: 'chartKeyResults',
      question: 'How far is each key result, and how far should it be?',
      call: 'chartKeyResults(keyResults, { messages })',
      make: (options) => charts.chartKeyResults(keyResults, options),
    },
    {
      name: 'chartTrajectory',
      question: 'How did one key result get here, against its plan and its target, and where does it lead?',
      call: 'chartTrajectory(keyResults[0], { messages })',
      make: (options) => charts.chartTrajectory(churn, options),
    },
    {
      name: 'chartConfidence',
      question: 'Where do people lose their confidence?',
      call: 'chartConfidence(review.objectives[0].keyResults, { messages })',
      make: (options) => charts.chartConfidence(first.keyResults, options),
    },
    {
      name: 'chartCheckIns',
      question: 'Which key results were looked at, and what was their status?',
      call: 'chartCheckIns(keyResults, { messages })',
      make: (options) => charts.chartCheckIns(keyResults, options),
    },
    {
      name: 'chartSignals',
      question: 'What went wrong, and since when?',
      call: 'chartSignals(signals, { messages })',
      make: (options) => charts.chartSignals(signals, options),
    },
    {
      name: 'chartControl',
      question: 'Is it changing, and does it meet its target?',
      call: 'chartControl(control, { messages })',
      make: (options) => charts.chartControl(control, options),
    },
    {
      name: 'chartSegments',
      question: 'Which segment differs from the rest?',
      call: `chartSegments(segments, { messages, reference: ${reference.toFixed(4)} })`,
      make: (options) => charts.chartSegments(churnRows, { ...options, reference }),
    },
    {
      name: 'chartContradictions',
      question: 'Where do those who answer say one thing and those who leave another?',
      call: 'chartContradictions(review.segments, { messages, limits: { netPromoterScore: 50, churnRate: 0.025 } })',
      make: (options) => charts.chartContradictions(review.segments, { ...options, limits }),
    },
    {
      name: 'chartNetPromoterScore',
      question: 'Who recommends us, and how sure is that?',
      call: 'chartNetPromoterScore(review.netPromoterScore, { messages })',
      make: (options) => charts.chartNetPromoterScore(netPromoterScore, options),
    },
    {
      name: 'chartCohorts',
      question: 'Do those who joined later come back as often?',
      call: 'chartCohorts(review.cohorts, { messages, minimumSize: 10 })',
      make: (options) => charts.chartCohorts(cohorts, { ...options, minimumSize: 10 }),
    },
    {
      name: 'chartSurvival',
      question: 'How long do customers stay, in days?',
      call: 'chartSurvival(survivalByPlan, { messages })',
      make: (options) => charts.chartSurvival(byPlan, options),
    },
    {
      name: 'chartHandoffReasons',
      question: 'What is wrong with the leads that are handed over?',
      call: 'chartHandoffReasons(review.handoff.defectsByKind, { messages })',
      make: (options) => charts.chartHandoffReasons(handoff.defectsByKind, options),
    },
    {
      name: 'chartResponseTimes',
      question: 'How many are answered in time, and how late are the others?',
      call: 'chartResponseTimes(review.responses, { messages, promise: 0.8 })',
      make: (options) => charts.chartResponseTimes(responses, { ...options, promise: 0.8 }),
    },
  ]
}
