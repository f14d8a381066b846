import { notFound } from '../../platform/errors/index.ts'
import { type FactReader, JAPAN, type Thresholds, thresholdsOn } from '../statistics/index.ts'
import { GROUPS, type IndicatorDefinition, PERIODS } from './define.ts'
import { allIndicators } from './find.ts'
import { CHANCE_IN_WORDS } from './rules/intervals.ts'
import { LEAST_FOR_RANK, ranksOf } from './rules/ranking.ts'
import { spreadOf } from './rules/spread.ts'
import { missingWord } from './rules/words.ts'
import type {
  Definition,
  IndicatorList,
  Listed,
  Ranking,
  Series,
  SeriesQuery,
  Value,
  Values,
  ValuesQuery,
} from './schema.ts'
import { intervalOf, nationalWeights } from './service-intervals.ts'
import { loadTable, loadTables, type PlaceValue, type Table } from './service-load.ts'

/** Where figures are read: a request's transaction, or the plain connection of a route without sign-in. */
export interface Desk {
  reader: FactReader
  /** 'YYYY-MM-DD' */
  today: string
}

/** The same question is asked once in a request, however many figures hang on the answer. */
export function askedOnce(reader: FactReader): FactReader {
  const asked = new Map<string, Promise<unknown[]>>()
  return {
    query: <Row>(text: string, values: readonly unknown[] = []) => {
      const key = JSON.stringify([text, values])
      const answer = asked.get(key) ?? reader.query(text, values)
      asked.set(key, answer)
      return answer as Promise<Row[]>
    },
  }
}

export const RANK_RULE = `値の大きい方から数えます。表示のけたで同じ値は同順位とし、人数が${LEAST_FOR_RANK}人未満のところと値のないところは順位に入れません（本ソフトの決め。大きいことが良い、悪いを表すものではありません）。`

/** @throws notFound */
export async function definitionOf(id: string): Promise<IndicatorDefinition> {
  const definition = (await allIndicators()).get(id)
  if (!definition) throw notFound()
  return definition
}

const CONFIDENCE_WORDS = {
  seen: null,
  secondary: '出典は二次資料',
  recalled: '出典未確認',
  unverified: '出典未確認',
  decided: '本ソフトの決め',
} as const

/** A definition as it stands beside its figures. */
export function shownDefinition(definition: IndicatorDefinition): Definition {
  const { computation, basis, period, levels, ...rest } = definition
  return {
    ...rest,
    period: PERIODS[period],
    levels: [...levels],
    kind: computation.kind,
    standard: computation.kind === 'standardised' ? computation.standard.title : null,
    basis: basis.text,
    confidenceWord: CONFIDENCE_WORDS[definition.confidence],
  }
}

/** All definitions, with the levels and periods for which values are stored. */
export async function listIndicators({ reader }: Desk, level?: string): Promise<IndicatorList> {
  const [definitions, stored] = await Promise.all([
    allIndicators(),
    reader.query<StoredPeriod>(
      `select distinct indicator, level, series, period_from::text as "periodFrom", period_to::text as "periodTo", release
       from evaluation.indicator_column order by indicator, level, series, 5 desc, 4 desc, release`,
    ),
  ])
  const byId = Map.groupBy(stored, ({ indicator }) => indicator)
  const items = [...definitions.values()]
    .filter(({ levels }) => level === undefined || (levels as readonly string[]).includes(level))
    .map((definition) => ({
      ...shownDefinition(definition),
      available: placesWithPeriods(byId.get(definition.id) ?? []),
    }))
  return { groups: [...GROUPS], items }
}

/** One definition with its periods. @throws notFound */
export async function oneIndicator(desk: Desk, id: string): Promise<Listed> {
  await definitionOf(id)
  const { items } = await listIndicators(desk)
  return items.find((item) => item.id === id)!
}

interface StoredPeriod {
  indicator: string
  level: string
  series: string
  periodFrom: string
  periodTo: string
  release: string
}
const placesWithPeriods = (rows: readonly StoredPeriod[]) =>
  [...Map.groupBy(rows, ({ level, series }) => `${level} ${series}`).values()].map((ofPlace) => ({
    level: ofPlace[0]!.level,
    series: ofPlace[0]!.series,
    periods: ofPlace.map(({ periodFrom, periodTo, release }) => ({ periodFrom, periodTo, release })),
  }))

/** What an answer says of its table. */
export const aboutTable = (table: Table) => ({
  definition: shownDefinition(table.definition),
  level: table.level,
  series: table.series,
  periodFrom: table.periodFrom,
  periodTo: table.periodTo,
  release: table.release,
  standard: table.standard,
  attribution: table.attribution,
  notes: notesOf(table),
})

export const PROCESSED = '上の出典の数を加工（足し算、割り算など）して作成しています。'

function notesOf({ definition, places, level }: Table): string[] {
  const hidden = places.filter(({ missing }) => missing === 'hidden').length
  return [
    PROCESSED,
    ...(definition.chance === 'none' ? [] : [CHANCE_IN_WORDS]),
    ...(hidden > 0
      ? [
          `人数の少ない町が分からないように、${hidden}か所の値を伏せています（基準は町の属する保険者が決めます）。`,
        ]
      : level === 'town' || level === 'municipality'
        ? ['人数の少ない町の数は、町の属する保険者が基準を決めたときに伏せます。']
        : []),
  ]
}

