const decimalPattern = /^-?\d{1,15}(\.\d{1,12})?$/

/** Whether a text is a decimal: at most 15 digits before the point and 12 after it, no exponent, no separators. */
export function isDecimalText(text: string): boolean {
  return text.length <= 29 && decimalPattern.test(text)
}
