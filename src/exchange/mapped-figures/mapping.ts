import { foldHeading } from '../tabular/texts.ts'

/** What a column of a table of figures is. A column that nobody chose is left out. */
export const figureFields = [
  { field: 'code', label: '地域のコード（市区町村コード）' },
  { field: 'name', label: '地域の名前' },
  { field: 'prefecture', label: '都道府県の名前' },
  { field: 'period', label: 'いつの数か（日・月・年度）' },
  { field: 'value', label: '数' },
] as const
export type FigureField = (typeof figureFields)[number]['field']

const GUESSES: readonly [RegExp, FigureField][] = [
  [/コード$|^(?:city)?code$/iu, 'code'],
  [/^都道府県名?$/u, 'prefecture'],
  [/^(?:町|町丁|町字|町丁目|地区|地域|市町村|市区町村|自治体|団体|保険者|圏域)名?(?:称)?$/u, 'name'],
  [/^(?:年度|年月|年月日|調査日|基準日|時点|期間|集計期間)$/u, 'period'],
]

/** What a heading probably is, to be looked at; counts are never guessed: somebody must name them. */
export const guessFigureField = (heading: string): FigureField | null =>
  GUESSES.find(([pattern]) => pattern.test(foldHeading(heading)))?.[1] ?? null

/** Kinds of counts. They never mix: a measure has one of them for good. */
export const figureUnits = ['実人数', '延べ人数', '回数', 'か所', '世帯', '円'] as const
export type FigureUnit = (typeof figureUnits)[number]

export const figureLevels = [
  { level: 'insurer', label: '保険者' },
  { level: 'municipality', label: '市区町村' },
  { level: 'town', label: '一つの市区町村の町' },
] as const
export type FigureLevel = (typeof figureLevels)[number]['level']

/** What the makers of a table mean by `-`: nobody but them can say. */
export const dashMeanings = [
  { meaning: 'not-reported', label: '数がない（理由は分からない）' },
  { meaning: 'no-such-service', label: 'その事業・サービスがない' },
  { meaning: 'not-conducted', label: '調査をしていない' },
  { meaning: 'suppressed', label: '少ないので伏せてある' },
] as const
export type DashMeaning = (typeof dashMeanings)[number]['meaning']

export interface FigureColumn {
  heading: string
  field: FigureField | null
  /** of a value: what is counted, in Japanese */
  measure: string | null
  unit: FigureUnit | null
}

export type FixedPeriod = { kind: 'day'; day: string } | { kind: 'fiscal-year'; year: number }

/** How people read a table of counts that no standard knows. Columns are known by their heading, never by their place. */
export interface FiguresMapping {
  target: 'figures'
  /** what the table is called: with the name of a count it is the id of the measure */
  list: string
  level: FigureLevel
  /** six digits; of towns */
  municipalityCode: string | null
  /** 香川県; null: a column, the codes, or the names alone say it */
  prefecture: string | null
  /** 'columns': one count per column · 'periods': one count, a column per period (令和5年度, 令和6年度 across) */
  layout: 'columns' | 'periods'
  /** of layout 'periods': what is counted */
  measure: { name: string; unit: FigureUnit } | null
  /** null: a column or the headings say it */
  period: FixedPeriod | null
  /** what 2023 or 令和5年 without 年度 means */
  bareYear: 'fiscal-year' | 'calendar-year'
  release: '速報' | '確定' | '改訂'
  dash: DashMeaning
  /** rows of places that are not known */
  otherPlaces: 'refuse' | 'leave-out'
  /** null: 表形式 or 表 where there is one, else the first */
  sheet: string | null
  headerRow: number | null
  /** rows below the header that are no places (units, remarks) */
  skipRows: number
  columns: readonly FigureColumn[]
}

/** A part of the id of a measure: a dot and a bar would cut it. */
const part = (text: string): string => foldHeading(text).replace(/[.|()]/g, (one) => APART[one] ?? one)
const APART: Readonly<Record<string, string>> = { '.': '・', '|': '／', '(': '（', ')': '）' }

/** `own.通いの場.延べ参加者数`: the label stands in the id, so that it is shown without asking anything. */
export const ownMeasure = (list: string, name: string): string => `own.${part(list)}.${part(name)}`

/** What an own measure is called; undefined: it is none. */
export function ownMeasureLabel(measure: string): string | undefined {
  const [, list, name] = /^own\.([^.]+)\.([^.]+)$/u.exec(measure) ?? []
  return list && name && `${name}（${list}）`
}

/** Ids and units of what a mapping reads. */
export function measuresOf({ list, layout, measure, columns }: FiguresMapping) {
  if (layout === 'periods') return measure ? [{ id: ownMeasure(list, measure.name), unit: measure.unit }] : []
  return columns.flatMap(({ field, measure: name, unit }) =>
    field === 'value' && name && unit ? [{ id: ownMeasure(list, name), unit }] : [],
  )
}
