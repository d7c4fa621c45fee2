/** A share of a length as a place, to a tenth of a pixel; what lies outside is put on the end. */
export function placeOn(share: number, length: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * length * 10) / 10
}
