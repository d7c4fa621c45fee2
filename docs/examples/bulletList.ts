const width = 112

/** One point of a list, with lines below it that explain it. */
export type Point = string | readonly [point: string, ...below: string[]]

/** A heading over its points, long lines broken between words; nothing when there are none. */
export function bulletList(title: string, points: readonly Point[]): string[] {
  if (points.length === 0) return []
  const lines = points.flatMap((point) => {
    const [first = '', ...below] = typeof point === 'string' ? [point] : point
    return [...broken(first, '  - '), ...below.flatMap((text) => broken(text, '    '))]
  })
  return ['', title, ...lines]
}

function broken(text: string, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one, index) => (index === 0 ? indent : ' '.repeat(indent.length)) + one)
}
