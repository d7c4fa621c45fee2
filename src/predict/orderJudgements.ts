/** What an order of columns may be, by code: the first three are looked at once more, the others are left out. */
export const orderJudgements = [
  'purchase',
  'return_row',
  /** Numbers alone do not say it. */
  'unsaid',
  /** A return after the day of knowledge. */
  'future_return',
  'no_customer',
  'test',
  'cancelled',
  'failed',
  'zero_value',
  'refunded',
  'future',
] as const
