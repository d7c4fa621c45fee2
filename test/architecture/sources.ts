import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** One source file with what it imports: files by path below src, packages by name. */
export interface SourceFile {
  path: string
  text: string
  tree: ts.SourceFile
  files: string[]
  packages: string[]
}

/** Every source file of the library. */
export function readSources(): SourceFile[] {
  return filesBelow(src).map((file) => {
    const text = readFileSync(file, 'utf8')
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
    const specifiers = specifiersOf(tree)
    return {
      path: relative(src, file),
      text,
      tree,
      files: specifiers
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(src, resolve(dirname(file), name.replace(/\.js$/, '.ts')))),
      packages: specifiers.filter((name) => !name.startsWith('.')),
    }
  })
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

function specifiersOf(tree: ts.SourceFile): string[] {
  const specifiers: string[] = []
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined
    if (specifier !== undefined && ts.isStringLiteral(specifier)) specifiers.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return specifiers
}
