import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from './column.ts'
import { choiceColumn, dateColumn, integerColumn, textColumn } from './columns.ts'

const professions = [
  { code: '1', label: '保健師' },
  { code: '2', label: '社会福祉士' },
  { code: '3', label: '社会教育主事' },
  { code: '10', label: 'その他' },
]
const profession = choiceColumn({ id: 'profession', header: '職種', options: professions })
const born = dateColumn({ id: 'born', header: '生年月日', limits: { notAfter: '2026-11-22' } })
const minutes = integerColumn({ id: 'minutes', header: '時間', min: 0, max: 480, unit: '分' })
const name = textColumn({ id: 'name', header: '氏名', isRequired: true, maxLength: 5 })

describe('セルの読み取り', () => {
  it.each([
    [profession, '1', { value: '1', text: '保健師' }], // 1 is a whole code, although 10 begins with it
    [profession, '１０', { value: '10', text: 'その他' }],
    [profession, '保健師', { value: '1', text: '保健師' }],
    [profession, '保', { value: '1', text: '保健師' }],
    [profession, 'ソノ', { value: '10', text: 'その他' }],
    [profession, '2 社会福祉士', { value: '2', text: '社会福祉士' }],
    [profession, ' ', { value: null, text: '' }],
    [born, 'S15.3.4', { value: '1940-03-04', text: 'S15.3.4' }],
    [born, '昭和15年3月4日', { value: '1940-03-04', text: 'S15.3.4' }],
    [born, '19400304', { value: '1940-03-04', text: 'S15.3.4' }],
    [minutes, '０', { value: 0, text: '0' }], // zero is an answer, blank is none
    [minutes, '', { value: null, text: '' }],
    [minutes, '15分', { value: 15, text: '15' }],
    [minutes, '480', { value: 480, text: '480' }],
    [name, '　架空 太郎', { value: '架空 太郎', text: '架空 太郎' }],
  ] as [Column, string, object][])('$0.header「%s」', (column, typed, expected) => {
    expect(column.parse(typed)).toEqual(expected)
  })

  it.each([
    [
      profession,
      '社会',
      '「社会」で始まるものは2つあります（社会福祉士、社会教育主事）。続きを入力してください。',
    ],
    [
      profession,
      '医師',
      '「医師」はありません。保健師、社会福祉士、社会教育主事、その他から選んでください。',
    ],
    [born, '昭和65年1月1日', '平成2年'],
    [born, 'R8.11.23', '11月22日'],
    [minutes, '481', '範囲の外です。0から480までで入力してください。'],
    [minutes, '十分', '数字ではありません'],
    [name, '', '空欄です。入力してください。'],
    [name, '架空架空架空', '6文字あります。5文字までにしてください。'],
  ] as [Column, string, string][])('断る: $0.header「%s」', (column, typed, sentence) => {
    const read = column.parse(typed)
    expect('error' in read ? read.error : 'accepted').toContain(sentence)
  })

  it('書き直した文字を読むと、同じ値', () => {
    const day = fc
      .date({ min: new Date('1868-01-25'), max: new Date('2026-11-22'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10))
    const cases = fc.oneof(
      fc.tuple(fc.constant<Column>(born), day),
      fc.tuple(fc.constant<Column>(minutes), fc.integer({ min: 0, max: 480 }).map(String)),
      fc.tuple(fc.constant<Column>(profession), fc.constantFrom('1', '2', '3', '10')),
      fc.tuple(fc.constant<Column>(name), fc.string({ unit: 'grapheme', maxLength: 4 })),
    )
    fc.assert(
      fc.property(cases, ([column, typed]) => {
        const first = column.parse(typed)
        if ('error' in first) return
        expect(column.parse(first.text ?? typed)).toEqual(first)
      }),
    )
  })
})
