import { describe, expect, it } from 'vitest'
import type { FacilityList } from '../schema.ts'
import { asOfText, choicesOf, listsShown } from './words.ts'

const list = (areaCode: string, category: string): FacilityList => ({
  areaCode,
  areaName: areaCode === '372013' ? '高松市' : '焼津市',
  category,
  asOf: '2025-10-01',
  isAsOfStated: true,
  count: 1,
  loadedAt: '2026-11-22T01:00:00Z',
  attribution: '出典: 見本',
  fileName: 'a.csv',
  sourceAddress: null,
})
const lists = [list('372013', 'AED設置箇所'), list('372013', '通いの場'), list('222127', 'AED設置箇所')]

describe('施設の一覧の言葉', () => {
  it('だれも言わなかった時点は、読み込んだ日と言う', () => {
    expect(asOfText({ asOf: '2025-10-01', isAsOfStated: true })).toBe('令和7年10月1日 現在')
    expect(asOfText({ asOf: '2026-11-22', isAsOfStated: false })).toBe(
      '時点の記載なし（令和8年11月22日 に読み込み）',
    )
  })

  it('種類と市区町村は一つずつ選べ、選んだ一覧の出典だけが残る', () => {
    expect(choicesOf(lists).categories).toEqual(['AED設置箇所', '通いの場'])
    expect(choicesOf(lists).areas).toHaveLength(2)
    expect(listsShown(lists, { category: 'AED設置箇所', areaCode: '222127' })).toEqual([lists[2]])
  })
})
