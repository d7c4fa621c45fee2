/** Options of one metric, as chosen. */
export interface ChosenOptions {
  readonly [option: string]: unknown
}

/** No options. */
export const noOptions: ChosenOptions = {}

/** What people choose is checked by the functions themselves: here it passes through. */
export function chosen(options: ChosenOptions): object {
  return options
}

/** Options without some of them. */
export function without(options: ChosenOptions, names: readonly string[]): ChosenOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)))
}

/** Some of the options. */
export function only(options: ChosenOptions, names: readonly string[]): ChosenOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)))
}

/** Options of rates that counts do not have. */
export const rateOptions = ['level', 'interval'] as const