/** The table of a query. @throws notFound when nothing is stored */
export async function tableFor(
  { reader }: Desk,
  id: string,
  query: Pick<ValuesQuery, 'level' | 'series' | 'periodTo'>,
  thresholds: Thresholds,
): Promise<Table> {
  const table = await loadTable(reader, await definitionOf(id), query, thresholds)
  if (!table) throw notFound()
  return table
}

/** The nation's value of the same indicator and period; null where it has none. */
export async function nationOf(
  { reader }: Desk,
  { definition, periodTo }: Table,
  thresholds: Thresholds,
): Promise<PlaceValue | null> {
  if (!definition.levels.includes('nation')) return null
  const table = await loadTable(reader, definition, { level: 'nation', series: JAPAN, periodTo }, thresholds)
  return table?.places[0] ?? null
}

const inPrefecture = (places: readonly PlaceValue[], prefecture: string | undefined) =>
  prefecture ? places.filter(({ prefectureCode }) => prefectureCode === prefecture) : places

/** All places of a level: the distribution. @throws notFound */
export async function valuesOf(desk: Desk, id: string, query: ValuesQuery): Promise<Values> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const table = await tableFor(desk, id, query, thresholds)
  const shown = await showValues(desk, table, thresholds)
  const places = inPrefecture(table.places, query.prefecture)
  return {
    ...aboutTable(table),
    items: places.map(shown),
    spread: spreadOf(places.map(({ value }) => value)),
  }
}

/** Shown values of a table, made once: a table is never changed. */
const shownOf = new WeakMap<Table, { weights: string; values: Map<PlaceValue, Value> }>()

/** How values of a table are shown, each with its interval. */
export async function showValues(
  desk: Desk,
  table: Table,
  thresholds: Thresholds,
): Promise<(place: PlaceValue) => Value> {
  const weights = nationalWeights(table.definition, await nationOf(desk, table, thresholds))
  const kept = shownOf.get(table)
  const values = kept?.weights === JSON.stringify(weights) ? kept.values : new Map<PlaceValue, Value>()
  shownOf.set(table, { weights: JSON.stringify(weights), values })
  return (place) => {
    const known = values.get(place) ?? showValue(table, place, weights)
    values.set(place, known)
    return known
  }
}

function showValue(table: Table, place: PlaceValue, weights: readonly number[] | null): Value {
  const { layers: _, ...plain } = place
  const interval = intervalOf(table.definition, place, weights)
  return {
    ...plain,
    missingWord: place.missing === null ? null : missingWord(place.missing),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }
}

/** Places through all periods, oldest first; without codes, every place. @throws notFound */
export async function seriesOf(desk: Desk, id: string, query: SeriesQuery): Promise<Series> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const definition = await definitionOf(id)
  const tables = await loadTables(desk.reader, definition, query, thresholds)
  if (tables.length === 0) throw notFound()
  return {
    definition: shownDefinition(definition),
    level: query.level,
    series: query.series,
    places: await lines(desk, tables, query.codes, thresholds),
    attribution: [...new Set(tables.flatMap(({ attribution }) => attribution))],
    notes: [...new Set(tables.flatMap(notesOf))],
  }
}

export async function lines(
  desk: Desk,
  tables: readonly Table[],
  codes: readonly string[],
  thresholds: Thresholds,
): Promise<Series['places']> {
  const shown = await Promise.all(tables.map((table) => showValues(desk, table, thresholds)))
  const latest = tables.at(-1)!
  const wanted = codes.length > 0 ? codes.flatMap((code) => latest.byCode.get(code) ?? []) : latest.places
  return wanted.map(({ code, name }) => ({
    code,
    name,
    points: tables.flatMap((table, i) => {
      const place = table.byCode.get(code)
      if (!place) return []
      const { value, missing, missingWord: word, low, high } = shown[i]!(place)
      const { periodFrom, periodTo, release } = table
      return [{ periodFrom, periodTo, release, value, missing, missingWord: word, low, high }]
    }),
  }))
}

/** ○保険者中○番目. @throws notFound */
export async function rankingOf(desk: Desk, id: string, query: ValuesQuery): Promise<Ranking> {
  const thresholds = await thresholdsOn(desk.reader, desk.today)
  const table = await tableFor(desk, id, query, thresholds)
  const places = inPrefecture(table.places, query.prefecture)
  const ranks = rankedIn(table, places)
  const shown = await showValues(desk, table, thresholds)
  const known = places.filter(({ value }) => value !== null).length
  return {
    ...aboutTable(table),
    of: ranks.length,
    missing: places.length - known,
    tooFew: known - ranks.length,
    rule: RANK_RULE,
    items: ranks.map(({ code, rank, tied }) => ({ ...shown(table.byCode.get(code)!), rank, tied })),
  }
}

export const rankedIn = ({ definition }: Table, places: readonly PlaceValue[]) =>
  ranksOf(
    places.flatMap(({ code, value, denominator }) => (value === null ? [] : [{ code, value, denominator }])),
    definition.decimals,
  )
