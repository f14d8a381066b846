import type { Position } from 'geojson'
import { classesOf, classOf, type MapClasses } from './classes.ts'
import { framesOf } from './frames.ts'
import { isKnown, type MapData, type MapPlace, noFigure, type Subject, subjectsOf } from './map-data.ts'
import type { Frame } from './projection.ts'
import { type Box, boxOf, meets, type Shape, shapesOf, unionOf } from './shapes.ts'

/** How an area or place is filled: the index of its class, or without a figure. */
export type Look = number | 'missing' | 'plain'
export type DrawnArea = { code: string; name: string; path: string; look: Look; isOwn: boolean }
export type DrawnPlace = {
  id: string
  name: string
  x: number
  y: number
  radius: number
  look: Look
  isOwn: boolean
}
export type DrawnFrame = Pick<Frame, 'x' | 'y' | 'width' | 'height'> & {
  areas: DrawnArea[]
  places: DrawnPlace[]
}
/** A map as flat shapes in pixels, for SVG of any kind. */
export type Drawing = {
  width: number
  height: number
  frames: DrawnFrame[]
  classes: MapClasses
  subjects: Subject[]
  notes: string[]
}

/** Draws in a box so many pixels wide; pure: the server makes the same picture. */
export function drawMap(data: MapData, width: number): Drawing {
  const subjects = subjectsOf(data)
  const classes = classesOf(data, subjects)
  const shapes = shapesOf(data.shapes)
  const places = data.places ?? []
  const pointBox = boxOf(places.map((place): Position => [place.longitude, place.latitude]))
  const box = unionOf([...shapes.map((shape) => shape.box), ...(places.length > 0 ? [pointBox] : [])])
  if (!box) return { width, height: 0, frames: [], classes, subjects, notes: [] }
  const { frames, height, notes } = framesOf(box, width)
  return {
    width,
    height,
    classes,
    subjects,
    notes,
    frames: frames.map((frame) => ({
      x: frame.x,
      y: frame.y,
      width: frame.width,
      height: frame.height,
      areas: shapes
        .filter((shape) => meets(shape.box, frame.box))
        .map((shape) => drawArea(data, classes, frame, shape)),
      places: places
        .filter((place) => isInside(place, frame.box))
        .map((place) => drawPlace(data, classes, frame, place)),
    })),
  }
}

const isInside = ({ longitude, latitude }: MapPlace, [west, south, east, north]: Box): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

function drawArea(data: MapData, classes: MapClasses, frame: Frame, shape: Shape): DrawnArea {
  return {
    code: shape.code,
    name: shape.name,
    path: shape.rings.map((ring) => pathOf(frame, ring)).join(''),
    look: lookOfArea(data, classes, shape.code),
    isOwn: data.coloured !== 'places' && shape.code === data.own,
  }
}

export function lookOfArea(data: MapData, classes: MapClasses, code: string): Look {
  return data.coloured === 'places' ? 'plain' : lookOf(classes, data.values[code] ?? noFigure)
}

export function lookOfPlace(data: MapData, classes: MapClasses, place: MapPlace): Look {
  return data.coloured === 'places' ? lookOf(classes, place.value ?? noFigure) : 'plain'
}

const lookOf = ({ breaks }: MapClasses, value: MapData['values'][string]): Look =>
  isKnown(value) ? classOf(breaks, value) : 'missing'

function drawPlace(data: MapData, classes: MapClasses, frame: Frame, place: MapPlace): DrawnPlace {
  const [x, y] = frame.project(place.longitude, place.latitude)
  return {
    id: place.id,
    name: place.name,
    x: tenth(x),
    y: tenth(y),
    radius: tenth(radiusOf(data, place)),
    look: lookOfPlace(data, classes, place),
    isOwn: place.id === data.own,
  }
}

/** Pixels; the circle's area follows the size, the largest being 14 pixels across its half. */
export function radiusOf(data: MapData, { size }: MapPlace): number {
  if (size === undefined) return 4
  const largest = Math.max(1, ...(data.places ?? []).map((place) => place.size ?? 0))
  return Math.max(2, 14 * Math.sqrt(Math.max(0, size) / largest))
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** A ring as a path; points that fall on the one before are left out. */
function pathOf(frame: Frame, ring: readonly Position[]): string {
  let path = ''
  let before = ''
  for (const [longitude = 0, latitude = 0] of ring) {
    const [x, y] = frame.project(longitude, latitude)
    const point = `${tenth(x)} ${tenth(y)}`
    if (point === before) continue
    path += before === '' ? `M${point}` : `L${point}`
    before = point
  }
  return `${path}Z`
}
