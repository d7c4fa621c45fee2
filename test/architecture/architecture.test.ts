import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { readSources, type SourceFile } from './sources.js'

const sources = readSources()

/** Folder or file of the first level -> floor; a folder imports only from floors below it. */
const floors: Record<string, number> = {
  internal: 0,
  'errors.ts': 0,
  'finding.ts': 0,
  'measurement.ts': 0,
  calendar: 1,
  statistics: 2,
  tally: 2,
  records: 3,
  metrics: 4,
  predict: 5,
  okr: 6,
  signals: 6,
  review: 7,
  report: 8,
  charts: 8,
  'index.ts': 9,
}

/** Beside the floors: words and schemas, which nothing else of the library imports (types apart). */
const beside = new Set(['schemas', 'locales'])

function roomOf(path: string): string {
  return path.split('/')[0] ?? path
}

/** Why one file may not import another, or null. */
function breach(from: string, to: string): string | null {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (room === target) return null
  if (target === 'schemas') return `${from} imports schemas (${to})`
  if (beside.has(room)) return null
  if (beside.has(target)) return room === 'report' || room === 'charts' ? null : `${from} imports words (${to})`
  const [floor, below] = [floors[room], floors[target]]
  if (floor === undefined || below === undefined) return `${from} or ${to} stands on no floor`
  return floor > below || (floor === 0 && below === 0) ? null : `${from} imports ${to}: not a lower floor`
}

function importersOf(name: RegExp): string[] {
  return sources.filter(({ packages }) => packages.some((item) => name.test(item))).map(({ path }) => path)
}

describe('the floors', () => {
  it('has no upward or sideways import', () => {
    const breaches = sources.flatMap(({ path, files }) => files.map((target) => breach(path, target)))
    expect(breaches.filter((item) => item !== null)).toEqual([])
  })

  it('sees an upward, a sideways and a downward import', () => {
    expect(breach('metrics/churn/churnRate.ts', 'okr/index.ts')).not.toBeNull()
    expect(breach('okr/index.ts', 'signals/index.ts')).not.toBeNull()
    expect(breach('records/model.ts', 'schemas/order.ts')).not.toBeNull()
    expect(breach('okr/index.ts', 'internal/decimal.ts')).toBeNull()
  })

  it('has no import cycle between files', () => {
    expect(cycles(sources)).toEqual([])
    const file = (path: string, files: string[]): SourceFile => ({ ...(sources[0] as SourceFile), path, files })
    expect(cycles([file('a.ts', ['b.ts']), file('b.ts', ['a.ts'])])).toHaveLength(1)
  })
})

describe('wrapped packages', () => {
  it.each([
    ['zod', /^zod/, /^schemas\//],
    ['decimal.js', /^decimal\.js/, /^internal\/decimal\.ts$/],
    ['date-fns', /^(date-fns|@date-fns)/, /^calendar\//],
    ['@stdlib', /^@stdlib/, /^statistics\/special\//],
  ])('%s is imported in its one place', (_name, packageName, place) => {
    expect(importersOf(packageName).filter((path) => !place.test(path))).toEqual([])
  })

  it('nothing else is imported', () => {
    const known = /^(zod|decimal\.js|date-fns\/.+|@date-fns\/.+|@stdlib\/.+)$/
    expect(sources.flatMap(({ packages }) => packages.filter((name) => !known.test(name)))).toEqual([])
  })
})

describe('names', () => {
  it('has a function file named after its exported function', () => {
    const wrong = sources.filter(({ path, tree }) => {
      const name = path.split('/').at(-1)?.replace('.ts', '') ?? ''
      const functions = exportedFunctions(tree)
      // errors.ts holds the error class and its guard.
      return path !== 'errors.ts' && functions.length === 1 && !functions.includes(name)
    })
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

describe('purity', () => {
  const forbidden = [
    /\bDate\.now\b/,
    /\bnew Date\(\)/,
    /\bMath\.random\b/,
    /\bperformance\.\w+\(/,
    /\bcrypto\./,
    /\bprocess\./,
    /\bglobalThis\b/,
    /\bconsole\./,
    /\bsetTimeout\b/,
    /\bstructuredClone\b/,
  ]
  const localised = /\bIntl\.|\.localeCompare\(|\.toLocale\w+\(/

  it('reads no clock, chance, process or console', () => {
    expect(
      sources.filter(({ text }) => forbidden.some((rule) => rule.test(code(text)))).map(({ path }) => path),
    ).toEqual([])
  })

  it('uses locales only where days, words or formats are made', () => {
    const rooms = new Set(['calendar', 'report', 'locales'])
    const found = sources.filter(({ path, text }) => !rooms.has(roomOf(path)) && localised.test(code(text)))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})

/** The text without comments and doc examples. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
}

function exportedFunctions(tree: ts.SourceFile): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return []
    const exported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
    return exported ? [statement.name.text] : []
  })
}

/** Every import cycle, as the path that closes it. */
function cycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const target of byPath.get(path)?.files ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  return found
}
