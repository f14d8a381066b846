import { describe, expect, it } from 'vitest'
import { anInsuredPerson } from '../../../exchange/insured-persons/factory.ts'
import { foldAddress } from '../../../platform/text/index.ts'
import { filesInOrder, gapDays, refuseFiles } from './file-order.ts'
import { importState } from './import-state.ts'
import { birthColumns, readingOf, standingOf, withdrawnOn } from './interpret-record.ts'
import { matchTown } from './match-town.ts'
import { digestOf } from './stage-row.ts'

describe('町字名から町を見つける', () => {
  const towns = ['めぐり町', 'めぐり', '見本が丘', '大字こもれび'].map((name) => ({
    id: name,
    name,
    fold: foldAddress(name),
  }))
  it.each([
    ['めぐり町', 'めぐり町', ''],
    ['めぐり町一丁目', 'めぐり町', '一丁目'],
    ['めぐり町２３', 'めぐり町', '２３'],
    ['めぐり3番地', 'めぐり', '3番地'],
    ['見本ヶ丘', '見本が丘', ''],
    ['見本ケ丘二丁目', '見本が丘', '二丁目'],
    ['こもれび', '大字こもれび', ''],
  ])('「%s」は %s、残りは「%s」', (text, id, rest) => {
    expect(matchTown(text, towns)).toEqual({ id, rest })
  })
  it.each(['めぐり町東', 'めぐりの里', 'そよかぜ町', '一丁目'])(
    '「%s」は、ほかの町の名の始まりと取り違えない',
    (text) => {
      expect(matchTown(text, towns)).toBeNull()
    },
  )
})

describe('異動と資格', () => {
  const of = (change: Parameters<typeof anInsuredPerson>[0]) =>
    standingOf(anInsuredPerson(change), '2026-11-22')
  it('死亡は異動年月日、なければ資格喪失日、どちらもなければファイルの日', () => {
    expect(of({ changeReason: '死亡', changedOn: '2026-11-01', disqualifiedOn: '2026-11-02' }).diedOn).toBe(
      '2026-11-01',
    )
    expect(of({ changeReason: '死亡', changedOn: null, disqualifiedOn: '2026-11-02' }).diedOn).toBe(
      '2026-11-02',
    )
    expect(of({ changeReason: '死亡', changedOn: null, disqualifiedOn: null }).diedOn).toBe('2026-11-22')
  })
  it('転出した人は出ている。住所地特例の人は出ていない', () => {
    expect(of({ changeReason: '転出', changedOn: '2026-11-01' }).movedOutOn).toBe('2026-11-01')
    expect(
      of({ changeReason: '転出', changedOn: '2026-11-01', isResidentException: true }).movedOutOn,
    ).toBeNull()
  })
  it.each([
    ['転入', true],
    ['職権記載', true],
    ['氏名変更', false],
    [null, false],
  ] as const)('%s で、前の死亡や転出が取り消されるか: %s', (changeReason, hasReturned) => {
    expect(of({ changeReason })).toMatchObject({ hasReturned, diedOn: null, movedOutOn: null })
  })
  it('取り消しで資格の終わる日: 資格喪失日、異動年月日、ファイルの日の順', () => {
    const row = anInsuredPerson({ isDeleted: true, disqualifiedOn: '2026-11-03', changedOn: '2026-11-02' })
    expect(withdrawnOn(row, '2026-11-22')).toBe('2026-11-03')
    expect(withdrawnOn({ ...row, disqualifiedOn: null }, '2026-11-22')).toBe('2026-11-02')
    expect(withdrawnOn({ ...row, disqualifiedOn: null, changedOn: null }, '2026-11-22')).toBe('2026-11-22')
  })
})

describe('生年月日の不詳', () => {
  it.each([
    [{ state: 'known', date: '1940-03-04' }, '1940-03-04', 'known'],
    [{ state: 'day-unknown', year: 1938, month: 7 }, '1938-07-01', 'day-unknown'],
    [{ state: 'month-unknown', year: 1938 }, '1938-01-01', 'month-unknown'],
    [{ state: 'year-unknown' }, null, 'year-unknown'],
  ] as const)('%o', (birth, birthOn, uncertainty) => {
    expect(birthColumns(birth)).toEqual({ birthOn, uncertainty })
  })
})

describe('フリガナ', () => {
  it.each([
    ['ｶｸｳ ﾀﾛｳ', 'カクウ タロウ'],
    ['かくう　たろう', 'カクウ タロウ'],
    ['ﾊﾞﾊﾞ', 'ババ'],
    [null, ''],
  ])('%s は %s', (typed, reading) => expect(readingOf(typed)).toBe(reading))
})

describe('取り込む順番', () => {
  const names = (...found: string[]) => filesInOrder(found)
  const expected = { insurerNumber: '999995', lastCreatedOn: '2026-11-20', today: '2026-11-22' }
  const codes = (...found: string[]) => refuseFiles(names(...found), expected).map((refusal) => refusal.code)
  it('作成日の順に並べる', () => {
    const files = names('999995_hihokensha_diff_20261122.csv', '999995_hihokensha_diff_20261121.csv')
    expect(files.map((file) => file.createdOn)).toEqual(['2026-11-21', '2026-11-22'])
  })
  it.each([
    ['20261119', ['file.older']],
    ['20261120', []],
    ['20261122', []],
    ['20261123', ['file.future']],
  ])('前回が11月20日、今日が22日なら、作成日 %s は %o', (day, found) => {
    expect(codes(`999995_hihokensha_diff_${day}.csv`)).toEqual(found)
  })
  it.each([
    ['20261124', null], // Friday 20th to Tuesday 24th: four days
    ['20261125', 5],
  ])('前回が11月20日なら、%s の差分は %s 日の抜けとして知らせる', (day, days) => {
    expect(gapDays(names(`999995_hihokensha_diff_${day}.csv`), '2026-11-20')).toBe(days)
  })
  it('全件には抜けがない', () => {
    expect(gapDays(names('999995_hihokensha_full_20261220.csv'), '2026-11-20')).toBeNull()
  })
})

describe('古いときの知らせ', () => {
  const at = (createdOn: string) =>
    importState({ createdOn, appliedAt: '2026-11-19T00:00:00Z' }, '2026-11-22')
  it('作成日から3日までは新しく、4日で古い', () => {
    expect(at('2026-11-22')).toMatchObject({ daysOld: 0, isOld: false })
    expect(at('2026-11-19')).toMatchObject({ daysOld: 3, isOld: false })
    expect(at('2026-11-18')).toMatchObject({ daysOld: 4, isOld: true })
  })
  it('一度も取り込んでいなければ古い。日数は 0 ではなく、ない', () => {
    expect(importState(undefined, '2026-11-22')).toEqual({
      lastFileOn: null,
      lastAppliedAt: null,
      daysOld: null,
      isOld: true,
    })
  })
})

describe('同じ内容かどうか', () => {
  it('ファイルの中の位置は問わず、内容は一字でも問う', () => {
    const row = anInsuredPerson()
    const placed = (rowNumber: number) => ({ ...row, rowNumber })
    expect(digestOf(placed(2))).toBe(digestOf(placed(9)))
    expect(digestOf({ ...row, phone: null })).not.toBe(digestOf(row))
  })
})
