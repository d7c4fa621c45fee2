/** The colours of a theme, each with enough contrast on its background. */
export interface Palette {
  /** Behind everything. */
  readonly background: string
  /** Text, target rule, pace tick. */
  readonly text: string
  /** Axes and secondary text. */
  readonly axis: string
  /** Grid, cells of small samples. */
  readonly grid: string
  /** Good. */
  readonly good: string
  /** Warning. */
  readonly warning: string
  /** Bad. */
  readonly bad: string
  /** Neither. */
  readonly neutral: string
  /** Three intensities of one hue. */
  readonly ranges: readonly [low: string, middle: string, high: string]
  /** The measured line. */
  readonly accent: string
  /** Interval of a forecast. */
  readonly band: string
  /** Ends of the heat map. */
  readonly sequential: readonly [low: string, high: string]
  /** Up to four series, each with a dash pattern too. */
  readonly series: readonly [string, string, string, string]
}

/** The two themes. */
export const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    background: '#FFFFFF',
    text: '#1B1F24',
    axis: '#5B636E',
    grid: '#E3E6EA',
    good: '#0B62A8',
    warning: '#8A6D00',
    bad: '#A3123A',
    neutral: '#5B636E',
    ranges: ['#C9CDD4', '#DDE0E5', '#EEF0F3'],
    accent: '#0B62A8',
    band: '#C9DDF0',
    sequential: ['#F2F6FA', '#5B9BD9'],
    series: ['#0B62A8', '#7A4E00', '#5A3FA0', '#2F6B3A'],
  },
  dark: {
    background: '#14171B',
    text: '#E8EBEF',
    axis: '#A3ACB8',
    grid: '#2B3138',
    good: '#6FB7F2',
    warning: '#F0B255',
    bad: '#FF8A7D',
    neutral: '#A3ACB8',
    ranges: ['#4A525D', '#39404A', '#262C33'],
    accent: '#6FB7F2',
    band: '#27435C',
    sequential: ['#1D232A', '#2A659D'],
    series: ['#6FB7F2', '#E0B87A', '#B9A5F0', '#8FD19E'],
  },
}
