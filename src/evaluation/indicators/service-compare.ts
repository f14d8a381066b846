import { spreadOf } from './rules/spread.ts'
import type { CompareBody, Comparison } from './schema.ts'
import { aboutTable, type Desk, definitionOf, lines, nationOf, showValues } from './service.ts'
import { loadTable, loadTables } from './service-load.ts'
import { type Thresholds, thresholdsOn } from './service-protect.ts'

/** Several indicators of the same places in one answer: a scatter, a radar, a page of charts. */
export async function compareIndicators(desk: Desk, body: CompareBody): Promise<Comparison> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const found = await Promise.all(body.indicators.map((id) => oneOf(desk, id, body, thresholds)))
  return {
    level: body.level,
    series: body.series,
    items: found.filter((item) => item !== null),
    empty: body.indicators.filter((_, i) => found[i] === null),
  }
}

async function oneOf(
  desk: Desk,
  id: string,
  { level, series, periodTo, places, include }: CompareBody,
  thresholds: Thresholds,
): Promise<Comparison['items'][number] | null> {
  const definition = await definitionOf(id)
  const table = await loadTable(desk.reader, definition, { level, series, periodTo }, thresholds)
  if (!table) return null
  const [shown, nation, tables] = await Promise.all([
    showValues(desk, table, thresholds),
    nationOf(desk, table, thresholds),
    include.includes('series') ? loadTables(desk.reader, definition, { level, series }, thresholds) : null,
  ])
  const wanted = places.length > 0 ? places.flatMap((code) => table.byCode.get(code) ?? []) : table.places
  return {
    ...aboutTable(table),
    values: include.includes('values') ? wanted.map(shown) : null,
    spread: include.includes('spread') ? spreadOf(table.places.map(({ value }) => value)) : null,
    nation: nation && shown(nation),
    line: tables && (await lines(desk, tables, places, thresholds)),
  }
}
