import { loadAdapters } from './adapters.js'
import { readCases } from './cases.js'
import { runCase } from './runCase.js'

// npm run conformance -- FILE... [--only name,name]
const { files, only } = readArguments(process.argv.slice(2))
const adapters = await loadAdapters()
let passed = 0
let failed = 0
for (const file of files) {
  for (const reference of readCases(file)) {
    if (only !== undefined && !only.has(reference.function)) continue
    if (reference.skipped !== undefined) {
      console.log(`SKIPPED ${reference.id}: ${reference.skipped}`)
      continue
    }
    const problem = await runCase(reference, adapters)
    if (problem === null) {
      passed += 1
      continue
    }
    failed += 1
    console.log(`FAILED ${reference.id} (${reference.function})`)
    console.log(`  got       ${problem}`)
    console.log(`  expected  ${JSON.stringify(reference.expected).slice(0, 400)}`)
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0

function readArguments(words: readonly string[]): { files: string[]; only: Set<string> | undefined } {
  const at = words.indexOf('--only')
  if (at < 0) return { files: [...words], only: undefined }
  return {
    files: words.filter((_, index) => index !== at && index !== at + 1),
    only: new Set((words[at + 1] ?? '').split(',')),
  }
}
