import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as charts from '../../src/charts/index.js'

const folder = fileURLToPath(new URL('../../docs/charts', import.meta.url))
const page = readFileSync(join(folder, 'README.md'), 'utf8')
const names = Object.keys(charts).filter((name) => name.startsWith('chart'))

describe('the page of charts', () => {
  it('knows every chart', () => {
    expect(names).toHaveLength(13)
    const pictures = readdirSync(folder).filter((name) => name.endsWith('.svg'))
    expect(pictures.sort()).toEqual(names.map((name) => `${name}.svg`).sort())
  })

  it.each(names)('shows %s with its picture, its call and its sentence in both languages', (name) => {
    const section = page.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? ''
    expect(section).toContain(`](${name}.svg)`)
    expect(section).toContain(`\`\`\`js\n${name}(`)
    expect(section.split('\n').filter((line) => line.startsWith('> '))).toHaveLength(2)
    expect(statSync(join(folder, `${name}.svg`)).size).toBeLessThan(60_000)
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8')
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u)
    expect(svg).not.toMatch(/<script|NaN|undefined|href=/u)
  })
})
