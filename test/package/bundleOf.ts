import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a bundle of one import holds and costs. */
export interface Bundle {
  text: string
  /** Bytes gzipped. */
  size: number
}

/** One import of the build, bundled and minified, with the packages it uses or without those named. */
export async function bundleOf(entry: string, name: string, external: readonly string[] = []): Promise<Bundle> {
  const result = await build({
    stdin: {
      contents: `import { ${name} } from './dist/${entry}/index.js'\nconsole.log(${name})`.replace('/./', '/'),
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    external: [...external],
    write: false,
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
  })
  const text = result.outputFiles[0]?.text ?? ''
  return { text, size: gzipSync(text, { level: 9 }).length }
}
