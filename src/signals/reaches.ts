const scale = 1e12

/** Whether a size reaches a minimum; differences below the twelfth decimal count as equal. */
export function reaches(size: number, minimum: number): boolean {
  return Math.round(size * scale) >= Math.round(minimum * scale)
}
