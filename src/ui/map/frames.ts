import { aspectOf, type Frame, frameOf } from './projection.ts'
import type { Box } from './shapes.ts'

/** The four large islands and what lies near; 南西諸島 get a frame of their own, 小笠原 and 南鳥島 lie outside both. */
const mainland: Box = [128.4, 30.1, 146.1, 45.7]
const southWest: Box = [122.8, 23.9, 131.5, 30.1]

/** The picture's frames: of the whole country two, else one; and what the reader must be told. */
export function framesOf(box: Box, width: number): { frames: Frame[]; height: number; notes: string[] } {
  const isCountry = box[1] < 29 && box[3] > 40 && box[2] > 140
  if (!isCountry) {
    const padded = padding(box)
    const height = Math.round(Math.min(width * 1.1, Math.max(width * 0.4, width * aspectOf(padded))))
    return { frames: [frameOf(padded, 0, 0, width, height)], height, notes: [] }
  }
  const height = Math.round(width * 1.02)
  const inset = Math.round(width * 0.36)
  return {
    frames: [
      frameOf(mainland, 0, 0, width, height),
      frameOf(southWest, 0, 0, inset, Math.round(inset * aspectOf(southWest)), 4),
    ],
    height,
    notes: ['左上の枠は南西諸島です（縮尺が異なります）。小笠原村などは図の外にあります。'],
  }
}

/** A single point still has some land around it. */
function padding([west, south, east, north]: Box): Box {
  const wide = Math.max(0.02, east - west)
  const high = Math.max(0.02, north - south)
  return [west - wide * 0.02, south - high * 0.02, east + wide * 0.02, north + high * 0.02]
}
