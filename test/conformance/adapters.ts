import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Calls one function of the library with the input and options of a reference case. */
export type Adapter = (input: never, options: never) => unknown

const folder = fileURLToPath(new URL('./adapters/', import.meta.url))

/** Every adapter by the name of its function, from one file a family. */
export async function loadAdapters(): Promise<Map<string, Adapter>> {
  const adapters = new Map<string, Adapter>()
  if (!existsSync(folder)) return adapters
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()) {
    const module = (await import(pathToFileURL(`${folder}${file}`).href)) as { adapters: Record<string, Adapter> }
    for (const [name, adapter] of Object.entries(module.adapters)) adapters.set(name, adapter)
  }
  return adapters
}
