import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkFiles } from './check-files.ts'

const CASES = join(import.meta.dirname, '..', 'cases')
const TABLE = join(import.meta.dirname, '..', '..', 'stages', 'cases', 't09-saiki.json')
const folder = mkdtempSync(join(tmpdir(), 'case-check-'))
const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const run = async (files: string[], isJson = false) => {
  const said: string[] = []
  const code = await checkFiles(files, isJson, (text) => void said.push(text))
  return { code, text: said.join('\n') }
}

const own = {
  schema: 'premium-case/1',
  caseId: 't09-kakuu',
  kind: 'stage-table',
  insurer: { name: '架空町', prefecture: '架空県' },
  period: 9,
  fiscalYears: ['R6', 'R7', 'R8'],
  unit: 'JPY',
  sources: [{ url: 'https://example.invalid/', class: 'S' }],
  stageTable: {
    baseAnnual: 70_000,
    roundUnit: 100,
    roundDirection: 'down',
    roundOn: 'annual',
    rows: [{ stage: 1, ratio: 0.455, annual: 31_800 }],
  },
}

describe('bin/meguri case check', () => {
  it('自分の町の表を1ファイルで検算できる', async () => {
    expect(await run([file('own.json', own)])).toMatchObject({
      code: 0,
      text: expect.stringContaining('架空町 第9期 食い違いはありません'),
    })
    const wrong = {
      ...own,
      stageTable: { ...own.stageTable, rows: [{ stage: 1, ratio: 0.455, annual: 31_900 }] },
    }
    const { code, text } = await run([file('wrong.json', wrong)])
    expect(code).toBe(2)
    expect(text).toContain('第1段階の年額（割合455‰）: 印刷の値は31,900円ですが')
    expect(text).toContain('31,800円になり、100円違います')
  })

  it('国の値のない計画期間は、そう言う', async () => {
    const tenth = { ...own, period: 10, fiscalYears: ['R9', 'R10', 'R11'] }
    expect(await run([file('tenth.json', tenth)])).toMatchObject({ code: 0 })
    const later = file('later.json', { ...own, period: 11, fiscalYears: ['R12', 'R13', 'R14'] })
    const { code, text } = await run([later, TABLE])
    expect(code).toBe(2)
    expect(text).toContain('第11期の国の値（負担割合など）がまだ登録されていません')
    expect(text).toContain('佐伯市 第9期 食い違いはありません')
  })

  it('公表された表と二次資料の計算を、まとめて検算する', async () => {
    const { code, text } = await run([TABLE, join(CASES, 'p09-ooyuki-union.json')])
    expect(code).toBe(0)
    expect(text).toContain('佐伯市 第9期 食い違いはありません')
    expect(text).toContain('大雪地区広域連合 第9期（二次資料による） 食い違いはありません')
  })

  it('食い違う計算は2で終わり、すべての食い違いを挙げる', async () => {
    const path = join(CASES, 'p09-kawasaki-miyagi.json')
    const { code, text } = await run([TABLE, path])
    expect(code).toBe(2)
    expect(text).toContain('食い違いが2件あります')
    expect(text).toContain('14,000,000円の説明がつきません')
    expect(text).toContain('補正前の第1号被保険者数9,875人とほぼ同じです')
    const json = await run([path], true)
    const [report] = JSON.parse(json.text)
    expect(json.code).toBe(2)
    expect(report).toMatchObject({ caseId: 'p09-kawasaki-miyagi', isSecondary: true, isReproduced: false })
    expect(report.contradictions.map((one: { id: string }) => one.id)).toEqual(['NEED', 'PREM.printedHeads'])
    expect(report.solved.adjustedInsured).toMatch(/^9505\.69/)
  })

  it('1兆円を超える計算も検算し、円の違いを言う', async () => {
    const text = readFileSync(join(CASES, 'p09-kanegasaki.json'), 'utf8')
    const golden = JSON.parse(text) as { published: Record<string, unknown>; caseId: string }
    const rates = ['adjGrantRateByYear', 'F', 'G', 'reviewFeeUnit', 'collectionRate']
    const large = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(large) : (value as number) * 300
    const published = Object.fromEntries(
      Object.entries(golden.published).map(([name, value]) => [
        name,
        rates.includes(name) || name.startsWith('monthly') || name === 'previousMonthly'
          ? value
          : large(value),
      ]),
    )
    const path = file('large.json', { ...golden, caseId: 'p09-kakuu-300', published })
    const { code, text: found } = await run([path])
    // 300 times a rounded yen is no longer rounded to one yen
    expect(code).toBe(2)
    expect(found).toContain('食い違いが3件あります')
    expect(found).toContain('印刷の値は277,821,344,400円ですが')
    expect(found).toContain('277,821,344,424円になり、24円違います')
    const exact = { firstInsuredShare: 277_821_344_424, adjGrantEquivalent: 59_491_174_440 }
    const { monthlyBeforeDraw: _, ...rest } = published
    const sound = file('large-sound.json', {
      ...golden,
      caseId: 'p09-kakuu-300',
      published: { ...rest, ...exact, needBeforeDraw: 267_628_218_864 },
    })
    expect(await run([sound])).toMatchObject({ code: 0 })
  })

  it('額や人数が大きすぎるファイルは、どこがと言う', async () => {
    const chain = JSON.parse(readFileSync(join(CASES, 'p09-kanegasaki.json'), 'utf8'))
    const at = async (published: object) => (await run([file('huge.json', { ...chain, published })])).text
    expect(await at({ standardBenefit: 100_000_000_000_001 })).toContain('額が大きすぎます')
    expect(
      await at({
        standardBenefit: 100_000_000_000_000,
        standardBenefitByYear: [1, 1, 1],
        generalProjectByYear: [1, 1, 100_000_000_000_000],
        adjGrantExpected: 1,
        adjGrantRateByYear: [1, 1, 1_000_000],
      }),
    ).toContain('計算の途中の数が大きすぎます')
  })

  it('割る数が0なら、止まらずに言う', async () => {
    const chain = JSON.parse(readFileSync(join(CASES, 'p09-ooyuki-union.json'), 'utf8'))
    const at = async (change: object) =>
      (await run([file('zero.json', { ...chain, published: { ...chain.published, ...change } })])).text
    expect(await at({ collectionRate: 0 })).toContain('published.collectionRate: 0より大きい数')
    expect(await at({ adjustedInsured: 0 })).toContain('published.adjustedInsured: 0より大きい数')
    const { adjustedInsured: _, ...rest } = chain.published
    const nobody = file('nobody.json', { ...chain, published: { ...rest, insured: 0 } })
    expect(await run([nobody])).toMatchObject({ code: 0 })
  })

  it('様式に合わないファイルは、場所と理由を日本語で言う', async () => {
    const text = async (content: unknown) => {
      const found = await run([file('broken.json', content)])
      expect(found.code).toBe(2)
      return found.text
    }
    expect(await text('{')).toContain('JSON として読めません')
    expect(await text({ ...own, period: '9' })).toContain('period: 計画期間は期の番号')
    expect(await text({ ...own, basis: 1 })).toContain('basis: この項目は様式にありません')
    expect(await text({ ...own, sources: [] })).toContain('sources: 出典を一つ以上')
    expect(await text({ ...own, kind: 'table' })).toContain('kind は premium-chain')
    expect(
      await text({
        ...own,
        stageTable: { ...own.stageTable, rows: [{ stage: 1, ratio: 0.4555, annual: 1 }] },
      }),
    ).toContain('stageTable.rows.0.ratio: 0以上の数を、小数第3位まで')
    expect(await text({ ...own, period: 10 })).toContain('第10期の年度ではありません')
    expect(await text({ ...own, alpha: 0.22 })).toContain('第1号被保険者負担割合: 印刷の値は220‰')
    expect((await run([join(folder, 'none.json')])).text).toContain('ファイルを読めません')
  })

  it('ファイルを書かなければ、書き方を言う', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await run([])).toEqual({ code: 2, text: '' })
    expect(error.mock.calls[0]?.[0]).toContain('検算するファイルを書いてください')
    error.mockRestore()
  })
})
