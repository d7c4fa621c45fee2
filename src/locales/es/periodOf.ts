const periods: { readonly [unit: string]: string } = { week: 'por semana', month: 'al mes', quarter: 'por trimestre' }

/** Spanish words of a pace: so much a month. */
export function periodOf(unit: string): string {
  return (Object.hasOwn(periods, unit) ? periods[unit] : undefined) ?? 'por periodo'
}
