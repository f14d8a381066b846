import type { ArcTopology, PolygonArcs } from './topology.ts'

type Point = [number, number]
const key = ([x, y]: Point): string => `${x} ${y}`

/** Grid of GeoJSON coordinates: 0.00001 degree, about a metre. */
const transform: ArcTopology['transform'] = { scale: [1e-5, 1e-5], translate: [122, 20] }

/** A position in degrees on the grid. */
export const onGrid = ([longitude = 0, latitude = 0]: readonly number[]): Point => [
  Math.round((longitude - transform.translate[0]) / transform.scale[0]),
  Math.round((latitude - transform.translate[1]) / transform.scale[1]),
]

/**
 * Cuts rings into arcs so that a border between two areas is one arc used by both: a ring is cut where it meets or leaves
 * another. Rings are closed lists of grid points without repeated neighbours.
 * @returns the topology, and for each polygon its rings as arcs
 */
export function cutArcs(polygons: readonly Point[][][][]): {
  topology: ArcTopology
  polygons: PolygonArcs[]
} {
  const isJunction = junctionsOf(polygons.flat(2))
  const arcs: Point[][] = []
  const known = new Map<string, number>()
  const arcOf = (points: Point[]): number => {
    const forth = points.map(key).join(',')
    const before = known.get(forth)
    if (before !== undefined) return before
    known.set(forth, arcs.length)
    // a ring that is its own reverse would overwrite itself; a border is never that
    known.set([...points].reverse().map(key).join(','), ~arcs.length)
    arcs.push(points)
    return arcs.length - 1
  }
  const cut = (ring: Point[]): number[] => piecesOf(ring, isJunction).map(arcOf)
  const cutPolygons = polygons.map((area) => area.map((rings) => rings.map(cut)))
  return { topology: { transform, arcs: arcs.map(steps) }, polygons: cutPolygons }
}

/** Points with more than two different neighbours over all rings: there three borders meet. */
function junctionsOf(rings: readonly Point[][]): (point: Point) => boolean {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings) {
    for (let at = 0; at < ring.length - 1; at++) {
      const here = key(ring[at]!)
      const found = neighbours.get(here) ?? new Set<string>()
      found.add(key(ring[at + 1]!))
      found.add(key(ring[at === 0 ? ring.length - 2 : at - 1]!))
      neighbours.set(here, found)
    }
  }
  return (point) => (neighbours.get(key(point))?.size ?? 0) > 2
}

/** A ring between its junctions; a ring without any starts at its least point, so that a hole and what fills it agree. */
function piecesOf(ring: Point[], isJunction: (point: Point) => boolean): Point[][] {
  const open = ring.slice(0, -1)
  const first = open.findIndex(isJunction)
  if (first < 0) return [closedFromLeast(open)]
  const turned = [...open.slice(first), ...open.slice(0, first), open[first]!]
  const pieces: Point[][] = []
  let piece: Point[] = [turned[0]!]
  for (const point of turned.slice(1)) {
    piece.push(point)
    if (!isJunction(point)) continue
    pieces.push(piece)
    piece = [point]
  }
  return pieces
}

function closedFromLeast(open: Point[]): Point[] {
  const least = open.reduce((best, [x, y], at) => {
    const [bx, by] = open[best]!
    return x < bx || (x === bx && y < by) ? at : best
  }, 0)
  return [...open.slice(least), ...open.slice(0, least), open[least]!]
}

const steps = (points: Point[]): Point[] =>
  points.map(([x, y], at) => (at === 0 ? [x, y] : [x - points[at - 1]![0], y - points[at - 1]![1]]))
