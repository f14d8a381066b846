import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const repository = join(import.meta.dirname, '..', '..', '..')
const fixtures = join(repository, 'src', 'exchange', 'population-by-town', 'fixtures')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meguri-import-'))
  mkdirSync(join(folder, 'files'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `bin/meguri import …` as an operator types it, on a data folder of its own. */
function meguri(...words: string[]): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(repository, 'bin', 'meguri'),
      ['import', ...words, '--data', join(folder, 'data')],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (error += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, error }))
  })
}

describe('bin/meguri import', () => {
  it('実物の CSV と Excel を読み、JSON の形と終わりの番号を守る', async () => {
    const csv = join(fixtures, '0066_202303.csv')
    const xlsx = join(fixtures, '0066_202510.xlsx')
    const dry = await meguri('population-by-town', csv, xlsx, '--dry-run', '--json')
    expect(dry).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(dry.out)).toMatchObject({
      read: 470,
      added: 470,
      changed: 0,
      removed: 0,
      unchanged: 0,
      refused: [],
    })

    const first = await meguri(
      'population-by-town',
      csv,
      xlsx,
      '--json',
      '--attribution',
      '「高松市オープンデータ」（高松市）',
    )
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ added: 470, refused: [] })
    const again = await meguri('population-by-town', csv, xlsx, '--json')
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 470 })

    const broken = join(folder, 'files', '0066_202303.csv')
    copyFileSync(csv, broken)
    writeFileSync(broken, (await readText(csv)).replace(',塩屋町,366,', ',塩屋町,399,'))
    const refused = await meguri('population-by-town', broken, '--json')
    expect(refused.code).toBe(2)
    const report = JSON.parse(refused.out)
    expect(report).toMatchObject({ read: 234, added: 0, changed: 0, removed: 0, unchanged: 0 })
    expect(report.refused).toEqual([
      expect.objectContaining({
        file: '0066_202303.csv',
        row: 10,
        column: 'totalPopulation',
        value: '399',
        reason: expect.any(String),
        remedy: expect.any(String),
      }),
    ])
    const spoken = await meguri('population-by-town', broken)
    expect(spoken.code).toBe(2)
    expect(spoken.out).toMatch(/読み込めませんでした。何も変わっていません。[\s\S]*H10/)
  }, 120_000)

  it.each([
    [['nothing', 'a.csv'], '種類「nothing」はありません'],
    [['population-by-town'], '読み込むファイルを一つ以上'],
    [['population-by-town', 'ない.csv'], 'ファイルが見つかりません'],
    [['people', join(fixtures, '0066_202303.csv'), '--attribution', 'x'], '--attribution を付けられません'],
  ])('呼び方の誤り %o は、データベースを始めずに番号 2 で断る', async (words, message) => {
    const { code, error } = await meguri(...words)
    expect(code).toBe(2)
    expect(error).toContain(message)
  })

  it('保険者番号のない被保険者の取り込みは断る', async () => {
    const { code, error } = await meguri('people', join(fixtures, '0066_202303.csv'), '--insurer', '000000')
    expect(code).toBe(2)
    expect(error).toContain('--insurer')
  }, 60_000)
})

const readText = async (path: string) => (await import('node:fs/promises')).readFile(path, 'utf8')
