import { csvBytes, type SheetColumn, UnencodableCharacter, writeXlsx } from '../../exchange/tabular/index.ts'
import type { TableFile, TableFormat } from '../../platform/documents/index.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { Values } from './schema.ts'

const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  'csv-cp932': 'text/csv; charset=shift_jis',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const CODE = /^\d{6}$/

/** Column names of codes and names as the national open-data layouts write them. */
const columnsOf = ({ definition, level }: Values): SheetColumn[] => {
  const format = definition.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(definition.decimals)}`
  return [
    { heading: '指標ID', kind: 'text' },
    { heading: '指標名', kind: 'text' },
    { heading: '全国地方公共団体コード', kind: 'text' },
    { heading: level === 'town' ? '町字名' : '名称', kind: 'text' },
    { heading: '都道府県コード', kind: 'text' },
    { heading: '値', kind: 'number', format },
    { heading: '単位', kind: 'text' },
    { heading: '値のない理由', kind: 'text' },
    { heading: '分子の数', kind: 'number' },
    { heading: '分母の数', kind: 'number' },
    { heading: '95%の幅 下限', kind: 'number', format },
    { heading: '95%の幅 上限', kind: 'number', format },
    { heading: '期間の最初の日', kind: 'date' },
    { heading: '期間の最後の日', kind: 'date' },
    { heading: '公表の状態', kind: 'text' },
    { heading: '定義', kind: 'text' },
    { heading: '出典', kind: 'text' },
  ]
}

export const definitionText = ({ numerator, denominator, exclusions }: Values['definition']): string =>
  `分子: ${numerator}／分母: ${denominator}／除くもの: ${exclusions}`

type Cell = string | number | null

/** A 広域連合 has no code of local government: the cell is blank. Towns have the code of their municipality. */
function rowsOf({ definition, series, level, items, ...table }: Values): Cell[][] {
  const [means, source] = [definitionText(definition), table.attribution.join('、')]
  return items.map((item) => [
    definition.id,
    definition.title,
    level === 'town' ? series : CODE.test(item.code) ? item.code : null,
    item.name,
    item.prefectureCode,
    item.value,
    definition.unit,
    item.missingWord,
    item.numerator,
    item.denominator,
    item.low,
    item.high,
    table.periodFrom,
    table.periodTo,
    table.release,
    means,
    source,
  ])
}

/**
 * Values as open data: CSV with standard code columns, definition and source in every row, or Excel with real numbers and the
 * definition and sources on sheets of their own. What is not known is a blank cell with its reason, never 0.
 * @throws Problem 422 when a name has no place in Shift_JIS
 */
export async function exportValues(
  values: Values,
  format: TableFormat,
  { today, createdAt }: { today: string; createdAt: Date },
): Promise<TableFile> {
  const columns = columnsOf(values)
  const rows = rowsOf(values)
  const bytes =
    format === 'xlsx'
      ? await writeXlsx(
          [{ name: '値', columns, rows }, definitionSheet(values), sourceSheet(values, today)],
          { createdAt },
        )
      : csv([columns.map(({ heading }) => heading), ...rows.map((row) => row.map(cellText))], format)
  const ending = format === 'xlsx' ? 'xlsx' : 'csv'
  return {
    name: `${values.definition.title}_${values.periodTo}.${ending}`,
    type: TYPES[format],
    bytes: Uint8Array.from(bytes),
  }
}

const TEXT: SheetColumn[] = [
  { heading: '項目', kind: 'text' },
  { heading: '内容', kind: 'text' },
]

function definitionSheet({ definition, standard }: Values) {
  const rows: Cell[][] = [
    ['指標名', definition.title],
    ['単位', definition.unit],
    ['分子', definition.numerator],
    ['分母', definition.denominator],
    ['除くもの', definition.exclusions],
    ['時点', definition.period],
    ...(standard ? [['標準とした人口', definition.standard ?? standard]] : []),
    ['この値で言えないこと', definition.caveat],
    ['計算のしかたの根拠', [definition.basis, definition.confidenceWord].filter(Boolean).join('。')],
  ]
  return { name: '定義', columns: TEXT, rows }
}

function sourceSheet({ attribution, notes, periodTo, release }: Values, today: string) {
  const rows: Cell[][] = [
    ...attribution.map((line) => ['出典', line]),
    ...notes.map((line) => ['注', line]),
    ['時点', periodTo],
    ['公表の状態', release],
    ['作成日', today],
  ]
  return { name: '出典', columns: TEXT, rows }
}

function csv(rows: readonly string[][], format: 'csv' | 'csv-cp932'): Uint8Array {
  try {
    return csvBytes(rows, { encoding: format === 'csv' ? 'UTF-8+BOM' : 'CP932' })
  } catch (error) {
    if (!(error instanceof UnencodableCharacter)) throw error
    const message = `Shift_JIS で書けない文字があります（${error.message}）。CSV（UTF-8）か Excel を選んでください。`
    throw invalid([{ path: 'format', code: 'unencodable', message }])
  }
}

/** A file of numbers keeps what was computed: rounding is the reader's. Ten digits hide the noise of binary fractions. */
const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(Number(cell.toPrecision(12))) : cell
