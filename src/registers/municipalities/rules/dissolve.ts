import { mergeArcs } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

export interface ShapedArea {
  code: string
  polygons: number[][][]
}
export interface AreaName {
  code: string
  name: string
}
export type AreaTopology = Topology<{ areas: GeometryCollection<AreaName> }>

/**
 * Puts areas together into larger ones and leaves out every arc that is not a border any more: wards into their city,
 * municipalities into their prefecture. Borders that two areas share stay one line.
 * @param into the larger area of each, undefined: left out
 */
export function dissolve(
  { transform, arcs }: Pick<AreaTopology, 'transform' | 'arcs'>,
  areas: readonly ShapedArea[],
  into: (area: ShapedArea) => AreaName | undefined,
): AreaTopology {
  const groups = new Map<string, { name: AreaName; members: MultiPolygon[] }>()
  for (const area of areas) {
    const name = into(area)
    if (!name) continue
    const group = groups.get(name.code) ?? { name, members: [] }
    group.members.push({ type: 'MultiPolygon', arcs: area.polygons })
    groups.set(name.code, group)
  }
  const whole = { type: 'Topology', objects: {}, arcs } as unknown as Topology
  const geometries = [...groups.values()].map(({ name: { code, name }, members }) => ({
    type: 'MultiPolygon' as const,
    arcs:
      members.length === 1 ? members[0]!.arcs : mergeArcs(whole, members as (Polygon | MultiPolygon)[]).arcs,
    properties: { code, name },
  }))
  const used = renumbered(geometries, arcs)
  return {
    type: 'Topology',
    ...(transform ? { transform } : {}),
    objects: { areas: { type: 'GeometryCollection', geometries: used.geometries } },
    arcs: used.arcs,
  }
}

type Shape = MultiPolygon<AreaName>

/** Keeps only arcs that are used, in the order of their use. */
function renumbered(geometries: readonly Shape[], arcs: Topology['arcs']) {
  const kept: Topology['arcs'] = []
  const numbers = new Map<number, number>()
  const numberOf = (arc: number): number => {
    const found = numbers.get(arc)
    if (found !== undefined) return found
    numbers.set(arc, kept.length)
    kept.push(arcs[arc] ?? [])
    return kept.length - 1
  }
  const walk = (index: number) => (index < 0 ? ~numberOf(~index) : numberOf(index))
  return {
    geometries: geometries.map((one) => ({
      ...one,
      arcs: one.arcs.map((rings) => rings.map((ring) => ring.map(walk))),
    })),
    arcs: kept,
  }
}
