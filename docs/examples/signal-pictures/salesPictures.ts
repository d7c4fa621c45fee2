import {
  detectCloseRateFall,
  detectRepeatedObjections,
  detectSilenceRise,
  detectSlowResponse,
} from 'retention-okr/signals'
import { figureOf, shareRow } from './basePictures.js'
import { intervalPicture } from './specs.js'

/** The pictures of the signals about sales and hand-off, by page. */
export const salesPictures: { [page: string]: () => object } = {
  'close-rate-fall': () => {
    const won = [45, 44, 46, 30]
    const deals = won.map((count, index) => ({
      period: `2025-0${index + 1}`,
      won: count,
      lost: 100 - count,
      volume: 100,
    }))
    const result = detectCloseRateFall(deals, { asOf: '2025-05-01' })
    const rows = won.map((count, index) =>
      shareRow(`2025-0${index + 1}: ${count} of 100`, count, 100, index === 3 ? 'found' : 'usual'),
    )
    const words = {
      title: 'The close rate fell while as many deals were decided',
      subtitle: `95 % intervals. Down 15 points (interval 4 to 25), mid-p ${figureOf(result, 'midP').toFixed(4)}.`,
      axis: 'won of those decided',
      format: '.0%',
    }
    const line = { value: figureOf(result, 'baselineRate'), label: 'three months before' }
    return intervalPicture(words, rows, [line], [0.1, 0.7])
  },
  'silence-rise': () => {
    const cohorts = [
      { cohort: '2025-01', silent: 12, assessed: 120 },
      { cohort: '2025-02', silent: 14, assessed: 131 },
      { cohort: '2025-03', silent: 11, assessed: 118 },
      { cohort: '2025-04', silent: 30, assessed: 125 },
    ]
    const result = detectSilenceRise(cohorts, { asOf: '2025-06-01' })
    const rows = cohorts.map(({ cohort, silent, assessed }, index) =>
      shareRow(`${cohort}: ${silent} of ${assessed}`, silent, assessed, index === 3 ? 'found' : 'usual'),
    )
    const words = {
      title: 'Twice as many prospects stop answering',
      subtitle: 'Cohorts by month of the hand-off, 95 % intervals. Up 14 points (interval 6 to 23).',
      axis: 'silent 30 days after the hand-off',
      format: '.0%',
    }
    return intervalPicture(words, rows, [{ value: figureOf(result, 'baselineRate'), label: 'before' }], [0, 0.4])
  },
  'repeated-objections': () => {
    const baseline = { prospects: 160, themes: [{ theme: 'price', mentions: 40, prospects: 40 }] }
    const current = { prospects: 150, themes: [{ theme: 'price', mentions: 60, prospects: 60 }] }
    const { findings } = detectRepeatedObjections({ current, baseline }, { asOf: '2025-05-01' })
    const rising = findings.find(({ code }) => code === 'sales.rising_objection')
    const rows = [
      shareRow('before: 40 of 160', 40, 160, 'usual'),
      shareRow('now: 60 of 150', 60, 150, rising === undefined ? 'usual' : 'found'),
    ]
    const words = {
      title: 'Price is raised by more prospects than before',
      subtitle: '95 % intervals. Up 15 points (interval 5 to 25), mid-p 0.0025.',
      axis: 'prospects who raise the price',
      format: '.0%',
    }
    return intervalPicture(words, rows, [], [0.1, 0.6])
  },
  'promise-gap': () => {
    const rows = [shareRow('15 of 100: fires', 15, 100, 'found'), shareRow('3 of 40: watch', 3, 40, 'usual')]
    const words = {
      title: 'How many promises differ between teams',
      subtitle: '95 % intervals. Beyond the limit by the whole interval fires; by the point alone is to be watched.',
      axis: 'customers and topics that were promised different things',
      format: '.0%',
    }
    return intervalPicture(words, rows, [{ value: 0.05, label: 'limit 5 %' }], [0, 0.3])
  },
  'slow-response': () => {
    const result = detectSlowResponse({ met: 150, breached: 50 }, { asOf: '2025-05-01', target: 0.85 })
    const rows = [shareRow('150 of 200 in time', 150, 200, result.state === 'fires' ? 'found' : 'usual')]
    const words = {
      title: 'Three quarters of the answers are in time',
      subtitle: 'The whole 95 % interval lies below the target: this is not chance.',
      axis: 'answered in time',
      format: '.0%',
    }
    return intervalPicture(words, rows, [{ value: 0.85, label: 'target 85 %' }], [0.6, 1])
  },
  'ownership-gap': () => {
    const words = {
      title: 'One of two open leads has no owner',
      subtitle: 'Lead b has been open for two days without an owner; 2 of 40 hand-offs changed hands. 95 % intervals.',
      axis: 'share',
      format: '.0%',
    }
    const rows = [
      shareRow('open without an owner: 1 of 2', 1, 2, 'found'),
      shareRow('passed around: 2 of 40', 2, 40, 'usual'),
    ]
    return intervalPicture(words, rows, [], [0, 1])
  },
}
