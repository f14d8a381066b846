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
    [['population-by-town'], '読み込むファイルを一つ以上書いてください'],
    [['population-by-town', 'ない.csv'], 'ファイルが見つかりません'],
    [['people', join(fixtures, '0066_202303.csv'), '--attribution', 'x'], '--attribution を付けられません'],
  ])('呼び方の誤り %o は、データベースを始めずに番号 2 で断る', async (words, message) => {
    const { code, error } = await meguri(...words)
    expect(code).toBe(2)
    expect(error).toContain(message)
  })

  it.each([
    [['nothing', 'a.csv'], 'call.unknown-kind'],
    [['population-by-town'], 'call.no-file'],
    [['population-by-town', 'ない.csv'], 'file.absent'],
    [['population-by-town', fixtures], 'file.folder'],
    [
      ['population-by-town', join(fixtures, '0066_202303.csv'), join(fixtures, '0066_202303.csv')],
      'file.twice',
    ],
    [['population-by-town', '/dev/null'], 'file.no-file'],
    [['people', join(fixtures, '0066_202303.csv'), '--attribution', 'x'], 'call.option'],
  ])('%o でも --json は決まった形を守る(%s)', async (words, code) => {
    const { code: exit, out, error } = await meguri(...words, '--json')
    expect([exit, error]).toEqual([2, ''])
    expect(JSON.parse(out)).toMatchObject({
      ...{ read: 0, added: 0, changed: 0, removed: 0, unchanged: 0 },
      refused: [
        {
          code,
          file: expect.any(String),
          row: null,
          column: null,
          value: null,
          reason: expect.stringMatching(/.+/),
          remedy: expect.stringMatching(/.+/),
        },
      ],
    })
  })

  it('中身のないファイルは、断りとして答える', async () => {
    const empty = join(folder, 'files', 'empty.csv')
    writeFileSync(empty, '')
    const { code, out } = await meguri('population-by-town', empty, '--json')
    expect([code, JSON.parse(out).refused]).toMatchObject([2, [{ code: 'file.empty', file: 'empty.csv' }]])
  }, 60_000)

  it('違いのすべてをファイルに書き、最も新しい取り込みを取り消せる', async () => {
    const csv = join(folder, 'files', 'changed', '0066_202303.csv')
    const diff = join(folder, 'files', 'diff.csv')
    mkdirSync(join(folder, 'files', 'changed'))
    const text = await readText(join(fixtures, '0066_202303.csv'))
    const goneTown = /^.*,塩屋町,.*\n/m
    writeFileSync(csv, text.replace(goneTown, ''))
    const first = await meguri('population-by-town', join(fixtures, '0066_202303.csv'), '--json')
    expect(JSON.parse(first.out)).toMatchObject({ refused: [] })
    const { code } = await meguri('population-by-town', csv, '--json', '--diff', diff)
    expect(code).toBe(0)
    const lines = (await readText(diff)).split('\r\n')
    expect(lines[0]).toBe('\uFEFF状態,対象,項目,今,これから')
    expect(lines).toContainEqual(expect.stringMatching(/^なくなる,塩屋町 \(2023-03-01\),総人口,366,$/))
    const all = await meguri(
      'population-by-town',
      join(fixtures, '0066_202210.csv'),
      '--dry-run',
      '--verbose',
    )
    expect(all.out.split('\n').filter((line) => line.startsWith('  追加'))).toHaveLength(235)

    const undone = await meguri('undo', 'population-by-town', '--json')
    expect(JSON.parse(undone.out)).toMatchObject({ refused: [], rows: expect.any(Number) })
    const back = await meguri('population-by-town', join(fixtures, '0066_202303.csv'), '--dry-run', '--json')
    expect(JSON.parse(back.out)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 235 })
    const unknown = await meguri('undo', 'people', '--json')
    expect([unknown.code, JSON.parse(unknown.out).refused[0].code]).toEqual([2, 'call.unknown-kind'])
  }, 120_000)

  it('保険者番号のない被保険者の取り込みは断る', async () => {
    const { code, error } = await meguri('people', join(fixtures, '0066_202303.csv'), '--insurer', '000000')
    expect(code).toBe(2)
    expect(error).toContain('--insurer')
  }, 60_000)
})

const readText = async (path: string) => (await import('node:fs/promises')).readFile(path, 'utf8')
