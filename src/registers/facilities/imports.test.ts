import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { undoNewest } from '../../platform/import/history/undo.ts'
import { checksumsOf, type ImportRun, runImport } from '../../platform/import/index.ts'
import { imports } from './imports.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'facilities', 'fixtures')
const kind = imports[0]!
const file = (path: string): TabularSource => ({
  name: path.split('/').at(-1) ?? '',
  bytes: readFileSync(join(folder, path)),
})
const older = ['0049_new.csv', '0045_2025.xlsx', '0081.csv', '0099.csv', 'README.md']
const allOf = (city: string) =>
  readdirSync(join(folder, city))
    .filter((name) => !older.includes(name))
    .map((name) => file(`${city}/${name}`))

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
})
afterAll(() => client.end())
beforeEach(async () => {
  await client.query(
    `delete from registers.facility_list; delete from platform.dataset_release where dataset = 'facilities'`,
  )
})

async function load(
  files: TabularSource[],
  more: { dryRun?: boolean; attribution?: string; mapping?: unknown; today?: string } = {},
): Promise<ImportRun> {
  const { dryRun = false, attribution = null, mapping, today = '2026-11-22' } = more
  await client.query('begin')
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from(`${today}T01:00:00Z`),
    today,
    attribution,
    ...(mapping === undefined ? {} : { mapping }),
  }
  const run = await runImport(client, kind, files, context, { dryRun })
  await client.query(run.applied ? 'commit' : 'rollback')
  return run
}
const stored = async () =>
  (
    await client.query(
      `select (select coalesce(jsonb_agg(to_jsonb(f) order by area_code, category, key), '[]') from registers.facility f)::text
         || (select coalesce(jsonb_agg(to_jsonb(l) - 'loaded_at' order by area_code, category), '[]') from registers.facility_list l)::text
         || (select count(*) from platform.dataset_release where dataset = 'facilities')::text as all`,
    )
  ).rows[0].all as string

describe('施設・場所の一覧の読み込み', () => {
  it('実物の23の一覧が二度の読み込みで入り、同じファイルをもう一度読んでも何も変わらない', async () => {
    const takamatsu = await load(allOf('takamatsu'))
    expect(takamatsu).toMatchObject({ read: 1047, added: 1047, changed: 0, removed: 0, refused: [] })
    const yaizu = await load(allOf('yaizu'), { attribution: '「焼津オープンデータカタログ」（焼津市）' })
    expect(yaizu).toMatchObject({ read: 264, added: 264, refused: [] })
    const before = await stored()
    expect(await load(allOf('takamatsu'), { today: '2026-11-30' })).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: 1047,
    })
    expect(await stored()).toBe(before)
  })

  it('何の一覧と見るか、番号だけの行、読めない欄、出典のないことを、保存の前に言う', async () => {
    const run = await load(
      [file('takamatsu/0048.csv'), file('takamatsu/0053.csv'), file('takamatsu/0062.csv')],
      {
        dryRun: true,
      },
    )
    const of = (code: string) => run.notices.filter((notice) => notice.code === code)
    expect(of('list.taken-for')[0]?.message).toMatch(
      /^次の一覧として読みます。0048.csv は.+の「老人いこいの家」（ファイルの download_from 欄による）、0053.csv は/,
    )
    expect(of('list.undated')).toMatchObject([{ count: 3 }])
    expect(of('row.emptied')).toMatchObject([{ count: 1, examples: ['0048.csv 18行目'] }])
    expect(of('as-written')[0]?.examples).toContain('高松市保健所 電話番号')
    expect(of('attribution.missing')).toMatchObject([{ examples: ['0062.csv'] }])
    expect(run.sources?.[0]).toMatch(/^出典: 高松市/)
    expect((await client.query('select from registers.facility_list')).rowCount).toBe(0)
  })

  it('新しい年の一覧は、変わった所・増えた所・なくなった番号を示し、なくなった所を閉じる', async () => {
    await load([file('takamatsu/0049.csv')])
    const run = await load([file('takamatsu/0049_new.csv')])
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from registers.facility where category = '老人福祉施設'`,
    )
    expect(rows[0]?.n).toBe(47)
    expect(run.added - run.removed).toBe(2)
    expect(run.differences.find(({ key }) => key === '特別養護老人ホーム　さぬき (3)')).toMatchObject({
      state: 'changed',
      before: { 住所: '高松市宮脇町二丁目37-21' },
      after: { 住所: '高松市中野町26-29' },
    })
  })

  it('新しい年の一覧を取り消すと、前の一覧が、閉じた所も出典もそのまま戻る', async () => {
    await load([file('takamatsu/0049.csv')])
    const before = await stored()
    await load([file('takamatsu/0049_new.csv')])
    const context = {
      insurerId: null,
      checksums: new Map<string, string>(),
      loadedBy: 'command',
      now: Temporal.Instant.from('2026-11-23T01:00:00Z'),
      today: '2026-11-23',
      attribution: null,
    }
    await client.query('begin')
    expect(await undoNewest(client, kind, { context })).toMatchObject({ outcome: 'undone' })
    await client.query('commit')
    expect(await stored()).toBe(before)
  })

  it('差分は人の読む文字で出る: 印は ○ △ ×、書かれていない項目は出さない', async () => {
    const run = await load([file('yaizu/222127_evacuation_space.csv')], { dryRun: true })
    const after = run.differences.find(({ key }) => key === '中港タワー (1)')?.after
    expect(after).toMatchObject({ 印: '地震 ○、津波 ○', そのほか: '市区町村名 焼津市、都道府県名 静岡県' })
    expect(Object.keys(after ?? {})).not.toContain('FAX番号')
  })

  it('二つの年の同じ一覧を一度に渡すと、どちらかに決められないと断り、何も変えない', async () => {
    const run = await load([file('takamatsu/0045.csv'), file('takamatsu/0045_2025.xlsx')])
    expect(run.refused).toMatchObject([{ code: 'list.twice', file: '0045_2025.xlsx' }])
    expect((await client.query('select from registers.facility')).rowCount).toBe(0)
  })

  it('一つの行が断られれば、ほかの一覧も入らない', async () => {
    const run = await load([file('takamatsu/0045.csv'), file('takamatsu/0081.csv')])
    expect(run).toMatchObject({ applied: false, refused: [{ code: 'list.not-places' }] })
    expect((await client.query('select from registers.facility')).rowCount).toBe(0)
  })

  it('いつの一覧かを言われれば、それが一覧の日になり、先の日付は断る', async () => {
    const mapping = kind.mapping?.parse({ target: 'facilities', asOf: '2025-10-01' })
    await load([file('takamatsu/0045_2025.xlsx')], { mapping })
    const list = () =>
      client.query('select as_of, is_as_of_stated from registers.facility_list').then(({ rows }) => rows)
    expect(await list()).toEqual([{ as_of: '2025-10-01', is_as_of_stated: true }])
    const future = await load([file('takamatsu/0045_2025.xlsx')], {
      mapping: { ...(mapping as object), asOf: '2027-01-01' },
    })
    expect(future.refused).toMatchObject([{ code: 'list.future' }])
    expect(() =>
      kind.mapping?.parse({ target: 'facilities', columns: [{ heading: '名', field: 'name' }] }),
    ).toThrow()
  })
})
