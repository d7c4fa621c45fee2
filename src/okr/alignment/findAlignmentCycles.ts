import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { assertArray, assertPlain } from '../../internal/guards.js'
import { assertText } from '../assertText.js'

/** A link from an objective to one that it serves. */
export interface AlignmentLink {
  /** Id of the objective that serves. */
  readonly childId: string
  /** Id of the objective that is served. */
  readonly parentId: string
}

/**
 * Finds the rings in the links between objectives, one for each group in which every objective leads to every other.
 *
 * A ring starts at the smallest id of its group and takes the shortest way back, the smaller ids first.
 *
 * @param links - links from child to parent
 * @returns rings of ids in order of their first; none when no objective leads back to itself
 * @throws {@link RetentionOkrError} INVALID_INPUT for links that are none
 * @example
 * ```ts
 * import { findAlignmentCycles } from 'retention-okr/okr'
 *
 * const links = [['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'a']] as const
 * findAlignmentCycles(links.map(([childId, parentId]) => ({ childId, parentId }))) // => [['a', 'b', 'c']]
 * ```
 * @since 0.1.0
 */
export function findAlignmentCycles(links: readonly AlignmentLink[]): string[][] {
  const parents = readLinks(links)
  return groupsOf(parents)
    .flatMap((group) => {
      const first = group.reduce((least, id) => (compareCodeUnits(id, least) < 0 ? id : least))
      const ring = wayBack(first, parents, new Set(group))
      return ring === null ? [] : [ring]
    })
    .sort((a, b) => compareCodeUnits(a[0] ?? '', b[0] ?? ''))
}

type Graph = ReadonlyMap<string, readonly string[]>

/** The parents of every id, in order. */
function readLinks(links: unknown): Graph {
  assertArray(links, 'links')
  const parents = new Map<string, Set<string>>()
  ;(links as readonly AlignmentLink[]).forEach((link, index) => {
    assertPlain(link, `links[${index}]`)
    const { childId, parentId } = link
    assertText(childId, `links[${index}].childId`)
    assertText(parentId, `links[${index}].parentId`)
    if (!parents.has(parentId)) parents.set(parentId, new Set())
    parents.set(childId, (parents.get(childId) ?? new Set()).add(parentId))
  })
  return new Map([...parents].map(([id, ids]) => [id, [...ids].sort(compareCodeUnits)]))
}

/** Groups in which every id leads to every other: what one walk finishes last leads the walk of the turned links. */
function groupsOf(parents: Graph): string[][] {
  const children = new Map<string, string[]>([...parents.keys()].map((id) => [id, []]))
  for (const [id, ids] of parents) for (const parent of ids) children.get(parent)?.push(id)
  const seen = new Set<string>()
  const finished = [...parents.keys()].flatMap((id) => walk(id, parents, seen))
  const taken = new Set<string>()
  return finished
    .reverse()
    .map((id) => walk(id, children, taken))
    .filter((group) => group.length > 0)
}

/** What can be reached from an id and was not seen before, in the order in which it is left; without recursion. */
function walk(start: string, graph: Graph, seen: Set<string>): string[] {
  if (seen.has(start)) return []
  seen.add(start)
  const left: string[] = []
  const trail = [{ id: start, next: 0 }]
  for (let at = trail.at(-1); at !== undefined; at = trail.at(-1)) {
    const neighbour = graph.get(at.id)?.[at.next]
    at.next += 1
    if (neighbour === undefined) {
      left.push(at.id)
      trail.pop()
    } else if (!seen.has(neighbour)) {
      seen.add(neighbour)
      trail.push({ id: neighbour, next: 0 })
    }
  }
  return left
}

/** The shortest way from an id back to itself within its group; null when there is none. */
function wayBack(first: string, parents: Graph, group: ReadonlySet<string>): string[] | null {
  const cameFrom = new Map<string, string>()
  const queue = [first]
  for (const id of queue) {
    for (const parent of parents.get(id) ?? []) {
      if (parent === first) return trace(id, cameFrom)
      if (!group.has(parent) || cameFrom.has(parent)) continue
      cameFrom.set(parent, id)
      queue.push(parent)
    }
  }
  return null
}

function trace(last: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const ring = [last]
  for (let id = cameFrom.get(last); id !== undefined; id = cameFrom.get(id)) ring.unshift(id)
  return ring
}
