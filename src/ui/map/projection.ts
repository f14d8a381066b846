import type { Box } from './shapes.ts'

const radian = Math.PI / 180
/** Mercator, as MapLibre draws: the picture on paper has the form of the one on the screen. Degrees in, radians out. */
const north = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * radian) / 2))

/** A rectangle of the picture that shows a box of the earth. Pixels from the picture's upper left. */
export type Frame = {
  x: number
  y: number
  width: number
  height: number
  box: Box
  project(longitude: number, latitude: number): [number, number]
}

/** Height over width of a box. */
export const aspectOf = ([west, south, east, top]: Box): number =>
  (north(top) - north(south)) / Math.max(1e-9, (east - west) * radian)

/** Fits a box into a rectangle, centred, with a margin in pixels. */
export function frameOf(box: Box, x: number, y: number, width: number, height: number, margin = 6): Frame {
  const [west, south, east, top] = box
  const wide = Math.max(1e-9, (east - west) * radian)
  const high = Math.max(1e-9, north(top) - north(south))
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high)
  const left = x + (width - wide * scale) / 2
  const upper = y + (height - high * scale) / 2
  return {
    x,
    y,
    width,
    height,
    box,
    project: (longitude, latitude) => [
      left + (longitude - west) * radian * scale,
      upper + (north(top) - north(latitude)) * scale,
    ],
  }
}
