import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { extractExamples } from './extract.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('type-checks every example of the documentation', () => {
  const virtual = new Map(
    extractExamples().map(({ name, code }, index) => [
      join(root, `test/docs/virtual-example-${index}.ts`),
      { name, code: `${code}\nexport {}\n` },
    ]),
  )
  const file = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => virtual.has(path) || fileExists(path)
  host.readFile = (path) => virtual.get(path)?.code ?? readFile(path)
  host.getSourceFile = (path, language, ...rest) => {
    const example = virtual.get(path)
    return example === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, example.code, language, true)
  }
  const program = ts.createProgram([...virtual.keys()], options, host)
  const problems = [...virtual].flatMap(([path, { name }]) => {
    const source = program.getSourceFile(path)
    if (source === undefined) return [`${name}: not read from ${dirname(path)}`]
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
  })
  expect(problems).toEqual([])
})
