import { isKnown, type Point, written } from './chart-data.ts'
import { fontFamily, ink, soft } from './looks.ts'
import type { PlacePoint } from './place-data.ts'

/** Ours is a filled diamond, those we compare with are triangles, the others small rings: told apart without colour. */
export const own = { symbol: 'diamond', symbolSize: 15, itemStyle: { color: '#0017c1', opacity: 1 } } as const
export const peer = {
  symbol: 'triangle',
  symbolSize: 10,
  itemStyle: { color: '#8b3a00', opacity: 1 },
} as const
export const other = {
  symbol: 'emptyCircle',
  symbolSize: 5,
  itemStyle: { color: '#767676', borderWidth: 1, opacity: 1 },
} as const
export const lookOfRole = (role: 'own' | 'peer' | undefined) =>
  role === 'own' ? own : role === 'peer' ? peer : other

const marks = { own: '◆', peer: '▲' } as const
export const marked = ({ name, role }: { name: string; role?: 'own' | 'peer' }): string =>
  role ? `${marks[role]} ${name}` : name

export const label = { color: ink, fontFamily, fontSize: 13 }

/** Readable on top of marks and lines. */
export const onTop = { textBorderColor: '#ffffff', textBorderWidth: 4 } as const

/** A dashed line through the picture for a figure that all are held against. */
export const levelLine = (color = soft) => ({
  silent: true,
  symbol: 'none' as const,
  lineStyle: { type: 'dashed' as const, color, width: 1.5 },
  label: { ...label, fontSize: 12, color },
})

type Measure = { unit: string; show?: (value: number) => string }
export const figure = ({ show, unit }: Measure, value: number): string => `${(show ?? written)(value)}${unit}`
export const pointText = (measure: Measure, point: Point): string =>
  isKnown(point) ? figure(measure, point) : point.missing

export type KnownPlace = PlacePoint & { value: number }
export const knownPlaces = (places: readonly PlacePoint[]): KnownPlace[] =>
  places.filter((place): place is KnownPlace => isKnown(place.value))
export const ofRole = <T extends { role?: 'own' | 'peer' }>(places: readonly T[], role: 'own' | 'peer') =>
  places.filter((one) => one.role === role)

/** The line on top that says what the marks mean. */
export const keyLine = (text: string, width: number) => ({
  text,
  left: 0,
  top: 0,
  padding: 0,
  textStyle: { ...label, fontWeight: 'normal' as const, width, overflow: 'truncate' as const },
})
