import { wrapLines } from './wrapLines.js'

/** One point of a list, with lines below it that explain it. */
export type Point = string | readonly [point: string, ...below: string[]]

/** A heading over its points; nothing when there are none. */
export function bulletList(title: string, points: readonly Point[]): string[] {
  if (points.length === 0) return []
  const lines = points.flatMap((point) => {
    const [first = '', ...below] = typeof point === 'string' ? [point] : point
    return [...wrapLines(first, '  - '), ...below.flatMap((text) => wrapLines(text, '    '))]
  })
  return ['', title, ...lines]
}
