import {
  type CellValue,
  damagedCells,
  type Refusal,
  readCapacity,
  readCount,
  readDay,
  readMark,
  readMunicipalityCode,
  readPoint,
  readTabular,
  readTelephone,
  readTime,
  readYen,
  refuseCell,
  surplusCells,
  type Table,
  type TabularRow,
} from '../src/exchange/tabular/index.ts'
import type { ImportKind, ReadItem, StageValue } from '../src/platform/import/index.ts'
import { areaCodes, headings, serviceCodes } from './import-file.ts'

const common = {
  label: '測定',
  help: '測定',
  extensions: ['.csv'],
  target: 'reference',
  may: 'import.statistics',
  audit: 'bench.imported',
  compare: () => ({
    text: `select 'added' as state, id as key, null::json as before, null::json as after from stage`,
    values: [],
  }),
  async apply() {},
} satisfies Partial<ImportKind>

/** Cells as they stand: what the reader and the stage themselves cost. */
export const raw: ImportKind = {
  ...common,
  kind: 'bench-raw',
  stage: headings.map((_, n) => ({ name: n === 0 ? 'id' : `c${n}`, type: 'text' })),
  async *read(files) {
    for (const file of files)
      for await (const batch of (await readTabular(file)).batches)
        yield batch.map(({ cells }) => ({ values: cells }))
  },
}

/** Every cell read by the reader of its kind, codes against their tables, keys once only, each fault with its cell. */
export const validated: ImportKind = {
  ...common,
  kind: 'bench-validated',
  stage: [
    ...['id', 'area', 'name', 'kana', 'address', 'telephone'].map((name) => ({ name, type: 'text' })),
    ...['latitude', 'longitude'].map((name) => ({ name, type: 'double precision' })),
    ...['service', 'mark'].map((name) => ({ name, type: 'text' })),
    ...['opened_on', 'updated_on'].map((name) => ({ name, type: 'date' })),
    ...['opens_at', 'closes_at'].map((name) => ({ name, type: 'time' })),
    ...['capacity', 'men', 'women', 'yen'].map((name) => ({ name, type: 'integer' })),
    ...['url', 'note'].map((name) => ({ name, type: 'text' })),
    { name: 'source_row', type: 'integer' },
  ],
  async *read(files) {
    for (const file of files) {
      const table = await readTabular(file)
      for await (const batch of table.batches) yield batch.flatMap((row) => readRow(table, row))
    }
  },
  async check(client) {
    const { rows } = await client.query<{ id: string; source_row: number; first: number }>(
      `select s.id, s.source_row, t.first from (select id, min(source_row) as first from stage group by id having count(*) > 1) t
       join stage s on s.id = t.id and s.source_row > t.first order by s.source_row limit 1000`,
    )
    return rows.map(({ id, source_row: row, first }) => ({
      ...{ file: '', row, column: 'ID', cell: `A${row}`, value: id, code: 'key.twice' },
      reason: `同じ ID が ${first} 行目にもあります。`,
      remedy: 'どちらかを消してください。',
    }))
  },
}

const services = new Set(serviceCodes)
const areas = new Set(areaCodes)

function readRow(table: Table, row: TabularRow): ReadItem[] {
  const refused: Refusal[] = [...damagedCells(table, row), ...surplusCells(table, row)]
  const { cells } = row
  const take = <T>(column: number, read: CellValue<T>): T | null => {
    if (read.state === 'wrong') refused.push(refuseCell(table, row, column, read))
    return read.state === 'value' ? read.value : null
  }
  const known = (column: number, code: string, codes: ReadonlySet<string>): string | null =>
    codes.has(code)
      ? code
      : take<string>(column, {
          state: 'wrong',
          code: 'code.unknown',
          reason: '一覧にない値です。',
          remedy: '一覧の値に直してください。',
        })
  const cell = (column: number) => cells[column] ?? ''
  const point = take(6, readPoint(cell(6), cell(7)))
  const area = take(1, readMunicipalityCode(cell(1)))
  const values: StageValue[] = [
    /^\d{10}$/.test(cell(0))
      ? cell(0)
      : take<string>(0, {
          state: 'wrong',
          code: 'id',
          reason: '10けたではありません。',
          remedy: '10けたにしてください。',
        }),
    area === null ? null : known(1, area, areas),
    cell(2).trim(),
    cell(3).trim(),
    cell(4).trim(),
    take(5, readTelephone(cell(5)))?.shown ?? null,
    point?.latitude ?? null,
    point?.longitude ?? null,
    known(8, cell(8), services),
    take(9, readMark(cell(9))),
    take(10, readDay(cell(10))),
    take(11, readDay(cell(11))),
    take(12, readTime(cell(12)))?.time ?? null,
    take(13, readTime(cell(13)))?.time ?? null,
    take(14, readCapacity(cell(14))),
    take(15, readCount(cell(15))),
    take(16, readCount(cell(16))),
    take(17, readYen(cell(17))),
    cell(18),
    cell(19) || null,
    row.rowNumber,
  ]
  return refused.length > 0 ? refused.map((one) => ({ refused: one })) : [{ values }]
}
