import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { checksumsOf, type ImportRun, runImport } from '../../platform/import/index.ts'
import { imports } from './imports.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'population-by-town', 'fixtures')
const kind = imports[0]!
const fixture = (name: string) => readFileSync(join(folder, name))
const real: TabularSource[] = readdirSync(folder)
  .filter((name) => name.startsWith('0066_'))
  .sort()
  .map((name) => ({ name, path: join(folder, name) }))
const march = fixture('0066_202303.csv').toString()
const lines = march.split('\n')
const source = (text: string | Buffer, name = '0066_202303.csv') => ({ name, bytes: Buffer.from(text) })
/** The file of March 2023 with one cell changed; row as a spreadsheet shows it, column from 0. */
const withCell = (row: number, column: number, value: string, from = lines) => {
  const cells = (from[row - 1] ?? '').split(',')
  cells[column] = value
  return from.with(row - 1, cells.join(','))
}

let client: pg.Client
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
})
afterAll(() => client.end())
beforeEach(async () => {
  await client.query(
    `delete from evaluation.town_population; delete from platform.dataset_release where dataset = 'population-by-town'`,
  )
})

async function load(
  files: TabularSource[],
  { dryRun = false, attribution = null as string | null } = {},
): Promise<ImportRun> {
  await client.query('begin')
  const run = await runImport(
    client,
    kind,
    files,
    {
      insurerId: null,
      checksums: await checksumsOf(files),
      loadedBy: 'command',
      now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
      today: '2026-11-22',
      attribution,
    },
    { dryRun },
  )
  await client.query(run.applied ? 'commit' : 'rollback')
  return run
}

/** Everything that is stored, for "nothing changed". */
async function stored(): Promise<string> {
  const { rows } = await client.query(
    `select (select coalesce(jsonb_agg(to_jsonb(p) order by as_of, town_name), '[]') from evaluation.town_population p)::text
       || (select coalesce(jsonb_agg(to_jsonb(r) order by as_of, file_name), '[]') from platform.dataset_release r where dataset = 'population-by-town')::text as all`,
  )
  return rows[0].all
}
const counts = ({ read, added, changed, removed, unchanged, refusedCount }: ImportRun) => [
  read,
  added,
  changed,
  removed,
  unchanged,
  refusedCount,
]

