/**
 * The first times at which at most each of some descending shares of ascending durations is still open, as far as the
 * curve of Kaplan and Meier reaches them: what `durationCurve` gives, without keeping the curve.
 */
export function timesOfShares(
  completed: ArrayLike<number>,
  open: ArrayLike<number>,
  shares: readonly number[],
): number[] {
  const times: number[] = []
  let survival = 1
  let censored = 0
  for (let done = 0; done < completed.length && times.length < shares.length; ) {
    const time = completed[done] ?? 0
    while (censored < open.length && (open[censored] ?? 0) < time) censored += 1
    const atRisk = completed.length - done + open.length - censored
    const first = done
    while (done < completed.length && completed[done] === time) done += 1
    survival *= (atRisk - (done - first)) / atRisk
    while (times.length < shares.length && survival <= (shares[times.length] ?? 0)) times.push(time)
  }
  return times
}
