import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** A figure, or why there is none: never zero. */
export type AreaValue = number | { missing: string; reason?: string }

export type AreaProperties = { code: string; name: string }
/** What `/api/boundaries/topology` gives, or plain GeoJSON. */
export type MapShapes =
  | Topology<{ areas: GeometryCollection<AreaProperties> }>
  | FeatureCollection<Polygon | MultiPolygon, AreaProperties>

/** A point: an office, a facility, the middle of a town that has no boundary. */
export type MapPlace = {
  id: string
  name: string
  /** degrees, WGS 84 */
  longitude: number
  latitude: number
  /** the figure that colours it; only where places are coloured */
  value?: AreaValue
  /** what its circle's area stands for; all alike without */
  size?: number
}

export type MapData = {
  /** what the areas or places are, as the first heading of the table: 「市町村」 */
  areaWord: string
  /** what is shown: 「認定率」 */
  valueWord: string
  unit: string
  shapes: MapShapes | null
  /** by code; an area without an entry has no figure */
  values: Readonly<Record<string, AreaValue>>
  /** areas of the table that no shape shows: small islands, towns without boundaries */
  withoutShape?: readonly AreaProperties[]
  places?: readonly MapPlace[]
  /** what the colours speak of; areas without */
  coloured?: 'areas' | 'places'
  /** 「人口」 and its unit, when places have a size */
  size?: { word: string; unit: string }
  /** lower ends of the classes after the first, ascending; fifths of the figures without */
  breaks?: readonly number[]
  /** decimals of a figure; 0 without */
  digits?: number
  /** diverging: the middle class is the neutral one */
  palette?: 'sequential' | 'diverging'
  /** code or id of the reader's own place, drawn with a heavy outline */
  own?: string
}

export type Subject = { code: string; name: string; value: AreaValue }

export const noFigure: AreaValue = { missing: '数がありません' }

export const isKnown = (value: AreaValue | undefined): value is number => typeof value === 'number'

export const written = (value: number, digits = 0): string =>
  value.toLocaleString('ja-JP', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** 「18.6％」, 「非公表（少数のため）」 */
export function valueText({ unit, digits }: MapData, value: AreaValue): string {
  if (isKnown(value)) return `${written(value, digits)}${unit}`
  return value.reason ? `${value.missing}（${value.reason}）` : value.missing
}

/** Code and name of every area that has a shape, in the order of the file. */
export function shapedAreas(shapes: MapShapes | null): AreaProperties[] {
  if (shapes === null) return []
  const all: readonly { properties?: AreaProperties | object }[] =
    shapes.type === 'Topology' ? shapes.objects.areas.geometries : shapes.features
  return all.flatMap(({ properties }) =>
    properties && 'code' in properties ? [{ code: properties.code, name: properties.name }] : [],
  )
}

/** Everything the colours speak of, with its figure: what table, list and classes are made of. */
export function subjectsOf(data: MapData): Subject[] {
  if (data.coloured === 'places') {
    return (data.places ?? []).map(({ id, name, value = noFigure }) => ({ code: id, name, value }))
  }
  const areas = [...shapedAreas(data.shapes), ...(data.withoutShape ?? [])]
  const seen = new Map(areas.map((area) => [area.code, area]))
  return [...seen.values()].map((area) => ({ ...area, value: data.values[area.code] ?? noFigure }))
}