describe('高松市の町別人口を取り込む（実物の11か月分、CSV と Excel）', () => {
  it('試しに比べるだけなら、何も変わらない', async () => {
    const before = await stored()
    const run = await load(real, { dryRun: true })
    expect(counts(run)).toEqual([2585, 2585, 0, 0, 0, 0])
    expect(run.applied).toBe(false)
    expect(await stored()).toBe(before)
  })

  it('11か月を一度に取り込み、もう一度取り込んでも何も変わらない', async () => {
    expect(counts(await load(real))).toEqual([2585, 2585, 0, 0, 0, 0])
    const { rows } = await client.query<{ days: number; aged: number }>(
      `select count(distinct as_of)::int as days, sum((select sum(x) from unnest(bands_male[14:18] || bands_female[14:18]) x))
         filter (where as_of = '2025-10-01')::int as aged from evaluation.town_population`,
    )
    expect(rows[0]).toEqual({ days: 11, aged: 120_321 })
    const before = await stored()
    const again = await load(real)
    expect(counts(again)).toEqual([2585, 0, 0, 0, 2585, 0])
    expect(again.differences).toEqual([])
    expect(await stored()).toBe(before)
  })

  it('CSV の出典は見出しの行から、そのままの言葉で残る', async () => {
    const run = await load([source(march)])
    expect(run.notices).toEqual([])
    const { rows } = await client.query(
      `select attribution, licence, source_address, attribution_from from platform.dataset_release where dataset = 'population-by-town'`,
    )
    expect(rows).toEqual([
      {
        attribution: '高松市',
        licence: 'http://creativecommons.org/licenses/by/3.0/deed.ja',
        source_address: 'https://opendata.smartcity-takamatsu.jp/ckan/dataset/population',
        attribution_from: 'file',
      },
    ])
  })

  it('Excel には出典がない: そう知らせ、出典を作らずに空のまま残す。あとから添えられる', async () => {
    const file = [{ name: '0066_202510.xlsx', path: join(folder, '0066_202510.xlsx') }]
    const run = await load(file)
    expect(run.notices).toMatchObject([
      { code: 'attribution.none', count: 1, examples: ['0066_202510.xlsx'] },
    ])
    const release = () =>
      client.query(
        `select attribution, attribution_from as "from" from platform.dataset_release where dataset = 'population-by-town'`,
      )
    expect((await release()).rows).toEqual([{ attribution: null, from: 'none' }])
    const again = await load(file, { attribution: '「高松市オープンデータ」（高松市）' })
    expect(counts(again)).toEqual([235, 0, 0, 0, 235, 0])
    expect(again.notices).toEqual([])
    expect((await release()).rows).toEqual([
      { attribution: '「高松市オープンデータ」（高松市）', from: 'loader' },
    ])
  })

  it('添えた出典が、ファイル自身の出典に代わることはない', async () => {
    await load([source(march)], { attribution: '別の出典' })
    const { rows } = await client.query(
      `select attribution from platform.dataset_release where dataset = 'population-by-town'`,
    )
    expect(rows).toEqual([{ attribution: '高松市' }])
  })

  it('変わった町、なくなった町、新しい町を、何がどう変わるかとともに出す', async () => {
    await load([source(march)])
    // 塩屋町 (row 10): 世帯 +1; row 11 vanishes, a new one comes
    const households = lines[9]!.split(',')[46]!
    const name = lines[10]!.split(',')[6]!
    const edited = withCell(11, 6, '架空町', withCell(10, 46, String(Number(households) + 1)))
    const run = await load([source(edited.join('\n'), '0066_202303_v2.csv')])
    expect(counts(run)).toEqual([235, 1, 1, 1, 233, 0])
    expect(run.differences).toEqual([
      expect.objectContaining({ state: 'removed', key: `${name} (2023-03-01)` }),
      {
        state: 'changed',
        key: '塩屋町 (2023-03-01)',
        fields: ['世帯'],
        before: { 世帯: Number(households) },
        after: { 世帯: Number(households) + 1 },
      },
      expect.objectContaining({
        state: 'added',
        key: '架空町 (2023-03-01)',
        fields: ['総人口', '男', '女', '世帯', '男の年齢別', '女の年齢別', '位置'],
      }),
    ])
  })

  it('次の調査日のファイルで、前の調査日にない町となくなった町を知らせる', async () => {
    await load([source(march)])
    const name = lines[10]!.split(',')[6]!
    const next = withCell(11, 6, '架空町').map((line) => line.replace('3/1/2023', '4/1/2023'))
    const run = await load([source(next.join('\n'), '0066_202304.csv')])
    expect(counts(run)).toEqual([235, 235, 0, 0, 0, 0])
    expect(run.notices).toMatchObject([
      { code: 'town.new', examples: ['架空町 (2023-04-01)'] },
      { code: 'town.gone', examples: [`${name} (2023-04-01)`] },
    ])
  })
})

describe('読めるように読む', () => {
  it.each([
    ['Shift_JIS（CP932）', iconv.encode(march.replace('\uFEFF', ''), 'cp932')],
    ['改行の混在', Buffer.from(lines.map((line, i) => line + ['\n', '\r\n', '\r'][i % 3]).join(''))],
    ['カンマだけの行', Buffer.from(lines.toSpliced(20, 0, ','.repeat(48)).join('\n'))],
    [
      'シリアル値の調査日',
      Buffer.from(lines.map((line) => line.replace(',3/1/2023,', ',44986,')).join('\n')),
    ],
  ])('%s は、元のファイルと同じに取り込む', async (_, bytes) => {
    await load([source(march)])
    expect(counts(await load([source(bytes, 'b.csv')]))).toEqual([235, 0, 0, 0, 235, 0])
  })
})

