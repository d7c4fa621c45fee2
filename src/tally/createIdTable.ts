import { grown } from '../internal/grown.js'

/** So many steps from where an id belongs to where it lies mean that ids collide on purpose. */
const mostSteps = 64

/**
 * A function that gives the position at which an id came first, or -1 for a new one, which gets the next position.
 *
 * A table of positions over a hash of 32 bits: the ids themselves are asked for again, not kept, which costs a third of
 * what a map of a million distinct ids costs. Ids made to collide would make a table slow: then a map takes over.
 */
export function createIdTable(idAt: (position: number) => string): (id: string) => number {
  let slots = new Int32Array(2048)
  let hashes = new Int32Array(1024)
  let count = 0
  let map: Map<string, number> | undefined

  return (id) => {
    if (map !== undefined) return positionIn(map, id)
    if (2 * count >= slots.length) spread(slots.length * 2)
    const hash = hashOf(id)
    const mask = slots.length - 1
    let steps = 0
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const position = (slots[slot] ?? 0) - 1
      if (position < 0) {
        slots[slot] = count + 1
        hashes = grown(hashes, count)
        hashes[count] = hash
        count += 1
        return -1
      }
      if (hashes[position] === hash && idAt(position) === id) return position
      steps += 1
      if (steps > mostSteps) break
    }
    map = new Map()
    for (let position = 0; position < count; position += 1) map.set(idAt(position), position)
    return positionIn(map, id)
  }

  function positionIn(positions: Map<string, number>, id: string): number {
    const position = positions.get(id)
    if (position !== undefined) return position
    positions.set(id, count)
    count += 1
    return -1
  }

  function spread(length: number): void {
    slots = new Int32Array(length)
    const mask = length - 1
    for (let position = 0; position < count; position += 1) {
      let slot = (hashes[position] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = position + 1
    }
  }
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
