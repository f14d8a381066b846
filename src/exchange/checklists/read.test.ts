import { describe, expect, it } from 'vitest'
import { collectItems, csvBytes } from '../tabular/index.ts'
import { textSource } from '../tabular/testing.ts'
import { answerHeading, headings, questionNumbers } from './layout.ts'
import { readChecklists } from './read.ts'

const row = (more: Record<string, string> = {}): Record<string, string> => ({
  記入方式: '用紙の数字',
  被保険者番号: '9000000001',
  生年月日: '1940-01-01',
  実施日: '2026-11-10',
  実施方法: '面接',
  ...Object.fromEntries(questionNumbers.map((no) => [answerHeading(no), '0'])),
  ...more,
})
const read = async (rows: Record<string, string>[], columns: readonly string[] = headings) =>
  collectItems(
    await readChecklists(
      {
        name: '試験.csv',
        bytes: csvBytes([[...columns], ...rows.map((one) => columns.map((heading) => one[heading] ?? ''))], {
          encoding: 'UTF-8+BOM',
        }),
      },
      { notAfter: '2026-11-22' },
    ),
  )

describe('基本チェックリストのファイル', () => {
  it.each([
    ['用紙の数字', 'paperNumber'],
    ['用紙で丸を付けた数字', 'paperNumber'],
    ['はい=1', 'yesNo'],
    ['はい＝１', 'yesNo'],
    ['1＝はい、0＝いいえ（全項目）', 'yesNo'],
  ])('記入方式「%s」は %s', async (word, coding) => {
    const { rows, refusals } = await read([row({ 記入方式: word })])
    expect([refusals, rows[0]?.coding]).toEqual([[], coding])
  })

  it('どちらの方式でも読めるセルばかりでも、宣言がなければ断る', async () => {
    const { rows, refusals } = await read([row()], headings.slice(1))
    expect([rows, refusals.map(({ code }) => code)]).toEqual([[], ['file.coding-not-declared']])
  })

  it('見出しの上の宣言と行の宣言が違えば断る', async () => {
    const lines = [
      '#記入方式,はい=1',
      headings.join(','),
      headings.map((heading) => row()[heading] ?? '').join(','),
    ]
    const { refusals } = await collectItems(await readChecklists(textSource(lines.join('\r\n'))))
    expect(refusals.map(({ code, cell }) => [code, cell])).toEqual([['row.two-codings', 'A3']])
  })

  it('読めない宣言は、宣言がないのと同じく断る', async () => {
    const lines = ['#記入方式,自動', headings.slice(1).join(',')]
    const { refusals } = await collectItems(await readChecklists(textSource(lines.join('\n'))))
    expect(refusals.map(({ code }) => code)).toEqual(['file.coding-unknown'])
  })

  it.each([
    ['S15.1.1', '1940-01-01'],
    ['昭和15年1月1日', '1940-01-01'],
    ['19400101', '1940-01-01'],
    ['１９４０／１／１', '1940-01-01'],
    ['14611', '1940-01-01'], // the day as Excel counts it
  ])('生年月日「%s」', async (birth, day) => {
    const { rows, refusals } = await read([row({ 生年月日: birth })])
    expect([refusals, rows[0]?.birthOn]).toEqual([[], day])
  })

  it('空欄・回答拒否・0は、別のものとして読む', async () => {
    const { rows } = await read([row({ 'No.1': '', 'No.2': '回答拒否', 'No.3': '０' })])
    expect([1, 2, 3].map((no) => rows[0]?.cells[no])).toEqual(['', '回答拒否', '0'])
  })

  it('身長と体重は、桁を失わず0.01の単位で読む', async () => {
    const { rows } = await read([row({ '身長（cm）': '１５６．５', '体重（kg）': '47.36' })])
    expect([rows[0]?.height, rows[0]?.weight]).toEqual([15650, 4736])
  })

  it.each([
    [{ 被保険者番号: '', 宛名番号: '' }, 'row.person-missing'],
    [{ 生年月日: '', フリガナ: '' }, 'row.check-missing'],
    [{ 被保険者番号: '900000001' }, 'cell.insured-number'],
    [{ 実施日: '' }, 'cell.missing'],
    [{ 実施日: '2026-11-23' }, 'cell.future'],
    [{ 回答者: '隣人' }, 'cell.not-in-list'],
    [{ '所要時間（分）': '1441' }, 'cell.minutes'],
    [{ 'No.7': '1.0' }, 'cell.answer'],
    [Object.fromEntries(questionNumbers.map((no) => [answerHeading(no), ''])), 'row.no-answers'],
  ])('%o は断る', async (more, code) => {
    const { rows, refusals } = await read([row(more as Record<string, string>)])
    expect([rows.length, refusals.map((refusal) => refusal.code)]).toEqual([0, [code]])
  })

  it('列の足りないファイルと、知らない列のあるファイルを断る', async () => {
    const short = await read(
      [row()],
      headings.filter((heading) => heading !== 'No.9'),
    )
    expect(short.refusals.map(({ code, column }) => [code, column])).toEqual([['header.missing', 'No.9']])
    const more = await read([row()], [...headings, '血圧'])
    expect(more.refusals.map(({ code }) => code)).toEqual(['header.unknown'])
  })
})
