import type { MapClasses } from './classes.ts'
import type { Look } from './drawing.ts'
import { type MapData, subjectsOf } from './map-data.ts'

export type LegendRow = { look: Look | 'own' | 'place'; label: string }

/** What the legend says: each class with its count, missing figures, the own place, points and their size. */
export function legendRows(data: MapData, { classes, missing }: MapClasses): LegendRow[] {
  const rows: LegendRow[] = classes.map(({ label, count }, at) => ({
    look: at,
    label: `${label}（${count.toLocaleString('ja-JP')}）`,
  }))
  if (missing.count > 0) rows.push({ look: 'missing', label: `数がない（${missing.words}）` })
  const own = data.own === undefined ? undefined : subjectsOf(data).find(({ code }) => code === data.own)
  if (own) rows.push({ look: 'own', label: `太い枠: ${own.name}` })
  const count = data.places?.length ?? 0
  if (count > 0 && data.coloured !== 'places')
    rows.push({ look: 'place', label: `点: ${count.toLocaleString('ja-JP')}か所` })
  if (data.size) rows.push({ look: 'place', label: `円の広さ: ${data.size.word}` })
  return rows
}
