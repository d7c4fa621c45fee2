/** Where the parameters of a fit end; each beside its scale, which is 1 for a pure number and the longest age for a time. */
export const fitLimits = {
  /** The logarithm of a parameter goes no further from that of its scale. */
  reach: 12,
  /** Below this a parameter says nothing any more. */
  smallest: 1e-3,
  /** Nor above this. */
  largest: 1000,
} as const
