const periods: { readonly [unit: string]: string } = { week: 'a week', month: 'a month', quarter: 'a quarter' }

/** English words of a pace: so much a month. */
export function periodOf(unit: string): string {
  return (Object.hasOwn(periods, unit) ? periods[unit] : undefined) ?? 'a period'
}
