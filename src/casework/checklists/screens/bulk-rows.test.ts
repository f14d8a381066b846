import { describe, expect, it } from 'vitest'
import { range } from '../factory.ts'
import { bulkColumns } from './bulk-columns.ts'
import { columnOf, compareCodings, judgeRow, looksLikeOther, nameQuestion, rowOf } from './bulk-rows.ts'

const TODAY = '2026-11-22'
const first = { insuredType: 'category1Insured' } as const

/** A row of the grid in which `ones` hold 1 and all others 0; BMI above 18.5. */
function texts(ones: readonly number[], { day = 'R8.11.1' } = {}): string[] {
  const cell = (no: number) => (ones.includes(no) ? '1' : '0')
  return [
    '0000000701',
    'S15.3.4',
    '',
    day,
    '郵送',
    ...range(1, 11).map(cell),
    '156.0',
    '50.5',
    ...range(13, 25).map(cell),
  ]
}
const REVERSED = [...range(1, 8), 16, 19]

describe('表の列', () => {
  it('列の並びは、一行のセルの並びと同じである', () => {
    const ids = bulkColumns('paperNumber', TODAY).map(({ id }) => id)
    expect(ids).toHaveLength(texts([]).length)
    expect(ids.indexOf('height')).toBe(texts([]).indexOf('156.0'))
    expect(rowOf(texts([13])).cells).toMatchObject({ 11: '0', 13: '1', 25: '0' })
    expect(ids[ids.indexOf('weight') + 1]).toBe('q13')
  })

  it.each([
    ['paperNumber', '1', 'no'], // No.1 prints 1.いいえ
    ['yesNo', '1', 'yes'],
    ['yesNo', 'いいえ', 'no'],
    ['paperNumber', '無回答', 'declined'],
    ['paperNumber', '9', 'declined'],
    ['yesNo', '', null],
  ] as const)('%s の表のNo.1の「%s」は %s', (coding, typed, value) => {
    const column = bulkColumns(coding, TODAY).find(({ id }) => id === 'q1')
    expect(column?.parse(typed)).toMatchObject({ value })
  })

  it('用紙の数字の表に「はい」があれば、どちらの数字かを示して断る', () => {
    const column = bulkColumns('paperNumber', TODAY).find(({ id }) => id === 'q1')
    expect(column?.parse('はい')).toEqual({
      error: '「はい」は、用紙の数字で読む表には入れられません。0を入力するか、読み方を選び直してください。',
    })
  })

  it('サーバーが名指しした欄は、表の列になる', () => {
    expect(['cells.7', 'personId', 'birthOn'].map(columnOf)).toEqual(['q7', 'insuredNumber', 'birthOn'])
  })
})

describe('CHK-01 同じ表を二つの読み方で読む', () => {
  it.each([
    ['CHK-01-a', [], 'paperNumber', 'notTarget', 'target'],
    ['CHK-01-b', REVERSED, 'paperNumber', 'target', 'notTarget'],
    ['CHK-01-c', range(1, 7), 'yesNo', 'target', 'notTarget'],
  ] as const)('%s', (_id, ones, coding, meant, turned) => {
    const other = coding === 'paperNumber' ? 'yesNo' : 'paperNumber'
    expect(judgeRow(texts(ones), coding, null, first)).toBe(meant)
    expect(judgeRow(texts(ones), other, null, first)).toBe(turned)
    expect(compareCodings([texts(ones)], coding, null)).toMatchObject({ compared: 1, changed: 1 })
  })

  it('10問のうち3分の2以上が支障ありなら、逆ではないかと知らせる。その手前では知らせない', () => {
    // 10 × 5 cells: 34 of 50 is 68 %, 33 of 50 is 66 %
    const rows = (ones: number) =>
      range(0, 4).map((row) => texts(REVERSED.filter((_no, at) => row * 10 + at < ones)))
    expect(compareCodings(rows(34), 'paperNumber', null)).toMatchObject({
      scoringPercent: 68,
      otherPercent: 32,
    })
    expect(looksLikeOther(compareCodings(rows(34), 'paperNumber', null))).toBe(true)
    expect(looksLikeOther(compareCodings(rows(33), 'paperNumber', null))).toBe(false)
    expect(looksLikeOther(compareCodings(rows(34), 'yesNo', null))).toBe(false)
    expect(looksLikeOther(compareCodings(rows(34).slice(0, 4), 'paperNumber', null))).toBe(false) // four rows
  })
})

describe('行の読み', () => {
  it('第2号の方の行は、対象外になる', () => {
    expect(judgeRow(texts([16]), 'paperNumber', null, { insuredType: 'category2Insured' })).toBe(
      'notApplicable',
    )
  })

  it('実施日が空欄なら上の日で判定し、それもなければ判定しない', () => {
    expect(judgeRow(texts([], { day: '' }), 'paperNumber', '2026-11-01', first)).toBe('notTarget')
    expect(judgeRow(texts([], { day: '' }), 'paperNumber', null, first)).toBeNull()
    expect(judgeRow(texts([], { day: 'きのう' }), 'paperNumber', '2026-11-01', first)).toBeNull()
  })

  it('空欄の回答は0点ではない', () => {
    const blank = texts([]).map((text, at) => (at === 5 + 11 + 2 + 3 ? '' : text)) // No.16
    expect(judgeRow(blank, 'paperNumber', null, first)).toBe('undetermined')
  })

  it('番号の方を確かめるのは、番号と実施日が読めるときだけ', () => {
    expect(nameQuestion(texts([]), null)).toEqual({
      insuredNumber: '0000000701',
      birthOn: '1940-03-04',
      kana: null,
      answeredOn: '2026-11-01',
    })
    expect(nameQuestion(['123', '', '', '', ''], '2026-11-01')).toBeNull()
    expect(nameQuestion(texts([], { day: '' }), null)).toBeNull()
  })
})
