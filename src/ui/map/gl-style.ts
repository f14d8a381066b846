import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapClasses } from './classes.ts'
import { type Look, lookOfArea, lookOfPlace, radiusOf } from './drawing.ts'
import type { MapData } from './map-data.ts'
import * as look from './palettes.ts'
import type { Shape } from './shapes.ts'

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** What MapLibre draws: no tiles, no glyphs, nothing from outside. `look` is the class, -1 missing, -2 plain. */
export const looks: Record<string, number> = { missing: -1, plain: -2 }
const numberOf = (one: Look): number => (typeof one === 'number' ? one : (looks[one] ?? -2))

const areaFeatures = (data: MapData, classes: MapClasses, shapes: readonly Shape[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: shapes.map(({ code, geometry }) => ({
    type: 'Feature',
    properties: { code, look: numberOf(lookOfArea(data, classes, code)) },
    geometry,
  })),
})

const placeFeatures = (data: MapData, classes: MapClasses): FeatureCollection => ({
  type: 'FeatureCollection',
  features: (data.places ?? []).map((place) => ({
    type: 'Feature',
    properties: {
      code: place.id,
      look: numberOf(lookOfPlace(data, classes, place)),
      radius: radiusOf(data, place),
      isOwn: place.id === data.own,
    },
    geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
  })),
})

export const outlineOf = (geometry: Geometry | undefined): FeatureCollection =>
  geometry ? { ...nothing, features: [{ type: 'Feature', properties: {}, geometry }] } : nothing

/** The colour of a class by `look`. */
function colourOf(classes: MapClasses, ofPlain: string): ExpressionSpecification {
  const cases = classes.classes.flatMap(({ colour }, at): [number, string] => [at, colour])
  return [
    'match',
    ['get', 'look'],
    ...cases,
    looks.missing!,
    look.missingColour,
    ofPlain,
  ] as unknown as ExpressionSpecification
}

/** What the sources of the style hold; `chosen` is filled by the map. */
export function sourcesOf(data: MapData, classes: MapClasses, shapes: readonly Shape[]) {
  const own = data.coloured === 'places' ? undefined : shapes.find(({ code }) => code === data.own)
  return {
    areas: areaFeatures(data, classes, shapes),
    places: placeFeatures(data, classes),
    own: outlineOf(own?.geometry),
  }
}

/** Colours by layer: what changes with the figures. */
export const paintOf = (classes: MapClasses) => ({
  areas: colourOf(classes, '#f1f1f1'),
  places: colourOf(classes, look.placeColour),
})

export function styleOf(
  sources: ReturnType<typeof sourcesOf>,
  borders: Feature | FeatureCollection | null,
  classes: MapClasses,
): StyleSpecification {
  const source = (data: Feature | FeatureCollection) => ({ type: 'geojson' as const, data, tolerance: 0.3 })
  const paint = paintOf(classes)
  return {
    version: 8,
    sources: {
      areas: source(sources.areas),
      places: source(sources.places),
      own: source(sources.own),
      borders: source(borders ?? nothing),
      chosen: source(nothing),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': look.sea } },
      {
        id: 'areas',
        type: 'fill',
        source: 'areas',
        paint: { 'fill-color': paint.areas, 'fill-antialias': false },
      },
      {
        id: 'missing',
        type: 'fill',
        source: 'areas',
        filter: ['==', ['get', 'look'], looks.missing!],
        paint: { 'fill-pattern': 'missing' },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: {
          'line-color': look.border,
          'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.3, 8, 0.8, 12, 1.5],
        },
      },
      { id: 'own-light', type: 'line', source: 'own', paint: { 'line-color': '#ffffff', 'line-width': 5 } },
      { id: 'own', type: 'line', source: 'own', paint: { 'line-color': look.ownColour, 'line-width': 2.5 } },
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        paint: {
          'circle-color': paint.places,
          'circle-radius': ['get', 'radius'],
          'circle-opacity': 0.9,
          'circle-stroke-color': [
            'case',
            ['get', 'isOwn'],
            look.ownColour,
            ['==', ['get', 'look'], looks.missing!],
            look.missingStroke,
            '#ffffff',
          ],
          'circle-stroke-width': ['case', ['get', 'isOwn'], 2.5, 0.8],
        },
      },
      {
        id: 'chosen-light',
        type: 'line',
        source: 'chosen',
        paint: { 'line-color': '#ffffff', 'line-width': 5 },
      },
      {
        id: 'chosen',
        type: 'line',
        source: 'chosen',
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: { 'line-color': look.chosenColour, 'line-width': 2.5 },
      },
      {
        id: 'chosen-place',
        type: 'circle',
        source: 'chosen',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 10,
          'circle-opacity': 0,
          'circle-stroke-color': look.chosenColour,
          'circle-stroke-width': 2.5,
        },
      },
    ],
  }
}

/** Diagonal lines on white, 8 × 8 pixels, for areas without a figure. */
export function missingPattern(): { width: number; height: number; data: Uint8Array } {
  const size = 8
  const data = new Uint8Array(size * size * 4).fill(255)
  for (let row = 0; row < size; row++) {
    const column = size - 1 - row
    data.set([0x76, 0x76, 0x76, 255], (row * size + column) * 4)
  }
  return { width: size, height: size, data }
}
