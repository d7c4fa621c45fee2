import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a bundle of one import holds and costs. */
export interface Bundle {
  text: string
  /** Bytes gzipped. */
  size: number
}

/** One import of the build, bundled and minified, with the packages it uses or without those named. */
export async function bundleOf(entry: string, name: string): Promise<Bundle> {
  const [bundle] = await bundlesOf(entry, [name], [])
  if (bundle === undefined) throw new Error(`no bundle of ${name}`)
  return bundle
}

/** A bundle for each import of one entry, in their order; the build is parsed once for all of them. */
export async function bundlesOf(
  entry: string,
  names: readonly string[],
  external: readonly string[],
): Promise<Bundle[]> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => ({ in: `import:${name}`, out: name })),
    plugins: [importsOf(entry)],
    outdir: 'bundles',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    external: [...external],
    write: false,
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
  })
  return outputFiles.map(({ text }) => ({ text, size: gzipSync(text, { level: 9 }).length }))
}

/** Makes `import:NAME` a file that imports the name from the entry. */
function importsOf(entry: string): Plugin {
  const path = `./dist/${entry}/index.js`.replace('/./', '/')
  return {
    name: 'imports',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^import:/ }, ({ path: given }) => ({
        path: given.slice('import:'.length),
        namespace: 'imports',
      }))
      onLoad({ filter: /.*/, namespace: 'imports' }, ({ path: name }) => ({
        contents: `import { ${name} } from '${path}'\nconsole.log(${name})`,
        resolveDir: root,
      }))
    },
  }
}
