import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One fenced example of a doc comment or a page. */
export interface Example {
  /** File and line of the fence. */
  name: string
  /** The code as written. */
  code: string
}

/** Every fenced `ts` example of the sources, the README and the pages under docs. */
export function extractExamples(): Example[] {
  const sources = filesBelow(join(root, 'src'), '.ts')
  const pages = [join(root, 'README.md'), ...filesBelow(join(root, 'docs'), '.md')]
  return [...sources, ...pages].flatMap((file) => examplesOf(file))
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'api' && name !== 'node_modules')
    .flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return filesBelow(path, ending)
      return path.endsWith(ending) ? [path] : []
    })
    .sort()
}

function examplesOf(file: string): Example[] {
  const isSource = file.endsWith('.ts')
  const examples: Example[] = []
  let open: { line: number; code: string[] } | undefined
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((raw, index) => {
      const line = isSource ? raw.replace(/^\s*\* ?/, '') : raw
      if (open === undefined && line.trim() === '```ts') open = { line: index + 1, code: [] }
      else if (open !== undefined && line.trim() === '```') {
        examples.push({ name: `${relative(root, file)}:${open.line}`, code: open.code.join('\n') })
        open = undefined
      } else open?.code.push(line)
    })
  return examples
}

/** The example as a module whose `// =>` comments are assertions, and how many there are. */
export function instrument(code: string): { code: string; assertions: number } {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true)
  let result = ''
  let from = 0
  let assertions = 0
  for (const statement of source.statements) {
    const check = assertionOf(code, statement)
    if (check === undefined) continue
    const expression = code.slice(statement.getStart(), statement.getEnd()).replace(/;$/, '')
    result += code.slice(from, statement.getStart()) + check(expression)
    from = statement.getEnd()
    assertions += 1
  }
  const imports = `import { expectClose, expectThrows, expectValue } from '${join(root, 'test/docs/assertions.ts')}'\n`
  return { code: `${imports}${result}${code.slice(from)}\nexport {}\n`, assertions }
}

function assertionOf(code: string, statement: ts.Statement): ((expression: string) => string) | undefined {
  if (!ts.isExpressionStatement(statement)) return undefined
  const rest = code.slice(statement.getEnd()).split('\n', 1)[0] ?? ''
  const comment = /^;?\s*\/\/ (=>|≈) (.+)$/.exec(rest)
  if (comment === null) return undefined
  const expected = comment[2] ?? ''
  const thrown = /^throws ([A-Z_]+)$/.exec(expected)
  if (thrown !== null) return (expression) => `expectThrows(() => (${expression}), '${thrown[1]}')`
  if (comment[1] === '≈') return (expression) => `expectClose((${expression}), '${expected.trim()}')`
  return (expression) => `expectValue((${expression}), (${expected}))`
}
