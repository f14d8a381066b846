import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { AreaProperties, MapShapes } from './map-data.ts'

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number]
/** An area as rings of degrees; `rings` of all its polygons, holes included. */
export type Shape = AreaProperties & { rings: Position[][]; box: Box; geometry: Polygon | MultiPolygon }

/** Shapes of all areas, decoded. */
export function shapesOf(shapes: MapShapes | null): Shape[] {
  if (shapes === null) return []
  const features =
    shapes.type === 'Topology' ? feature(shapes, shapes.objects.areas).features : shapes.features
  return features.flatMap(({ geometry, properties }) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    return [{ code: properties.code, name: properties.name, rings, box: boxOf(rings.flat()), geometry }]
  })
}

/** Every border once, however many areas it has; of GeoJSON the areas themselves. null: no areas. */
export function bordersOf(shapes: MapShapes | null): Feature | FeatureCollection | null {
  if (shapes?.type !== 'Topology') return shapes
  return { type: 'Feature', properties: {}, geometry: mesh(shapes, shapes.objects.areas) }
}

export function boxOf(points: Iterable<Position>): Box {
  const box: Box = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [longitude = 0, latitude = 0] of points) {
    if (longitude < box[0]) box[0] = longitude
    if (latitude < box[1]) box[1] = latitude
    if (longitude > box[2]) box[2] = longitude
    if (latitude > box[3]) box[3] = latitude
  }
  return box
}

/** undefined: of nothing */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  const corners = boxes.flatMap(([west, south, east, north]): Position[] => [
    [west, south],
    [east, north],
  ])
  return corners.length === 0 ? undefined : boxOf(corners)
}

export const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
