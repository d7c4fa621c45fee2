/**
 * The area under the ROC curve (Mann and Whitney): how often one of the events has a higher score than one of the others,
 * ties counted half. Null where all are events, or none.
 */
export function rocAuc(scores: readonly number[], isEvent: readonly boolean[]): number | null {
  const order = scores.map((_, row) => row).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let [events, rankSum] = [0, 0]
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1
    // Ranks from 1: all of a tie share their mean.
    const rank = (from + to + 1) / 2
    for (; from < to; from += 1) {
      if (isEvent[order[from] ?? 0] !== true) continue
      events += 1
      rankSum += rank
    }
  }
  const others = order.length - events
  return events === 0 || others === 0 ? null : (rankSum - (events * (events + 1)) / 2) / (events * others)
}
