import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Packages that are compared with have a lockfile of their own, beside the project's. */
export const peerInstall = 'npm ci --prefix test/bench'

const requireHere = createRequire(join(process.cwd(), 'test/bench/package.json'))

/** A peer by its name. */
export function requirePeer<T>(name: string): T {
  return requireHere(name) as T
}

/** Whether a peer is installed for the bench: one that only the project has may be of another version. */
export function hasPeer(name: string): boolean {
  try {
    return requireHere.resolve(name).includes(join('test', 'bench', 'node_modules'))
  } catch {
    return false
  }
}
