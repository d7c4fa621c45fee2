import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The sources as one file: what a caller runs, without the loader of a development tool in between. */
export async function bundleRunner(folder: string): Promise<string> {
  const { build } = await import('esbuild')
  const outfile = join(folder, 'run.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('run.ts', import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['esbuild'],
    sourcemap: 'inline',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  return outfile
}
