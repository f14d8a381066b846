import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Work } from '../../../platform/database/work.ts'
import type { AnyChartData } from '../../../ui/chart/chart-data.ts'
import {
  boxPicture,
  distributionPicture,
  intervalPicture,
  type Shown,
  seriesPicture,
} from '../pictures/pictures.ts'
import { nameOf, pointOf } from '../pictures/place-points.ts'
import { type IndicatorSheet, printIndicator } from '../print.ts'
import { figureText } from '../rules/words.ts'
import type { Definition, Reading, SimilarList, Value, Values } from '../schema.ts'
import { type Desk, seriesOf, valuesOf } from '../service.ts'
import { readPlace } from '../service-reading.ts'
import { similarInsurers } from '../service-similar.ts'
import { mapPicture } from './map-picture.ts'
import type { SheetQuery } from './schema.ts'

/** Drawn for half and for the whole breadth of the page. */
const half = 620
const whole = 1100

interface Drawn {
  title: string
  data: AnyChartData
  isWide: boolean
}

/** One indicator of one place on paper: the same figures, sentences and pictures as on its screen. @throws notFound */
export async function indicatorSheet(
  work: Work,
  id: string,
  query: SheetQuery,
): Promise<{ name: string; bytes: Buffer }> {
  const sheet = await work.read(async (reader) => {
    const desk: Desk = { reader, today: work.today }
    const values = await valuesOf(desk, id, query)
    const reading = await readPlace(desk, id, query)
    const similar =
      query.level === 'insurer' && query.with === 'similar'
        ? await similarInsurers(desk, id, query.code)
        : null
    const shown = shownOn(values, reading, query, similar)
    const charts = [...(await line(desk, id, query, reading)), ...(await spread(desk, shown))]
    const pictures = [...(await drawn(charts)), ...(await mapPicture(reader, work.today, shown, half))]
    return { values, reading, shown, pictures, similar }
  })
  const { reading } = sheet
  const bytes = await printIndicator(work, paperOf(sheet))
  return { name: `${reading.definition.title}_${nameOf(reading.place)}_${reading.periodTo}.pdf`, bytes }
}

/** Who stands out, as on the screen: those chosen beforehand. */
function shownOn(values: Values, reading: Reading, query: SheetQuery, similar: SimilarList | null): Shown {
  const ours = reading.place
  const peers =
    query.with === 'prefecture'
      ? values.items.filter(
          ({ code, prefectureCode }) => code !== ours.code && prefectureCode === ours.prefectureCode,
        )
      : (similar?.items ?? [])
  const nation = reading.comparisons.find(({ name }) => name === '全国')
  return {
    definition: values.definition,
    level: values.level,
    items: values.items,
    roles: { own: ours.code, peers: new Set(peers.map(({ code }) => code)) },
    levels: nation ? [{ label: '全国', value: nation.value }] : [],
  }
}

/** The line through the periods, where there are two. */
async function line(desk: Desk, id: string, query: SheetQuery, { definition }: Reading): Promise<Drawn[]> {
  const { places } = await seriesOf(desk, id, { ...query, codes: [query.code] })
  const data = seriesPicture(definition, places)
  return data.categories.length < 2 ? [] : [{ title: '推移', data, isWide: false }]
}

const PREFECTURES = `select code, name from evaluation.place where level = 'prefecture' and series = 'japan' order by code`

async function spread({ reader }: Desk, shown: Shown): Promise<Drawn[]> {
  const { roles, items, level } = shown
  const beside = items.filter(({ code }) => code === roles.own || roles.peers.has(code))
  const prefectures = await reader.query<{ code: string; name: string }>(PREFECTURES)
  const hasBoxes = level !== 'town' && new Set(items.map(({ prefectureCode }) => prefectureCode)).size > 1
  return [
    { title: '分布', data: distributionPicture(shown), isWide: false },
    ...(beside.length > 1
      ? [{ title: '比べる相手と95％の幅', data: intervalPicture({ ...shown, items: beside }), isWide: false }]
      : []),
    ...(hasBoxes
      ? [{ title: '都道府県ごとの箱ひげ', data: boxPicture(shown, prefectures), isWide: true }]
      : []),
  ]
}

/** ECharts is loaded when the first sheet is asked for. */
async function drawn(pictures: readonly Drawn[]): Promise<IndicatorSheet['pictures']> {
  const { renderChartSvg } = await import('../../../ui/chart/render-chart-svg.ts')
  const { canBeDrawn } = await import('../../../ui/chart/chart-option.ts')
  const { describe } = await import('../../../ui/chart/describe.ts')
  return pictures
    .filter(({ data }) => canBeDrawn(data))
    .map(({ title, data, isWide }) => ({
      title,
      isWide,
      description: describe(title, data),
      svg: renderChartSvg(data, isWide ? whole : half),
    }))
}

type Made = {
  values: Values
  reading: Reading
  shown: Shown
  pictures: IndicatorSheet['pictures']
  similar: SimilarList | null
}

function paperOf({ values, reading, shown, pictures, similar }: Made): IndicatorSheet {
  const { definition, place } = reading
  const point = pointOf(place)
  const isFigure = typeof point === 'number'
  return {
    title: definition.title,
    place: nameOf(place),
    asOf: `${formatDate(reading.periodTo as IsoDate)}現在`,
    release: reading.release,
    figure: isFigure ? figureText(point, definition.decimals) : point.missing,
    unit: isFigure ? definition.unit : '',
    reading: reading.sentences,
    pictures,
    table: tableOf(values, shown),
    definition: definitionOnPaper(definition),
    notes: [...reading.attribution, ...reading.notes, ...(similar ? [similar.rule] : [])],
  }
}

/** Most that leave the page whole. */
const mostRows = 8

function tableOf({ items }: Values, { definition, roles }: Shown): IndicatorSheet['table'] {
  const beside = items
    .filter(({ code }) => code === roles.own || roles.peers.has(code))
    .toSorted((a, b) => Number(b.code === roles.own) - Number(a.code === roles.own))
  const figure = (value: Value) => {
    const point = pointOf(value)
    return typeof point === 'number' ? figureText(point, definition.decimals) : point.missing
  }
  const left = beside.length - mostRows
  return {
    title: left > 0 ? `比べる相手（ほかに${left}、すべては Excel で）` : '比べる相手',
    headings: ['', `値（${definition.unit}）`, '95％の幅', '分子', '分母'],
    rows: beside.slice(0, mostRows).map((value) => ({
      isOwn: value.code === roles.own,
      cells: [
        nameOf(value),
        figure(value),
        value.low === null || value.high === null
          ? '―'
          : `${figureText(value.low, definition.decimals)}〜${figureText(value.high, definition.decimals)}`,
        value.numerator === null ? '―' : figureText(value.numerator, 0),
        value.denominator === null ? '―' : figureText(value.denominator, 0),
      ],
    })),
  }
}

const definitionOnPaper = (definition: Definition): [string, string][] => [
  ['分子', definition.numerator],
  ['分母', definition.denominator],
  ['除くもの', definition.exclusions],
  ...(definition.standard ? ([['標準人口', definition.standard]] as [string, string][]) : []),
  ['注意', definition.caveat],
  ['出典', definition.source],
  ['計算の根拠', `${definition.basis}${definition.confidenceWord ? `（${definition.confidenceWord}）` : ''}`],
]
