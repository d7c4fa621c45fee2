import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> }
const subpaths = Object.keys(manifest.exports).filter((subpath) => subpath !== './package.json')
const folder = mkdtempSync(join(tmpdir(), 'retention-okr-'))
const modules = join(folder, 'node_modules')

/** The packed tarball in an empty folder, beside the dependencies that npm would install. */
beforeAll(() => {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'pipe' })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  mkdirSync(join(modules, 'retention-okr'), { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', join(modules, 'retention-okr'), '--strip-components=1'])
  for (const name of ['decimal.js', 'zod']) symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir')
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function node(file: string, code: string): string {
  writeFileSync(join(folder, file), code)
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).trim()
}

function specifierOf(subpath: string): string {
  return `retention-okr${subpath.slice(1)}`
}

describe('the packed tarball', () => {
  it('holds the build, the licences and the changelog, and no sources or tests', () => {
    const files = readdirSync(join(modules, 'retention-okr'), { recursive: true, encoding: 'utf8' })
    expect(files).toContain('CHANGELOG.md')
    expect(files).toContain(join('dist', 'THIRD-PARTY-LICENSES.txt'))
    expect(files.filter((name) => /^(src|test|docs)/.test(name))).toEqual([])
    const licences = readFileSync(join(modules, 'retention-okr/dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
    expect(licences).toContain('date-fns')
  })

  it('imports every subpath', () => {
    const lines = subpaths.map((subpath, index) => `import * as m${index} from '${specifierOf(subpath)}'`)
    const checks = subpaths.map((_, index) => `Object.keys(m${index}).length > 0`)
    expect(node('import.mjs', `${lines.join('\n')}\nconsole.log([${checks.join(', ')}].every(Boolean))`)).toBe('true')
  })

  it('requires every subpath, and the error of one entry is that of another', () => {
    const loaded = subpaths.map((subpath) => `require('${specifierOf(subpath)}')`)
    const code = `const all = [${loaded.join(', ')}]
      const classes = new Set(all.map((entry) => entry.RetentionOkrError).filter(Boolean))
      console.log(all.length, classes.size)`
    expect(node('require.cjs', code)).toBe(`${subpaths.length} 1`)
  })

  it('runs where code generation from strings is forbidden', () => {
    writeFileSync(join(folder, 'strict.mjs'), `import 'retention-okr'\nconsole.log('loaded')`)
    const output = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', 'strict.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(output.trim()).toBe('loaded')
  })

  it('type-checks a consumer under nodenext and under bundler', () => {
    writeFileSync(
      join(folder, 'consumer.ts'),
      `import { periodGrid } from 'retention-okr/calendar'
       import { isRetentionOkrError, mergeTallies } from 'retention-okr'
       const bounds: readonly number[] = periodGrid({ start: 0, end: 1 }, { unit: 'day' }).bounds
       export const results = [bounds.length, isRetentionOkrError(0), mergeTallies]
       // @ts-expect-error a unit that does not exist
       periodGrid({ start: 0, end: 1 }, { unit: 'decade' })`,
    )
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const check = (module: string, moduleResolution: string): string => {
      const common = { noEmit: true, strict: true, skipLibCheck: true, target: 'es2022', types: [] }
      const compilerOptions = { ...common, module, moduleResolution }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
      return execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: folder, encoding: 'utf8' })
    }
    expect(check('nodenext', 'nodenext')).toBe('')
    expect(check('esnext', 'bundler')).toBe('')
  })

  it('names no other package in its declarations but zod, which the schemas are made of', () => {
    const dist = join(modules, 'retention-okr/dist')
    // Statements only: the examples in doc comments import the library by its name.
    const foreign = /^(?:import|export)\b.* from ['"][^.]/m
    expect("import * as z from 'zod'").toMatch(foreign)
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'))
    const named = files.filter((name) => foreign.test(readFileSync(join(dist, name), 'utf8')))
    expect(named).toEqual([join('schemas', 'index.d.ts')])
    expect(existsSync(join(dist, 'index.d.ts'))).toBe(true)
  })
})
