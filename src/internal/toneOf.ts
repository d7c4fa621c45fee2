/** How a status looks: colour, shape and word say the same. */
export type Tone = 'good' | 'warning' | 'bad' | 'neutral'

const tones: { readonly [status: string]: Tone } = {
  on_track: 'good',
  attained: 'good',
  achieved: 'good',
  at_risk: 'warning',
  stale: 'warning',
  partial: 'warning',
  off_track: 'bad',
  missed: 'bad',
  critical: 'bad',
  warning: 'warning',
  info: 'neutral',
}

/** The tone of a status or severity; an unknown one is neutral. */
export function toneOf(status: string): Tone {
  return Object.hasOwn(tones, status) ? (tones[status] as Tone) : 'neutral'
}

/** The shape that stands for a tone in text. */
export const glyphs: { readonly [tone in Tone]: string } = { good: '●', warning: '▲', bad: '■', neutral: '–' }
