import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'meguri-rule-'))
afterAll(() => rmSync(folder, { recursive: true }))

function meguri(words: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin', 'meguri'), words, {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, lines: stdout.trimEnd().split('\n') }
}
const file = (text: string): string => {
  const path = join(folder, 'input.json')
  writeFileSync(path, text)
  return path
}
const run = (input: string, ...words: string[]) =>
  meguri(['rule', 'run', 'prm-04', '--on', '2024-04-01', ...words], input)
const GOOD = { standardBenefitYen: 9_519_211_524, communitySupportYen: 593_658_000 }
const good = JSON.stringify(GOOD)

describe('規則で計算するコマンド', () => {
  it('一件の入力には、値だけを JSON で答える', () => {
    const { status, stdout } = run(good, '--input', '-', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ firstInsuredShareYen: 2_325_959_991 })
  })

  it('何行かに分けて書いた JSON も、ファイルから一件として読む', () => {
    const path = file(`\ufeff${JSON.stringify(GOOD, null, 2)}\n`)
    const { status, stdout } = run('', '--input', path, '--json', '--steps')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      value: { firstInsuredShareYen: 2_325_959_991 },
      on: '2024-04-01',
      roundings: [{ direction: 'half-up', to: 1, unit: '円', loss: '480/1000' }],
      steps: [{}, { formula: '（標準給付費見込額＋地域支援事業費）×負担割合', confidence: 'seen' }],
    })
  })

  it('日付で効力のある割合が変わる', () => {
    const asked = ['rule', 'run', 'PRM-04', '--input', '-', '--json', '--on']
    const small = '{"standardBenefitYen":1000,"communitySupportYen":0}'
    expect(JSON.parse(meguri([...asked, '2018-03-31'], small).stdout)).toEqual({ firstInsuredShareYen: 220 })
    expect(JSON.parse(meguri([...asked, '2018-04-01'], small).stdout)).toEqual({ firstInsuredShareYen: 230 })
    expect(meguri([...asked, '1999-12-31'], small)).toMatchObject({ status: 2 })
  })

  it('読み手のための形では、過程と端数と、出典を確かめていない数値の注意が出る', () => {
    const { status, stdout, stderr } = meguri(
      ['rule', 'run', 'prm-04', '--input', '-', '--on', '2015-04-01', '--steps'],
      good,
    )
    expect(status).toBe(0)
    expect(stdout).toContain('第1号被保険者負担分相当額（2015-04-01 の数値による）')
    expect(stdout).toContain('標準給付費見込額 9,519,211,524')
    expect(stdout).toMatch(/端数: 第1号被保険者負担分相当額 /)
    expect(stderr).toContain('出典未確認')
  })

  it('大きすぎて計算できない行も、ほかの行を失わせない', () => {
    const huge = JSON.stringify({ unitYen: 95, claims: 99_999_999_999_999 })
    const one = JSON.stringify({ unitYen: 95, claims: 500 })
    const { status, lines } = meguri(
      ['rule', 'run', 'prm-02', '--input', '-', '--json', '--on', '2026-04-01'],
      `${one}\n${huge}\n${one}`,
    )
    expect(status).toBe(2)
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[1]!)).toMatchObject({
      line: 2,
      errors: [{ message: expect.stringMatching(/桁/) }],
    })
    expect(JSON.parse(lines[2]!)).toEqual(JSON.parse(lines[0]!))
  })

  it('1行に1件なら、順に1行ずつ答え、誤りの行があっても続ける', () => {
    const { status, lines } = run(
      `${good}\n\n{"standardBenefitYen":-1,"communitySupportYen":0}\n{bad\n${good}`,
      '--input',
      '-',
    )
    expect(status).toBe(2)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { firstInsuredShareYen: 2_325_959_991 },
      {
        line: 3,
        errors: [
          {
            path: 'standardBenefitYen',
            code: 'too_small',
            message: '標準給付費見込額: 0円以上で入力してください。',
          },
        ],
      },
      { line: 4, errors: [{ path: '', code: 'not-json', message: expect.stringContaining('4行目') }] },
      { firstInsuredShareYen: 2_325_959_991 },
    ])
  })

  it('最初の行が誤りでも、残りに答える', () => {
    const { status, lines } = run(`{bad\n${good}\n${good}`, '--input', '-')
    expect([status, lines.length]).toEqual([2, 3])
    expect(JSON.parse(lines[0]!).errors[0].code).toBe('not-json')
  })

  it('1万件を流しても、順序と件数がそろう', () => {
    const inputs = Array.from(
      { length: 10_000 },
      (_, n) => `{"standardBenefitYen":${n * 100},"communitySupportYen":0}`,
    )
    const { status, lines } = run(inputs.join('\n'), '--input', '-', '--json')
    expect(status).toBe(0)
    expect(lines.map((line) => JSON.parse(line).firstInsuredShareYen)).toEqual(inputs.map((_, n) => n * 23))
  })

  it.each([
    [['rule', 'run'], '番号'],
    [['rule', 'run', 'nothing'], '「nothing」'],
    [['rule', 'run', 'prm-04'], '--input'],
    [['rule', 'run', 'prm-04', '--input', '/nowhere/x.json'], '読めません'],
    [['rule', 'run', 'prm-04', '--input', '-', '--on', '2026-02-30'], '2026-02-30'],
    [['rule', 'schema', 'nothing'], '「nothing」'],
    [['law', 'show', 'nothing'], '「nothing」'],
    [
      ['law', 'show', 'insurer.premium.first-insured-share', '--on', '1999-01-01'],
      '効力のある値はありません',
    ],
    [['law', 'list', '--on', 'x'], '--on x'],
  ])('%s は、理由を言って 2 で終わる', (words, reason) => {
    const { status, stderr } = meguri(words)
    expect([status, stderr]).toEqual([2, expect.stringContaining(reason)])
  })

  it('誤った一件は、項目と理由を言って 2 で終わる', () => {
    expect(run('', '--input', '-')).toMatchObject({ status: 2, stderr: expect.stringContaining('空') })
    expect(run('{', '--input', '-')).toMatchObject({ status: 2, stderr: expect.stringContaining('JSON') })
    const { status, stdout } = run('{}', '--input', '-', '--json')
    expect([status, JSON.parse(stdout).errors.map(({ path }: { path: string }) => path)]).toEqual([
      2,
      ['standardBenefitYen', 'communitySupportYen'],
    ])
  })

  it('一覧は規則と、それが答える番号を並べ、形は JSON Schema で出る', () => {
    const list = JSON.parse(meguri(['rule', 'list', '--json']).stdout) as { id: string; rule: string }[]
    expect(list.map(({ id }) => id)).toContain('PRM-04')
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(meguri(['rule', 'list']).stdout).toContain('■ 保険料')
    expect(JSON.parse(meguri(['rule', 'schema', 'PRM-04']).stdout)).toMatchObject({
      required: ['standardBenefitYen', 'communitySupportYen'],
      properties: { standardBenefitYen: { type: 'integer', unit: '円', title: '標準給付費見込額' } },
    })
  })

  it('制度の数値は、日付ごとの値、出典、確からしさとともに出る', () => {
    const id = 'insurer.premium.first-insured-share'
    const whole = JSON.parse(meguri(['law', 'show', id, '--json']).stdout)
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(['id', 'unit', 'history', 'checkedOn']))
    const { stdout } = meguri(['law', 'show', id, '--on', '2020-01-01', '--json'])
    expect(JSON.parse(stdout).history).toMatchObject([{ from: '2018-04-01', value: 230, confidence: 'seen' }])
    const open = JSON.parse(meguri(['law', 'unverified', '--json']).stdout) as {
      history: { confidence: string }[]
    }[]
    const marks = new Set(open.flatMap(({ history }) => history.map(({ confidence }) => confidence)))
    expect([...marks].every((mark) => mark === 'recalled' || mark === 'unverified')).toBe(true)
    expect(
      JSON.parse(meguri(['law', 'list', '--json']).stdout).map((one: { id: string }) => one.id),
    ).toContain(id)
  })
})
