import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const docs = fileURLToPath(new URL('../../docs', import.meta.url))
const pages = ['metrics', 'predict', 'signals', 'decisions'].flatMap((folder) =>
  readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
)

/** The files that a page links to. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(docs, page), 'utf8')
  return [...text.matchAll(/\]\(([^)#:]+\.md)\)/g)].map(([, target = '']) => target)
}

describe('pages of the documentation', () => {
  it.each(pages)('%s links to pages that exist', (page) => {
    const dead = linksOf(page).filter((target) => !existsSync(join(docs, dirname(page), target)))
    expect(dead).toEqual([])
  })

  it('are all listed in the index of their folder', () => {
    const listed = new Set(
      pages
        .filter((page) => page.endsWith('/README.md'))
        .flatMap((index) => linksOf(index).map((target) => join(dirname(index), target))),
    )
    const lost = pages.filter((page) => !page.endsWith('/README.md') && !listed.has(page))
    expect(lost).toEqual([])
  })
})
