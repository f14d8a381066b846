import {
  fileRefusal,
  type Item,
  type LayoutFile,
  RowCells,
  type RowReader,
  readCount,
  readDay,
  readLayout,
  readTabular,
  refusedFile,
  type Table,
  TabularRefused,
  type TabularSource,
} from '../tabular/index.ts'
import { type FigureLayout, type FigureUnit, layoutOf } from './layouts.ts'

/** The layouts are this city's own. */
export const MUNICIPALITY = { code: '372013', name: '高松市' } as const

/** One count of one period. */
export interface MunicipalFigure {
  measure: string
  unit: FigureUnit
  isProjection: boolean
  /** six digits */
  municipalityCode: string
  /** 'YYYY-MM-DD'; the same twice for a count on a day */
  periodFrom: string
  periodTo: string
  count: number | null
  /** why there is no count; null where there is one */
  missing: 'masked' | 'not-given' | null
  /** heading of the column */
  heading: string
  /** in the file, as a spreadsheet shows it */
  rowNumber: number
}

export interface FigureOptions {
  /** days after this are refused for what was counted, not for projections */
  notAfter: string
}

/** `0091_2022.csv`: 2022; null: the name says none */
export const yearOfName = (name: string): number | null => {
  const found = /_(\d{4})\.[a-z]+$/i.exec(name)?.[1]
  return found ? Number(found) : null
}

/** Whether the source address of a file names another year (`…_r2` is 2020) than its name. */
export function yearDoubt(
  name: string,
  downloadFrom: string | undefined,
): { named: number; address: number } | null {
  const named = yearOfName(name)
  const era = /_r(\d{1,2})$/.exec(downloadFrom ?? '')?.[1]
  const address = era === undefined ? null : 2018 + Number(era)
  return named === null || address === null || named === address ? null : { named, address }
}

/** Reads one of the layouts; everything wrong comes as an item. */
export async function readMunicipalFigures(
  source: TabularSource,
  { notAfter }: FigureOptions,
): Promise<LayoutFile<MunicipalFigure>> {
  let table: Table
  try {
    table = await readTabular(source)
  } catch (error) {
    if (error instanceof TabularRefused) return refusedFile(error.refusal)
    throw error
  }
  const layout = layoutOf(table.header)
  if (!layout) {
    const reason = '見出しが、知っている市の統計（0095、0068、0091、0092 の形）のどれとも合いません。'
    const remedy = '別の種類のファイルでないか確かめてください。'
    return refusedFile(fileRefusal(source.name, 'header.layout', reason, remedy))
  }
  const year = yearOfName(source.name)
  if (layout.period === 'month' && year === null) {
    const reason = `${layout.label}のファイルには年が書かれていません。`
    const remedy = '公表されたときの名前（例: 0091_2022.csv）のように、名前に年を入れてください。'
    return refusedFile(fileRefusal(source.name, 'file.year', reason, remedy))
  }
  const publisher = table.attribution?.name
  if (publisher && publisher !== MUNICIPALITY.name)
    return refusedFile(otherMunicipality(source.name, publisher))
  const names = {
    required: [...layout.columns.map(({ heading }) => heading), layout.period, layout.place].filter(
      (name): name is string => name !== null,
    ),
    ignored: ['#property'],
  }
  return readLayout(source, names, (opened, index) => figureReader(opened, index, layout, { notAfter, year }))
}

const otherMunicipality = (file: string, name: string) =>
  fileRefusal(
    file,
    'file.municipality',
    `「${name}」のファイルです。この様式は${MUNICIPALITY.name}が公表するものだけを読みます。`,
    '列を選んで取り込む方法（一覧の取り込み）を使ってください。',
  )

interface Reading {
  notAfter: string
  year: number | null
}

function figureReader(
  table: Table,
  index: ReadonlyMap<string, number>,
  layout: FigureLayout,
  reading: Reading,
): RowReader<MunicipalFigure> {
  const seen = new Map<string, number>()
  return (row) => {
    const cells = new RowCells(table, row, index)
    const period = readPeriod(cells, layout, reading)
    checkPlace(cells, layout)
    const figures = layout.columns.map((one) => ({ one, cell: readCell(cells, one.heading) }))
    checkSums(cells, layout, new Map(figures.map(({ one, cell }) => [one.id, cell.count])))
    if (period) checkTwice(cells, layout, period.from, seen)
    if (cells.refusals.length > 0 || !period)
      return cells.refusals.map((refusal): Item<MunicipalFigure> => ({ kind: 'refused', refusal }))
    return figures.map(({ one, cell }) => ({
      kind: 'row',
      row: {
        measure: one.id,
        unit: one.unit,
        isProjection: one.isProjection,
        municipalityCode: MUNICIPALITY.code,
        periodFrom: period.from,
        periodTo: period.to,
        ...cell,
        heading: one.heading,
        rowNumber: row.rowNumber,
      },
    }))
  }
}

