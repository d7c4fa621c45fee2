/** The same number, 0 instead of -0: JSON knows only one zero. */
export function positiveZero(value: number): number {
  return value + 0
}
