import { createRequire } from 'node:module'

/** Packages that are compared with, installed beside the project and never by it. */
export const peerInstall = 'npm install --no-save lodash @duckdb/node-api'

/** A peer by its name; an error that says how to install it when it is absent. */
export function requirePeer<T>(name: string): T {
  const require = createRequire(`${process.cwd()}/package.json`)
  try {
    return require(name) as T
  } catch (cause) {
    throw new Error(`${name} is not installed: ${peerInstall}`, { cause })
  }
}

/** Whether a peer is there. */
export function hasPeer(name: string): boolean {
  try {
    createRequire(`${process.cwd()}/package.json`).resolve(name)
    return true
  } catch {
    return false
  }
}
