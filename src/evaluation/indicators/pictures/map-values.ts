import type { AreaValue, MapData, MapShapes } from '../../../ui/map/map-data.ts'
import type { PlaceList } from '../places/schema.ts'
import type { Definition, Value } from '../schema.ts'
import { placeWord } from './pictures.ts'
import { nameOf, pointOf } from './place-points.ts'

type Figures = { definition: Definition; level: string; items: readonly Value[]; own: string }

/** Of which municipalities insurers consist. */
type Members = { insurers: readonly Pick<PlaceList['insurers'][number], 'code' | 'municipalityCodes'>[] }

/**
 * Figures by the code of the area that is drawn. An insurer of several municipalities gives its one figure to each of them; where
 * its members are not known its figure has no area.
 */
export function areaValues({ level, items }: Figures, { insurers }: Members): Record<string, AreaValue> {
  const members = new Map(insurers.map(({ code, municipalityCodes }) => [code, municipalityCodes]))
  return Object.fromEntries(
    items.flatMap((item) => {
      const own = level === 'insurer' ? (members.get(item.code) ?? []) : []
      const codes = own.length > 0 ? own : [item.code]
      return codes.map((code) => [code, pointOf(item)])
    }),
  )
}

type Boundaries = { topology: unknown; withoutShape: { code: string; name: string }[] }

export function areaMap(figures: Figures, places: Members, boundaries: Boundaries): MapData {
  const { definition, level, own } = figures
  const insurer = places.insurers.find(({ code }) => code === own)
  return {
    areaWord: level === 'insurer' ? '市区町村' : placeWord(level),
    valueWord: definition.title,
    unit: definition.unit === '全国=100' ? '' : definition.unit,
    shapes: boundaries.topology as MapShapes,
    values: areaValues(figures, places),
    withoutShape: boundaries.withoutShape,
    digits: definition.decimals,
    own: insurer?.municipalityCodes[0] ?? own,
  }
}

/** Towns have no boundaries: each is a point at its middle. */
export function townMap({ definition, items, own }: Figures): MapData {
  return {
    areaWord: '町',
    valueWord: definition.title,
    unit: definition.unit,
    shapes: null,
    values: {},
    coloured: 'places',
    places: items.flatMap((item) =>
      item.latitude === null || item.longitude === null
        ? []
        : [
            {
              id: item.code,
              name: nameOf(item),
              latitude: item.latitude,
              longitude: item.longitude,
              value: pointOf(item),
            },
          ],
    ),
    digits: definition.decimals,
    own,
  }
}
