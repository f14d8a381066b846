import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Tx } from '../../platform/database/engine.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { imports } from './imports.ts'
import { insurerMembersOn } from './index.ts'
import { clearMunicipalities, list, loadFiles } from './testing/load.ts'

const [codes, members] = ['municipality-codes', 'insurer-members'].map(
  (name) => imports.find(({ kind }) => kind === name)!,
)
let client: pg.Client
beforeAll(async () => {
  const database = await testDatabase()
  client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await clearMunicipalities(client)
  await loadFiles(client, codes!, [list])
})
afterAll(async () => {
  await clearMunicipalities(client)
  await client.end()
})
beforeEach(() => client.query('delete from registers.insurer_member'))

const tx = {
  query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows,
} as unknown as Tx
const load = (lines: string[], name = 'members.csv') =>
  loadFiles(client, members!, [
    { name, bytes: Buffer.from(['都道府県,保険者,構成市町村コード,加入日,脱退日', ...lines].join('\n')) },
  ])
const yuri = ['秋田県,本荘由利広域市町村圏組合,052108,,', '秋田県,本荘由利広域市町村圏組合,05214,,']

describe('保険者の構成市町村', () => {
  it('取り込み、もう一度では変わらず、日付で読める', async () => {
    expect(await load(yuri)).toMatchObject({ added: 2, refusedCount: 0 })
    expect(await load(yuri)).toMatchObject({ added: 0, unchanged: 2 })
    const found = await insurerMembersOn(tx, '2024-03-31')
    expect(found.map(({ municipalityCode }) => municipalityCode)).toEqual(['052108', '052141'])
  })

  it('新しい表にない市町村は外れ、脱退した市町村は前日までにだけいる', async () => {
    await load(yuri)
    const run = await load([`${yuri[0]!.slice(0, -1)},2025-03-31`])
    expect(run).toMatchObject({ changed: 1, removed: 1 })
    expect(await insurerMembersOn(tx, '2025-03-31')).toHaveLength(1)
    expect(await insurerMembersOn(tx, '2025-04-01')).toHaveLength(0)
  })

  it.each([
    ['一覧にないコード', '秋田県,甲広域連合,059994,,', 'code.unknown'],
    ['政令指定都市の区', '北海道,甲広域連合,011011,,', 'code.unknown'],
    ['ほかの保険者の市町村', '秋田県,甲広域連合,052108,,', 'member.twice'],
    ['知らない県', '秋田,甲広域連合,052108,,', 'cell.prefecture'],
  ])('%s は断り、何も変えない', async (_, line, code) => {
    await load(yuri)
    const run = await load([line])
    expect(run.refused[0]).toMatchObject({ row: 2, code })
    expect(await insurerMembersOn(tx, '2026-11-22')).toHaveLength(2)
  })
})
