import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Writes dist/THIRD-PARTY-LICENSES.txt from the LICENSE and NOTICE files of what the build bundles.
const bundled = new Set<string>()
for (const file of readdirSync('dist').filter((name) => name.endsWith('.js.map'))) readMap(join('dist', file))
for (const folder of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (folder.endsWith('.js.map')) readMap(join('dist', folder))
}

function readMap(file: string): void {
  const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }
  for (const source of sources) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1]
    if (name !== undefined) bundled.add(name)
  }
}

const texts = [...bundled].sort().map((name) => {
  const folder = join('node_modules', name)
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file)) : []
  return `${name}\n${'-'.repeat(name.length)}\n\n${files.map((file) => readFileSync(join(dirname(join(folder, 'x')), file), 'utf8').trim()).join('\n\n')}\n`
})
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', texts.join('\n\n'))
