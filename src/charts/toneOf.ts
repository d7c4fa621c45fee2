/** How good a status or a severity is. */
export type Tone = 'good' | 'warning' | 'bad' | 'neutral'

const tones: { readonly [code: string]: Tone } = {
  on_track: 'good',
  attained: 'good',
  achieved: 'good',
  at_risk: 'warning',
  stale: 'warning',
  partial: 'warning',
  warning: 'warning',
  off_track: 'bad',
  missed: 'bad',
  critical: 'bad',
}

/** The tone of a status or severity; one that is not known is neutral. */
export function toneOf(code: string): Tone {
  return Object.hasOwn(tones, code) ? (tones[code] ?? 'neutral') : 'neutral'
}
