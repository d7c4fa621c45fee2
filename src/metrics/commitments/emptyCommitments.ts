import type { CommitmentCounts } from './model.js'

/** No promises. */
export function emptyCommitments(): CommitmentCounts {
  return { due: 0, kept: 0, onTime: 0, inFull: 0, fulfilled: 0, pending: 0 }
}
