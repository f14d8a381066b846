import { type Thresholds, thresholdsOn } from '../statistics/index.ts'
import { spreadOf } from './rules/spread.ts'
import type { CompareBody, Comparison } from './schema.ts'
import { aboutTable, type Desk, definitionOf, lines, nationOf, showValues } from './service.ts'
import { loadTable, loadTables, type Table } from './service-load.ts'

/** Several indicators of the same places in one answer: a scatter, a radar, a page of charts. */
export async function compareIndicators(desk: Desk, body: CompareBody): Promise<Comparison> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const given = await Promise.all(body.indicators.map((id) => oneOf(desk, id, body, thresholds)))
  const found = given.map((one) => one?.item ?? null)
  const table = given.find((one) => one !== null)?.table
  return {
    level: body.level,
    series: body.series,
    places: body.include.includes('figures')
      ? (table?.places ?? []).map(({ code, name, prefectureCode }) => ({ code, name, prefectureCode }))
      : [],
    items: found.filter((item) => item !== null),
    empty: body.indicators.filter((_, i) => found[i] === null),
  }
}

async function oneOf(
  desk: Desk,
  id: string,
  { level, series, periodTo, places, include }: CompareBody,
  thresholds: Thresholds,
): Promise<{ item: Comparison['items'][number]; table: Table } | null> {
  const definition = await definitionOf(id)
  const table = await loadTable(desk.reader, definition, { level, series, periodTo }, thresholds)
  if (!table) return null
  const [shown, nation, tables] = await Promise.all([
    showValues(desk, table, thresholds),
    nationOf(desk, table, thresholds),
    include.includes('series') ? loadTables(desk.reader, definition, { level, series }, thresholds) : null,
  ])
  const wanted = places.length > 0 ? places.flatMap((code) => table.byCode.get(code) ?? []) : table.places
  const item = {
    ...aboutTable(table),
    values: include.includes('values') ? wanted.map(shown) : null,
    figures: include.includes('figures') ? table.places.map(({ value }) => value) : null,
    spread: include.includes('spread') ? spreadOf(table.places.map(({ value }) => value)) : null,
    nation: nation && shown(nation),
    line: tables && (await lines(desk, tables, places, thresholds)),
  }
  return { item, table }
}
