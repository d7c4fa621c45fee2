/** The tags of a document in order, without their attributes. */
export function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/giu)].map((match) => match[1] ?? '')
}

/** The attribute names of a document in order; values are always quoted. */
export function attributesOf(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*>/giu)].flatMap(([tag]) =>
    [...tag.replaceAll(/"[^"]*"/gu, '""').matchAll(/\s([a-z:-]+)=/giu)].map((match) => match[1] ?? ''),
  )
}

/** Kind of every line of Markdown, with the cells of a table row. */
export function linesOf(markdown: string): string[] {
  return markdown.split('\n').map((line) => {
    if (line.startsWith('| ')) return `row of ${cellsOf(line).length}`
    return /^(#+|-|)/u.exec(line)?.[0] ?? ''
  })
}

/** Cells of a row of a table: a bar divides them unless a backslash stands before it. */
function cellsOf(line: string): string[] {
  return line.replaceAll(/\\./gu, '').split('|').slice(1, -1)
}
