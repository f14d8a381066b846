import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { ChartData } from '../../../ui/chart/chart-data.ts'
import type {
  BoxData,
  DistributionData,
  Level,
  RadarData,
  RankingData,
  ScatterData,
} from '../../../ui/chart/place-data.ts'
import type { Definition, Series, Value } from '../schema.ts'
import { measureOf, nameOf, placePoint, pointOf, type Roles } from './place-points.ts'

/** What the places of a level are called, when they are counted. */
export const PLACE_WORDS: Readonly<Record<string, string>> = {
  nation: '国',
  prefecture: '都道府県',
  insurer: '保険者',
  municipality: '市区町村',
  town: '町',
}
export const placeWord = (level: string): string => PLACE_WORDS[level] ?? '地域'

export interface Shown {
  definition: Definition
  level: string
  items: readonly Value[]
  roles: Roles
  /** 全国 and the like, drawn as lines */
  levels: readonly Level[]
}

export const distributionPicture = ({
  definition,
  level,
  items,
  roles,
  levels,
}: Shown): DistributionData => ({
  kind: 'distribution',
  ...measureOf(definition),
  of: placeWord(level),
  places: items.map((item) => placePoint(item, roles)),
  levels,
})

export const rankingPicture = ({ definition, level, items, roles, levels }: Shown): RankingData => ({
  kind: 'ranking',
  ...measureOf(definition),
  of: placeWord(level),
  places: items.map((item) => placePoint(item, roles)),
  levels,
})

/** Ours first, then the others as they are given. */
export const intervalPicture = ({ definition, level, items, roles, levels }: Shown): RankingData => ({
  kind: 'interval',
  ...measureOf(definition),
  of: placeWord(level),
  places: items
    .map((item) => placePoint(item, roles))
    .toSorted((a, b) => Number(b.role === 'own') - Number(a.role === 'own')),
  levels,
})

/** A box for each prefecture, from north to south. @param prefectures in that order */
export function boxPicture(
  { definition, level, items, roles }: Shown,
  prefectures: readonly { code: string; name: string }[],
): BoxData {
  const groups = Map.groupBy(items, ({ prefectureCode }) => prefectureCode)
  return {
    kind: 'box',
    ...measureOf(definition),
    by: '都道府県',
    of: placeWord(level),
    groups: prefectures.map(({ code, name }) => ({
      id: code,
      name: name === '北海道' ? name : name.replace(/[都府県]$/, ''),
      places: (groups.get(code) ?? []).map((item) => placePoint(item, roles)),
    })),
  }
}

type Line = Series['places'][number]

/** Places through the periods. A day on which a place has no row is a gap with its word. */
export function seriesPicture(definition: Definition, lines: readonly Line[]): ChartData {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ periodTo }) => periodTo)))].toSorted()
  const releases = new Map(lines.flatMap(({ points }) => points.map((one) => [one.periodTo, one.release])))
  return {
    kind: 'line',
    ...measureOf(definition),
    axis: '時点',
    isFromZero: false,
    categories: days.map((day) => ({
      label: `${formatDate(day as IsoDate, 'short')}${releases.get(day) === '速報' ? '（速報）' : ''}`,
      on: day as IsoDate,
    })),
    marked: days.length - 1,
    series: lines.map((line) => ({
      id: line.code,
      name: nameOf(line),
      points: days.map((day) => {
        const point = line.points.find(({ periodTo }) => periodTo === day)
        return point ? pointOf(point) : { missing: '値なし', reason: 'この時点の数がありません' }
      }),
    })),
  }
}

/** Two indicators of the same places. */
export function scatterPicture(
  x: { definition: Definition; items: readonly Value[] },
  y: { definition: Definition; items: readonly Value[] },
  level: string,
  roles: Roles,
  cross: ScatterData['cross'],
): ScatterData {
  const ofX = new Map(x.items.map((item) => [item.code, item]))
  return {
    kind: 'scatter',
    of: placeWord(level),
    x: measureOf(x.definition),
    y: measureOf(y.definition),
    points: y.items.flatMap((item) => {
      const other = ofX.get(item.code)
      if (!other) return []
      const { id, name, role } = placePoint(item, roles)
      return [{ id, name, role, x: pointOf(other), y: pointOf(item) }]
    }),
    cross,
  }
}

/** Unweighted mean of what is known. @returns null when nothing is */
export function meanOf(items: readonly Value[]): number | null {
  const known = items.flatMap(({ value }) => (value === null ? [] : [value]))
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

export interface RadarInput {
  definition: Definition
  nation: Value | null
  values: readonly Value[]
}

/** Several indicators of a few places against the nation. */
export function radarPicture(
  inputs: readonly RadarInput[],
  codes: readonly string[],
  roles: Roles,
): RadarData {
  const named = codes.flatMap((code) => {
    const found = inputs.flatMap(({ values }) => values.filter((value) => value.code === code))[0]
    return found ? [{ code, name: nameOf(found) }] : []
  })
  const none = { missing: '値なし', reason: 'この指標にはありません' }
  return {
    kind: 'radar',
    base: '全国',
    spokes: inputs.map(({ definition, nation }) => ({
      id: definition.id,
      ...measureOf(definition),
      better: definition.better,
      base: nation ? pointOf(nation) : none,
    })),
    places: named.map(({ code, name }) => ({
      id: code,
      name,
      role: code === roles.own ? ('own' as const) : ('peer' as const),
      values: inputs.map(({ values }) => {
        const value = values.find((one) => one.code === code)
        return value ? pointOf(value) : none
      }),
    })),
  }
}
