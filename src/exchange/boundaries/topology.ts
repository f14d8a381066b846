/** Arcs on a grid of whole numbers: the first point, then the steps from each to the next. */
export interface ArcTopology {
  /** degrees = number × scale + translate; longitude first */
  transform: { scale: [number, number]; translate: [number, number] }
  arcs: [number, number][][]
}

/** Rings as indexes of arcs; ~index walks an arc backwards. Polygons → rings → arcs. */
export type PolygonArcs = number[][][]

/** The grid points of one ring, first and last alike; empty when its arcs do not follow each other to where it began. */
export function ringPoints({ arcs }: ArcTopology, ring: readonly number[]): [number, number][] {
  const points: [number, number][] = []
  for (const index of ring) {
    const forth = arcPoints(arcs[index < 0 ? ~index : index] ?? [])
    const walked = index < 0 ? forth.reverse() : forth
    if (points.length > 0 && !isSame(points.at(-1), walked[0])) return []
    points.push(...(points.length > 0 ? walked.slice(1) : walked))
  }
  return isSame(points[0], points.at(-1)) ? points : []
}

function arcPoints(steps: readonly [number, number][]): [number, number][] {
  let here: [number, number] = [0, 0]
  return steps.map(([dx, dy]) => {
    here = [here[0] + dx, here[1] + dy]
    return here
  })
}

const isSame = (a?: readonly number[], b?: readonly number[]): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
