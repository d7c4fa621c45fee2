import { summarisePurchaseDays } from '../../src/predict/index.js'
import { deepFreeze } from '../laws/deepFreeze.js'

/** Customers of the CDNOW sample by their published histories, on 1997-09-30. */
export const publishedSummary = deepFreeze({
  ...summarisePurchaseDays([], { asOf: '1997-09-30' }),
  customerId: ['1', '3', '6', '11', '2'],
  frequency: [2, 0, 7, 5, 1],
  ageAtLastPurchaseDays: [213, 0, 206, 171, 12],
  ageDays: [272, 272, 272, 272, 272],
  monetaryValue: [22.345, 0, 73.74142857142856, 29.44, 11.77],
  currency: 'USD',
})
