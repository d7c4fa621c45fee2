import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vitest/config'
import { extractExamples, instrument } from './docs/extract.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Serves the examples of the documentation as modules, so that they run against the sources. */
function documentationExamples(): Plugin {
  const pattern = /doc-example\/(\d+)\.ts$/
  return {
    name: 'documentation-examples',
    resolveId: (id) => (pattern.test(id) ? id : undefined),
    load(id) {
      const index = pattern.exec(id)?.[1]
      return index === undefined ? undefined : instrument(extractExamples()[Number(index)]?.code ?? '').code
    },
  }
}

export default defineConfig({
  root,
  plugins: [documentationExamples()],
  resolve: {
    alias: [
      { find: /^retention-okr$/, replacement: `${root}src/index.ts` },
      { find: /^retention-okr\/(.+)$/, replacement: `${root}src/$1/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores are the smallest machine that this is run on.
    maxWorkers: 2,
    // Nothing here has a state to keep apart: modules are loaded once a worker.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
})
