import { complaintRate, slaAttainment } from '../../src/index.js'
import { proportionChart, rateChart } from '../../src/statistics/index.js'
import { describeFigures, deviation } from './describeFigures.js'
import { correlationOf, sumOf } from './figureShapes.js'
import { readRows } from './readDataset.js'

describeFigures(
  'rate_series',
  () => {
    const months = readRows('rate_series/complaints.csv').map(({ complaints, sales }) => ({
      complaints: Number(complaints),
      exposure: Number(sales) / 1000,
    }))
    const weeks = readRows('rate_series/nhs_accidents.csv').map(({ r, n }) => ({
      successes: Number(r),
      trials: Number(n),
    }))
    const pooledRate = (some: typeof months): number | null =>
      complaintRate({
        complaints: sumOf(some.map(({ complaints }) => complaints)),
        exposure: sumOf(some.map(({ exposure }) => exposure)),
      }).value
    const numbersOf = (indexes: readonly number[]): number[] => indexes.map((index) => index + 1)
    return {
      complaints: () => {
        const chart = rateChart(months.map(({ complaints, exposure }) => ({ count: complaints, exposure })))
        return {
          per1000: months.map((month) => complaintRate(month).value),
          overallPer1000: chart.center,
          outsideUChart: numbersOf(chart.outside),
          first10Per1000: pooledRate(months.slice(0, 10)),
          last10Per1000: pooledRate(months.slice(10)),
          pearsonComplaintsSales: correlationOf(
            months.map(({ complaints, exposure }) => [complaints, exposure] as const),
          ),
        }
      },
      nhs: () => {
        const laney = proportionChart(weeks, { spread: 'laney' })
        const sigmaZ = laney.sigmaZ ?? Number.NaN
        return {
          attainment: weeks.map(
            ({ successes, trials }) => slaAttainment({ met: successes, breached: trials - successes }).value,
          ),
          pbar: laney.center,
          outsidePChart: numbersOf(proportionChart(weeks).outside),
          laneySigmaZ: deviation({ ours: sigmaZ, theirs: (sigmaZ * (2 / Math.sqrt(Math.PI))) / 1.128 }),
          outsideLaney: numbersOf(laney.outside),
        }
      },
    }
  },
  {
    'nhs.laneySigmaZ':
      'the mean moving range estimates 2/√π standard deviations; the set divides by 1.128, the same rounded',
  },
)
