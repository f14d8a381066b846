import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const repository = join(import.meta.dirname, '..', '..', '..')
const fixtures = join(repository, 'src', 'exchange', 'facilities', 'fixtures')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meguri-facilities-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function meguri(...words: string[]): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(repository, 'bin', 'meguri'),
      ['import', 'facilities', ...words, '--data', join(folder, 'data')],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (error += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, error }))
  })
}

describe('bin/meguri import facilities', () => {
  it('空のデータベースに、標準の一覧と、対応づけのファイルで様式のない一覧を読み込む', {
    timeout: 120_000,
  }, async () => {
    const toilets = join(fixtures, 'yaizu', '222127_public_toilet.csv')
    const first = await meguri(toilets, '--json', '--attribution', '「焼津オープンデータカタログ」（焼津市）')
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(first.out)).toMatchObject({ read: 112, added: 112, refused: [] })

    const list = join(folder, 'tsudoi.csv')
    writeFileSync(
      list,
      iconv.encode('一覧（架空）\r\nつどいの名,ところ\r\n見本体操の会,架空町1\r\n', 'cp932'),
    )
    const profile = join(folder, 'tsudoi.json')
    const columns = [
      { heading: 'つどいの名', field: 'name' },
      { heading: 'ところ', field: 'address' },
    ]
    const mapping = { target: 'facilities', category: '通いの場', areaCode: '222127', columns }
    writeFileSync(profile, JSON.stringify(mapping))
    expect((await meguri(list)).code).toBe(2)
    const mapped = await meguri(list, '--profile', profile, '--json')
    expect(mapped).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(mapped.out)).toMatchObject({ read: 1, added: 1, refused: [] })

    writeFileSync(profile, JSON.stringify({ ...mapping, category: null }))
    const broken = await meguri(list, '--profile', profile)
    expect([broken.code, broken.error]).toEqual([2, expect.stringContaining('施設の種類を入力してください')])
    const unknown = await meguri(list, '--profile', 'つどい', '--insurer', '999999')
    expect([unknown.code, unknown.error]).toEqual([
      2,
      expect.stringContaining('対応づけ「つどい」はありません'),
    ])
  })

  it('場所の一覧でないファイルは、どうすればよいかを言って 2 で終わる', { timeout: 60_000 }, async () => {
    const events = await meguri(join(fixtures, 'takamatsu', '0081.csv'), '--json')
    expect(events.code).toBe(2)
    expect(JSON.parse(events.out).refused).toMatchObject([{ code: 'list.not-places' }])
  })
})
