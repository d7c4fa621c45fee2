/** Pixels of the height of a chart: a lower step cannot be seen. */
const pixels = 240

/**
 * The steps of a long curve that can be seen: the first, the last, and each that differs from the one before by a pixel.
 *
 * A curve of thousands of times would make a specification of megabytes that looks the same.
 */
export function thinSteps<T>(steps: readonly T[], shareOf: (step: T) => number): T[] {
  let kept = Number.NaN
  return steps.filter((step, index) => {
    const share = shareOf(step)
    if (index > 0 && index < steps.length - 1 && Math.abs(share - kept) < 1 / pixels) return false
    kept = share
    return true
  })
}
