import { expect, it } from 'vitest'
import { fieldChanges, fileNames, keyText, outcome, placeOf } from './words.ts'

const counts = { read: 235, added: 0, changed: 0, removed: 0, unchanged: 235, refusedCount: 0 }

it('読み込みの結果を一行で言う', () => {
  expect(outcome({ state: 'applied', counts })).toBe('変わりなし（235件）')
  expect(outcome({ state: 'previewed', counts: { ...counts, added: 2585, unchanged: 0 } })).toBe(
    '追加 2,585・変更 0・なくなる 0',
  )
  expect(outcome({ state: 'refused', counts: { ...counts, refusedCount: 3 } })).toBe('直すところ 3件')
  expect(outcome({ state: 'stored', counts: null })).toBe('―') // not known is not zero
})

it('場所はセル、なければ行、それもなければファイル全体', () => {
  const at = { file: 'a.csv', column: null, value: null, code: '', reason: '', remedy: '' }
  expect(placeOf({ ...at, cell: 'H10', row: 10 })).toBe('H10')
  expect(placeOf({ ...at, cell: null, row: 10 })).toBe('10行目')
  expect(placeOf({ ...at, cell: null, row: null })).toBe('ファイル全体')
})

it('差分は項目ごとに、0 となしを分けて言う', () => {
  expect(
    fieldChanges({
      state: 'changed',
      key: 'k',
      fields: ['世帯'],
      before: { 世帯: 0 },
      after: { 世帯: null },
    }),
  ).toEqual([{ field: '世帯', before: '0', after: 'なし' }])
  expect(
    fieldChanges({ state: 'added', key: 'k', fields: ['世帯'], before: null, after: { 世帯: 3 } }),
  ).toEqual([{ field: '世帯', before: null, after: '3' }])
  expect(
    fieldChanges({ state: 'removed', key: 'k', fields: ['世帯'], before: { 世帯: 3 }, after: null }),
  ).toEqual([{ field: '世帯', before: '3', after: null }])
})

it('項目は種類が名付けた順に言う', () => {
  const one = { state: 'added', key: 'k', fields: ['総人口', '男', '女'], before: null } as const
  const changes = fieldChanges({ ...one, fields: [...one.fields], after: { 女: 3, 男: 2, 総人口: 5 } })
  expect(changes.map(({ field }) => field)).toEqual(['総人口', '男', '女'])
})

it('対象の日は和暦で、ファイルは初めの名と数で言う', () => {
  expect(keyText('サンポート (2026-02-01)')).toBe('サンポート (R8.2.1)')
  expect(keyText('1234-99-99')).toBe('1234-99-99')
  expect(fileNames([{ name: 'a.csv' }])).toBe('a.csv')
  expect(fileNames([{ name: 'a.csv' }, { name: 'b.csv' }])).toBe('a.csv ほか1件')
})