describe('断ったファイルは、何も変えない', () => {
  async function refused(files: TabularSource[]): Promise<ImportRun> {
    await load([source(march)])
    const before = await stored()
    const run = await load(files)
    expect(run).toMatchObject({ applied: false, added: 0, changed: 0, removed: 0, unchanged: 0 })
    expect(await stored()).toBe(before)
    return run
  }

  it('和の合わない行: ファイル、行、列、番地、値、理由、直し方を言う', async () => {
    const run = await refused([source(withCell(10, 7, '399').join('\n'))])
    expect(run.refused).toEqual([
      {
        file: '0066_202303.csv',
        row: 10,
        column: 'totalPopulation',
        cell: 'H10',
        value: '399',
        code: 'row.sum',
        reason: expect.stringContaining('399人'),
        remedy: expect.stringMatching(/。$/),
      },
    ])
  })

  it('日本語が U+FFFD になったブック', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(fixture('0066_202306.xlsx')).buffer)
    workbook.worksheets[0]?.eachRow((row, n) => {
      if (n > 1) for (const column of [4, 5, 7]) row.getCell(column).value = '\uFFFD\uFFFD'
    })
    const run = await refused([
      { name: '0066_202304.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) },
    ])
    expect(run.refusedCount).toBe(705)
    expect(run.refused[0]).toMatchObject({ code: 'cell.damaged', cell: 'D2', file: '0066_202304.xlsx' })
  })

  it('一つのファイルに同じ町が二度', async () => {
    const run = await refused([source(withCell(11, 6, '塩屋町').join('\n'))])
    expect(run.refused).toMatchObject([{ code: 'row.duplicate', row: 11, cell: 'G11', value: '塩屋町' }])
  })

  it('同じ調査日の二つのファイル', async () => {
    const run = await refused([source(march, 'a.csv'), source(march, 'b.csv')])
    expect(run.refusedCount).toBe(235)
    expect(run.refused[0]).toMatchObject({ code: 'town.twice', file: 'b.csv', row: 10, value: '塩屋町' })
  })

  it('けたの多すぎる数も、行を言って断る', async () => {
    const cells = withCell(10, 46, '99999999999')
    const run = await refused([source(cells.join('\n'))])
    expect(run.refused).toMatchObject([{ code: 'row.unstorable', column: 'households' }])
  })

  it('11のうち一つが悪ければ、11とも取り込まない', async () => {
    const broken = source(withCell(10, 7, '399').join('\n'))
    const run = await load([...real.filter((file) => file.name !== broken.name), broken])
    expect(run).toMatchObject({ applied: false, refusedCount: 1 })
    expect(await stored()).toBe('[][]')
  })
})

describe('途中で止まる', () => {
  it('読んでいる間に接続が切れても、何も残らない', async () => {
    const own = new pg.Client(database.client('reference'))
    own.on('error', () => {})
    await own.connect()
    const { rows } = await own.query<{ pid: number }>('select pg_backend_pid() as pid')
    await own.query('begin')
    const checksums = await checksumsOf(real)
    const context = {
      insurerId: null,
      checksums,
      loadedBy: 'command',
      now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
      today: '2026-11-22',
      attribution: null,
    }
    const superuser = new pg.Client(database.client('superuser'))
    await superuser.connect()
    const killed = runImport(own, kind, real, context, {
      dryRun: false,
      onProgress: async (_, step) => {
        if (step === 'storing') await superuser.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      },
    })
    await expect(killed).rejects.toThrow()
    await superuser.end()
    await own.end().catch(() => {})
    expect(await stored()).toBe('[][]')
  })
})
