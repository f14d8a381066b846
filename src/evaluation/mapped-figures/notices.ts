import type pg from 'pg'
import type { LeftOut } from '../../exchange/mapped-figures/index.ts'
import type { ImportContext, Notice } from '../../platform/import/index.ts'
import { targetOf } from './check.ts'

/** Rows that were left out while reading, as `file row name`: said with the notices. */
const leftOut = new WeakMap<ImportContext, Record<keyof LeftOut, string[]>>()

export function tellLeftOut(context: ImportContext, file: string, rows: LeftOut): void {
  const before = leftOut.get(context) ?? { totals: [], notes: [] }
  const said = (some: LeftOut['totals']) =>
    some.map(({ rowNumber, name }) => `${file} ${rowNumber}行目 ${name}`)
  leftOut.set(context, {
    totals: [...before.totals, ...said(rows.totals)],
    notes: [...before.notes, ...said(rows.notes)],
  })
}

/** What was left out, which places have no row, and whether 出典 is known. */
export async function figureNotices(client: pg.ClientBase, context: ImportContext): Promise<Notice[]> {
  const { totals, notes } = leftOut.get(context) ?? { totals: [], notes: [] }
  const { level, series, release } = targetOf(context)
  const list = async (text: string, values: unknown[] = []) =>
    (await client.query<{ example: string }>(text, values)).rows.map(({ example }) => example)
  return [
    notice('row.total', totals, (n) => `合計の行を ${n} 行、読みません。合計は各地域の数から作られます。`),
    notice('row.note', notes, (n) => `表の下の注記を ${n} 行、読みません。`),
    notice('place.left-out', await list(OTHER_PLACES), (n) => `知らない地域の行を ${n} 行、読みません。`),
    notice(
      'place.not-in-file',
      await list(NOT_IN_FILE, [level, series, release]),
      (n) =>
        `前に読み込んだ数のうち ${n} 件は、このファイルにありません。消さずに残します。まちがいなら、取り込みを取り消してください。`,
    ),
    notice(
      'place.without-figure',
      await list(WITHOUT, [level, series]),
      (n) => `${n} の地域には、このファイルに行がありません。数のない地域は 0 ではなく「数がない」とします。`,
    ),
    notice(
      'attribution.none',
      await list(
        `select distinct file_name as example from stage where attribution_from = 'none' order by 1`,
      ),
      (n) => `出典の記載がないファイルが ${n} 件あります。「出典」を入れて読み込むと、数のそばに出ます。`,
    ),
  ].flat()
}

const notice = (code: string, examples: string[], message: (n: number) => string): Notice[] =>
  examples.length === 0
    ? []
    : [{ code, message: message(examples.length), count: examples.length, examples: examples.slice(0, 20) }]

const OTHER_PLACES = `select distinct file_name || ' ' || source_row || '行目 '
    || coalesce(place_key::jsonb ->> 1, place_key::jsonb ->> 0) as example
  from stage where place_key not in (select place_key from mapped_place) order by 1`

const NOT_IN_FILE = `
  with given as (select distinct measure, period_from, period_to from stage)
  select p.name || ' ' || f.period_to as example from evaluation.fact_column f join given using (measure, period_from, period_to)
  join evaluation.place p on p.level = f.level and p.series = f.series
  where f.level = $1 and f.series = $2 and f.release = $3 and f.figures[p.position] is not null and not exists (
    select from stage s join mapped_place m using (place_key)
    where m.code = p.code and (s.measure, s.period_from, s.period_to) = (f.measure, f.period_from, f.period_to))
  order by p.position`

const WITHOUT = `select name as example from evaluation.place where level = $1 and series = $2
  and code not in (select code from mapped_place) order by position`
