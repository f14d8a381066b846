import type { Refusal } from '../tabular/index.ts'
import type { ArcTopology, PolygonArcs } from './topology.ts'

/** One area of the file: a municipality, or a ward of a designated city. */
export interface BoundaryArea {
  /** six digits */
  code: string
  /** N03_004: 中央区, 高松市 */
  name: string
  /** N03_003 of a ward: 札幌市; null otherwise */
  cityName: string | null
  polygons: PolygonArcs
  /** first feature of it, from 1 */
  featureNumber: number
}

export interface BoundaryFile {
  file: string
  /** YYYY-MM-DD */
  asOf: string
  /** two digits when all areas lie in one prefecture; null: several */
  prefecture: string | null
  topology: ArcTopology
  areas: BoundaryArea[]
  /** 所属未定地: prefecture names of what has no code */
  leftOut: string[]
}

/** What is wrong with a feature, or with the file. Either a file or refusals. */
export type BoundaryResult = { ok: true; file: BoundaryFile } | { ok: false; refusals: Refusal[] }

export type Properties = Partial<Record<string, string | null>>
/** A feature of either format, its rings already arcs. */
export interface RawFeature {
  properties: Properties
  polygons: PolygonArcs
}
export interface RawFile {
  /** 「N03-21_37_210101」, where the format has such a name */
  objectName: string
  topology: ArcTopology
  features: RawFeature[]
}

/** 国土数値情報 names its files by the day: N03-21_37_210101, N03-20240101_37. */
export function dayOf(...names: readonly string[]): string | undefined {
  for (const name of names) {
    const [, long, short] = /N03-(?:(\d{8})|\d{2}(?:_\d{2})?_(\d{6}))/.exec(name) ?? []
    const digits = long ?? (short ? `20${short}` : undefined)
    if (digits) return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  }
}
