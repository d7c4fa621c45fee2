const plainPattern = /^(?:0|[1-9]\d{0,14})\.\d\d$/

/** Whether an amount is text as most exports write it: not negative, two decimals, no leading zeros. */
export function isPlainAmount(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 18 && plainPattern.test(value)
}