/** Blank, dash and asterisks are kept apart from zero, with their reason. */
function readCell(cells: RowCells, heading: string): Pick<MunicipalFigure, 'count' | 'missing'> {
  const cell = readCount(cells.text(heading))
  if (cell.state === 'wrong') cells.refuse(heading, cell.code, cell.reason, cell.remedy)
  if (cell.state === 'missing')
    return { count: null, missing: cell.why === 'masked' ? 'masked' : 'not-given' }
  return { count: cell.state === 'value' ? cell.value : null, missing: null }
}

interface Period {
  from: string
  to: string
}

function readPeriod(cells: RowCells, { period, columns }: FigureLayout, reading: Reading): Period | null {
  if (period === 'date') return readOnDay(cells, reading.notAfter)
  const text = cells.text(period).normalize('NFKC').trim()
  const isProjection = columns.every((one) => one.isProjection)
  const found = period === 'era' ? wholeYear(text) : wholeMonth(text, reading.year)
  if (!found) {
    const [what, remedy] =
      period === 'era'
        ? ['年', '「2025」のように西暦で入れてください。']
        : ['月', '1から12の数で入れてください。']
    cells.refuse(period, 'cell.period', `${what}として読めません。`, remedy)
    return null
  }
  if (!isProjection && found.from > reading.notAfter) {
    cells.refuse(
      period,
      'cell.future',
      `${found.from.slice(0, 7)}は先の月です。`,
      'ファイルの名前の年を確かめてください。',
    )
    return null
  }
  return found
}

function readOnDay(cells: RowCells, notAfter: string): Period | null {
  const before = cells.refusals.length
  const day = cells.value('date', readDay)
  if (day === null) {
    if (cells.refusals.length === before)
      cells.refuse('date', 'cell.missing', '日がありません。', '「2025-10-01」の形で入れてください。')
    return null
  }
  if (day > notAfter) {
    cells.refuse('date', 'cell.future', `${day}は先の日付です。`, '日を確かめてください。')
    return null
  }
  return { from: day, to: day }
}

const wholeYear = (text: string): Period | null =>
  /^(19|20|21)\d{2}$/.test(text) ? { from: `${text}-01-01`, to: `${text}-12-31` } : null

function wholeMonth(text: string, year: number | null): Period | null {
  const month = Number(/^(\d{1,2})月?$/.exec(text)?.[1] ?? 0)
  if (year === null || month < 1 || month > 12) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() }
}

function checkPlace(cells: RowCells, { place }: FigureLayout): void {
  if (place === null || cells.text(place) === MUNICIPALITY.name) return
  const reason = `「${cells.text(place)}」の行です。この様式は${MUNICIPALITY.name}が公表するものだけを読みます。`
  cells.refuse(place, 'cell.municipality', reason, '別の市のファイルでないか確かめてください。')
}

function checkSums(
  cells: RowCells,
  { sums, columns }: FigureLayout,
  counts: ReadonlyMap<string, number | null>,
): void {
  for (const { whole, parts, tolerance } of sums) {
    const total = counts.get(whole)
    const given = parts.map((part) => counts.get(part))
    if (total == null || given.some((count) => count == null)) continue
    const sum = given.reduce<number>((all, count) => all + (count ?? 0), 0)
    if (Math.abs(sum - total) <= tolerance) continue
    const heading = columns.find(({ id }) => id === whole)?.heading ?? whole
    cells.refuse(
      heading,
      'row.sum',
      `内訳の和は${sum.toLocaleString('ja-JP')}で、${total.toLocaleString('ja-JP')}と合いません。`,
      '公表元の数と照らし合わせてください。',
    )
  }
}

function checkTwice(
  cells: RowCells,
  { period }: FigureLayout,
  from: string,
  seen: Map<string, number>,
): void {
  const first = seen.get(from)
  if (first === undefined) seen.set(from, cells.rowNumber)
  else
    cells.refuse(
      period,
      'row.duplicate',
      `同じ時期の行が${first}行目にもあります。`,
      'どちらか正しい一行だけにしてください。',
    )
}
