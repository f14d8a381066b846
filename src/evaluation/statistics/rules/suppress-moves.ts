import { cellKey, type OneTree, type Tree } from './count-table.ts'

/** From a leaf up to the root. */
type Path = readonly string[]
/** Nodes that change when one is moved from a leaf to another: each path below the node in which they meet. */
interface Shift {
  up: Path
  down: Path
}

const cached = new WeakMap<Tree, Path[]>()

/** Paths of all leaves, in the order of the tree. */
function leafPaths(tree: Tree): Path[] {
  let paths = cached.get(tree)
  if (!paths) {
    const walk = (node: Tree, above: Path): Path[] => {
      const path = [node.key, ...above]
      return node.children?.length ? node.children.flatMap((child) => walk(child, path)) : [path]
    }
    paths = walk(tree, [])
    cached.set(tree, paths)
  }
  return paths
}

/** Shifts that change `key` itself: from a leaf below it to a leaf that does not lie below it. */
function shiftsOf(tree: Tree, key: string): Shift[] {
  const paths = leafPaths(tree)
  const inside = paths.filter((path) => path.includes(key))
  const outside = paths.filter((path) => !path.includes(key))
  return inside.flatMap((from) =>
    outside.map((to) => {
      const meeting = from.findIndex((node) => to.includes(node))
      return { up: from.slice(0, meeting), down: to.slice(0, to.indexOf(from[meeting]!)) }
    }),
  )
}

/** Shifts to nowhere: the whole path changes, the root with it. */
const lossesOf = (tree: Tree, key: string): Shift[] =>
  leafPaths(tree)
    .filter((path) => path.includes(key))
    .map((up) => ({ up, down: [] }))

/**
 * The move that changes a small cell by one and leaves every sum as it is, at the least loss: first those in which nobody can
 * tell small cells from others by their size, then fewest cells newly hidden, then the smallest counts among them.
 * A change of the root of a tree is the last resort, and always possible: one more of a leaf that is there.
 * @returns keys of its cells
 */
export function cheapestMove(
  table: OneTree,
  place: string,
  measure: string,
  hidden: ReadonlyMap<string, unknown>,
  threshold: number,
): string[] {
  const places = shiftsOf(table.places, place)
  const measures = shiftsOf(table.measures, measure)
  const placeLosses = () => lossesOf(table.places, place)
  const measureLosses = () => lossesOf(table.measures, measure)
  for (const [ofPlaces, ofMeasures] of [
    [() => places, () => measures],
    [() => places, measureLosses],
    [placeLosses, () => measures],
    [placeLosses, measureLosses],
  ] as const) {
    const found = cheapest(table, ofPlaces(), ofMeasures(), hidden, threshold)
    if (found) return found
  }
  throw new Error(`the counts of ${place} are not the sums of their parts in ${measure}`)
}

interface Cost {
  /** 1: with the move some cell would cross the threshold */
  crosses: number
  cells: number
  counts: number
}

function cheapest(
  table: OneTree,
  places: readonly Shift[],
  measures: readonly Shift[],
  hidden: ReadonlyMap<string, unknown>,
  threshold: number,
): string[] | null {
  let best: { cost: Cost; place: Shift; measure: Shift } | undefined
  for (const place of places)
    for (const measure of measures) {
      const cost = costOf(table, place, measure, hidden, threshold)
      if (cost && (!best || isLess(cost, best.cost))) best = { cost, place, measure }
    }
  return best
    ? cellsOf(best.place, best.measure).map(([cellPlace, cellMeasure]) => cellKey(cellPlace, cellMeasure))
    : null
}

const isLess = (a: Cost, b: Cost): boolean =>
  (a.crosses - b.crosses || a.cells - b.cells || a.counts - b.counts) < 0

const cellsOf = (place: Shift, measure: Shift): [string, string, 1 | -1][] =>
  (['up', 'down'] as const).flatMap((side) =>
    place[side].flatMap((p) =>
      (['up', 'down'] as const).flatMap((other) =>
        measure[other].map((m): [string, string, 1 | -1] => [p, m, side === other ? 1 : -1]),
      ),
    ),
  )

/** null: the move is impossible, in either direction, with every hidden cell staying at least 1 */
function costOf(
  table: OneTree,
  place: Shift,
  measure: Shift,
  hidden: ReadonlyMap<string, unknown>,
  threshold: number,
): Cost | null {
  let [cells, counts] = [0, 0]
  const can = { 1: true, '-1': true }
  const stays = { 1: true, '-1': true }
  for (const [p, m, sign] of cellsOf(place, measure)) {
    const count = table.count(p, m)
    if (count === 0) return null
    if (count === null) continue // nobody knows it, so it may be anything
    const side = (after: number) => after < threshold
    for (const direction of [1, -1] as const) {
      const after = count + sign * direction
      if (after < 1) can[direction] = false
      if (side(after) !== side(count)) stays[direction] = false
    }
    if (!can[1] && !can[-1]) return null
    if (!hidden.has(cellKey(p, m))) {
      cells += 1
      counts += count
    }
  }
  const crosses = (can[1] && stays[1]) || (can[-1] && stays[-1]) ? 0 : 1
  return { crosses, cells, counts }
}
