import { execFileSync } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, aPerson, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { confirmChecklist } from './confirm.ts'
import { createChecklist } from './create.ts'
import { aChecklist, scoredCells } from './factory.ts'
import { printBlank, printChecklist, printResult } from './print.ts'
import { blankForm, formOf } from './printed-form.ts'
import { readChecklist } from './read.ts'
import { NewChecklist } from './schema.ts'

let database: TestDatabase
let insurer: TestInsurer
let staff: Actor
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  staff = await anActor(database, insurer, 'centreStaff', 'a')
})

const work = () => workOf(database, staff)
async function recorded(more: Record<string, unknown> = {}, birthOn = '1940-03-04'): Promise<string> {
  const personId = await aPerson(database, insurer, insurer.centres.a, { birthOn })
  const id = randomUUIDv7()
  await createChecklist(work(), NewChecklist.parse(aChecklist(personId, { ...more, id })))
  return id
}
/** Text of a PDF, without blanks: lines break where the page does. */
function textOf(bytes: Buffer): { text: string; pages: number } {
  if (process.env.SHOTS) writeFileSync(`${process.env.SHOTS}/${randomUUIDv7()}.pdf`, bytes)
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' })
  return { text: text.replace(/\s/gu, ''), pages: text.split('\f').length - 1 }
}

describe('様式の印刷', () => {
  it('25項目の言葉、印刷された数字、七つの基準、BMI、申請の案内が一枚に出る', async () => {
    const id = await recorded({ ...scoredCells([16], [3]), weight: '47.4', minutes: 10 })
    const { text, pages } = textOf(await printChecklist(work(), id))
    expect(pages).toBe(1)
    expect(text).toContain('バスや電車で１人で外出していますか')
    expect(text).toContain('（ここ２週間）わけもなく疲れたような感じがする')
    expect(text).toContain('身長160.0cm体重47.4kg（BMI＝18.5）（注）')
    expect(text).toContain('0.はい1.いいえ')
    expect(text).toContain('1.はい0.いいえ')
    expect(text).toContain('様式第一の質問項目No.１６～１７の２項目のうちNo.１６に該当（閉じこもり）')
    expect(text).toContain('1（ほかに不明1）')
    expect(text).toContain('判定案基準に該当確認前')
    expect(text).toContain('出典未確認')
    expect(text).toContain('要介護認定の申請は、いつでもできます。')
    expect(text).not.toContain('事業対象者')
  })

  it('非該当には必ずチェックリストの語が付き、確認した判定と理由が出る', async () => {
    const id = await recorded()
    await confirmChecklist(work(), id, { version: 1, judgement: 'target', reason: '訪問して転倒の跡を見た' })
    const { text } = textOf(await printChecklist(work(), id))
    expect(text).toContain('判定案チェックリスト非該当')
    expect(text).toContain('確認基準に該当（試験職員）理由訪問して転倒の跡を見た')
    expect(text.match(/判定案非該当/)).toBeNull()
  })

  it('丸の付く数字は、答えた方だけである', async () => {
    const id = await recorded({
      ...scoredCells([1, 9], [2]),
      cells: { ...scoredCells([1, 9]).cells, 2: '回答拒否', 3: '' },
    })
    const { rows } = formOf(await readChecklist(work(), id), null)
    const chosen = (no: number) =>
      (rows[no - 1] as { options: { number: string; word: string; chosen: boolean }[] }).options
        .filter((option) => option.chosen)
        .map(({ number, word }) => `${number}.${word}`)
    expect([chosen(1), chosen(9), chosen(10), chosen(2), chosen(3)]).toEqual([
      ['1.いいえ'],
      ['1.はい'],
      ['0.いいえ'],
      [],
      [],
    ])
    expect(rows[1]).toMatchObject({ mark: '回答拒否' })
  })

  it('記入していない用紙には、名前も判定もない', async () => {
    const { text, pages } = textOf(await printBlank(work()))
    expect([pages, text.includes('判定'), text.includes('身長cm体重kg（BMI＝）（注）')]).toEqual([
      1,
      false,
      true,
    ])
    expect(
      blankForm().rows.every((row) => !('options' in row) || row.options.every(({ chosen }) => !chosen)),
    ).toBe(true)
  })
})

describe('本人に渡す結果', () => {
  it.each([
    ['基準に該当', [16], [], '1940-03-04', '使うには、市町村の手続きが必要です。'],
    ['チェックリスト非該当', [], [], '1940-03-04', 'これは要介護認定の結果ではありません。'],
    ['判定できない', [], [16], '1940-03-04', 'まだ判定できません。'],
    ['対象外', [18], [], '1968-01-10', '要介護認定を申請してください。'],
  ] as const)('%s', async (label, scored, missing, birthOn, words) => {
    const id = await recorded(scoredCells(scored, missing), birthOn)
    const { text, pages } = textOf(await printResult(work(), id))
    expect(pages).toBe(1)
    expect(text).toContain(`${label}判定案（職員の確認前）`)
    expect(text).toContain(words)
    expect(text).toContain('要介護認定の申請は、いつでもできます。')
    expect(text).not.toContain('事業対象者')
  })
})
