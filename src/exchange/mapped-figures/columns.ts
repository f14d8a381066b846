import { headingKey } from '../facilities/index.ts'
import { cellAddress, fileRefusal, type Refusal, type Table } from '../tabular/index.ts'
import { type FigureField, type FiguresMapping, type FigureUnit, ownMeasure } from './mapping.ts'
import { headingsOf } from './opened.ts'
import { fixedPeriod, type Period, readPeriod } from './period.ts'

/** A column of counts: what is counted, and when unless another column says it. */
export interface ValueColumn {
  column: number
  measure: string
  unit: FigureUnit
  period: Period | null
}
export interface FigureColumns {
  /** place and period columns */
  index: ReadonlyMap<FigureField, number>
  values: ValueColumn[]
  headings: string[]
}

/** Where everything stands that the mapping reads; a heading that is mapped and missing, or stands there twice, refuses the file. */
export function figureColumns(
  table: Table,
  mapping: FiguresMapping,
): { columns: FigureColumns; refusals: Refusal[] } {
  const headings = headingsOf(table.header)
  const folded = headings.map(headingKey)
  const index = new Map<FigureField, number>()
  const values: ValueColumn[] = []
  const refusals: Refusal[] = []
  for (const { heading, field, measure, unit } of mapping.columns) {
    if (field === null) continue
    const column = folded.indexOf(headingKey(heading))
    if (column < 0) refusals.push(absent(table, heading))
    else if (folded.indexOf(headingKey(heading), column + 1) >= 0)
      refusals.push(
        refuse(
          table,
          column,
          'header.repeated',
          `見出し「${heading}」が二度あり、どちらを読むか決められません。`,
        ),
      )
    else if (field !== 'value') index.set(field, column)
    else if (measure && unit)
      values.push({
        column,
        measure: ownMeasure(mapping.list, measure),
        unit,
        period: mapping.period && fixedPeriod(mapping.period),
      })
  }
  if (mapping.layout === 'periods') {
    const across = periodColumns(table, mapping, headings)
    values.push(...across.values)
    refusals.push(...across.refusals)
  }
  return { columns: { index, values, headings }, refusals }
}

/** One count, a column per period. A part of a year, or two headings for one period, refuse the file; other columns are left out. */
function periodColumns(table: Table, mapping: FiguresMapping, headings: readonly string[]) {
  const { measure } = mapping
  const values: ValueColumn[] = []
  const refusals: Refusal[] = []
  const isOther = new Set(mapping.columns.map(({ heading }) => headingKey(heading)))
  if (!measure) return { values, refusals }
  headings.forEach((heading, column) => {
    if (isOther.has(headingKey(heading))) return
    const read = readPeriod(heading, mapping.bareYear)
    if (!('period' in read)) {
      if (/\d|元/u.test(heading) && /年/u.test(heading))
        refusals.push(refuse(table, column, 'header.period', read.reason, read.remedy))
      return
    }
    const same = values.find(
      ({ period }) => period?.from === read.period.from && period.to === read.period.to,
    )
    if (same)
      refusals.push(
        refuse(
          table,
          column,
          'header.period-twice',
          `「${heading}」と「${headings[same.column] ?? ''}」は、同じ期間です。`,
        ),
      )
    values.push({
      column,
      measure: ownMeasure(mapping.list, measure.name),
      unit: measure.unit,
      period: read.period,
    })
  })
  if (values.length === 0)
    refusals.push(
      fileRefusal(
        table.file,
        'header.no-period',
        '「令和5年度」のように期間を書いた見出しが、一つもありません。',
        '見出しの行を選び直すか、「列ごとに別の数」として読んでください。',
      ),
    )
  return { values, refusals }
}

function refuse(
  table: Table,
  column: number,
  code: string,
  reason: string,
  remedy = 'どちらかの見出しを変えるか、片方の列を除いてください。',
): Refusal {
  return {
    ...fileRefusal(table.file, code, reason, remedy),
    row: table.headerRowNumber,
    column: table.header[column] ?? '',
    cell: cellAddress(table.headerRowNumber, column),
  }
}

const absent = (table: Table, heading: string): Refusal => ({
  ...fileRefusal(
    table.file,
    'header.missing',
    `対応づけで読むことにした見出し「${heading}」の列がありません。`,
    '見出しが変わったときは、「様式のない統計」の画面で、新しい見出しを選び直してください。',
  ),
  row: table.headerRowNumber,
  column: heading,
})
