import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Row, sampleTables, type TableName, type Value } from '../tables.ts'

const CHUNK = 1 << 18
const special = /[\\\t\n\r]/
const specials = /[\\\t\n\r]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cell(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string')
    return special.test(value) ? value.replace(specials, (c) => escapes[c]!) : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return cell(`{${value.map((element) => JSON.stringify(element)).join(',')}}`)
}

async function* lines<T extends TableName>(
  columns: readonly (keyof Row<T>)[],
  rows: AsyncIterable<Row<T>>,
  count: (rows: number) => void,
): AsyncGenerator<string> {
  let chunk = ''
  let waiting = 0
  for await (const row of rows) {
    let line = ''
    for (const column of columns) line += (line === '' ? '' : '\t') + cell(row[column])
    chunk += `${line}\n`
    waiting++
    if (chunk.length < CHUNK) continue
    count(waiting)
    yield chunk
    chunk = ''
    waiting = 0
  }
  count(waiting)
  if (chunk !== '') yield chunk
}

/**
 * Fills one table inside the transaction of the client: COPY into a temporary table, then insert-select, since row-level
 * security refuses COPY into the table itself.
 * @param order an order by which the rows go in; the order of the rows otherwise
 * @returns how many rows were inserted
 */
export async function fillTable<T extends TableName>(
  client: pg.Client,
  table: T,
  rows: AsyncIterable<Row<T>>,
  { order, onRows }: { order?: string; onRows?: (rows: number) => void } = {},
): Promise<number> {
  const columns = sampleTables[table] as readonly (keyof Row<T> & string)[]
  const names = columns.join(', ')
  await client.query(
    `create temporary table sample_stage on commit drop as select ${names} from ${table} with no data`,
  )
  const copy = client.query(copyFrom(`copy sample_stage (${names}) from stdin`))
  await pipeline(Readable.from(lines(columns, rows, (count) => onRows?.(count))), copy)
  const inserted = await client.query(
    `insert into ${table} (${names}) select ${names} from sample_stage${order ? ` order by ${order}` : ''}`,
  )
  await client.query('drop table sample_stage')
  return inserted.rowCount ?? 0
}
