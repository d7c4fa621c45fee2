import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

interface Manifest {
  exports: Record<string, unknown>
}

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const entry = Object.keys(exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => (subpath === '.' ? 'src/index.ts' : `src/${subpath.slice(2)}/index.ts`))

// One chunk for each wrapped package: one import of decimal.js would otherwise keep the whole chunk it shares.
const special = 'src/statistics/special'
const wrappers = [
  'src/internal/decimal.ts',
  ...(existsSync(special) ? readdirSync(special).map((file) => `${special}/${file}`) : []),
]

// `debug` reads process.env and the generator probe calls eval; neither is needed.
const stubs: Record<string, string> = {
  debug: 'module.exports = () => () => {}',
  '@stdlib/assert-has-generator-support': 'module.exports = () => true',
}

export default defineConfig({
  entry: [...entry, ...wrappers],
  dts: { entry },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  noExternal: [/^date-fns/, /^@date-fns\//, /^@stdlib\//],
  treeshake: { preset: 'smallest', moduleSideEffects: false },
  clean: true,
  sourcemap: true,
  esbuildPlugins: [
    {
      name: 'stubs',
      setup(build) {
        build.onResolve({ filter: /^(debug|@stdlib\/assert-has-generator-support)$/ }, ({ path }) => ({
          path,
          namespace: 'stub',
        }))
        build.onLoad({ filter: /./, namespace: 'stub' }, ({ path }) => ({ contents: stubs[path] ?? '' }))
      },
    },
  ],
})
