const width = 112

/** Breaks a text between words; the lines after the first stand below its beginning. */
export function wrapLines(text: string, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (indent.length + longer.length > width && line !== '') {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((one, index) => (index === 0 ? indent : ' '.repeat(indent.length)) + one)
}
