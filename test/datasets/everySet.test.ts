import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { setNames } from './readDataset.js'

it('has a test of figures for every data set', () => {
  const folder = new URL('./', import.meta.url)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
  const texts = sources.map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const described = texts.flatMap((text) =>
    [...text.matchAll(/^describeFigures\(\s*'(\w+)'/gm)].map(([, name]) => name),
  )
  expect(described.sort()).toEqual([...setNames].sort())
})
