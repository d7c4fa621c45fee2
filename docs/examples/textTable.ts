/** A column of a text table: its header and its cells. */
export interface TextColumn {
  header: string
  cells: readonly string[]
  /** Numbers stand at the right; default left. */
  align?: 'left' | 'right'
}

/** Lays columns out side by side, two spaces apart, under a ruled header. */
export function textTable(columns: readonly TextColumn[]): string[] {
  const widths = columns.map(({ header, cells }) => Math.max(...[header, ...cells].map((text) => [...text].length)))
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => pad(text, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join('  ')
      .trimEnd()
  const rows = columns[0]?.cells.map((_, row) => line(columns.map(({ cells }) => cells[row] ?? ''))) ?? []
  return [line(columns.map(({ header }) => header)), line(widths.map((width) => '-'.repeat(width))), ...rows]
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(width - [...text].length)
  return align === 'left' ? text + space : space + text
}
