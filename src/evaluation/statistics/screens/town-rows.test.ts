import { describe, expect, it } from 'vitest'
import type { Town } from '../schema.ts'
import { readSort, townRows, writeSort } from './town-rows.ts'

const figure = (value: number | null) => ({ value, missing: value === null ? ('masked' as const) : null })
const town = (townName: string, aged65: number | null): Town => ({
  townName,
  total: figure(100),
  aged65: figure(aged65),
  aged75: figure(0),
  ageingPerMille: figure(aged65),
  households: figure(50),
  latitude: null,
  longitude: null,
  note: null,
  areaName: null,
})
const towns = [town('亀井町', 10), town('塩屋町', null), town('鶴屋町', 0), town('錦町１丁目', 30)]
const names = (filter: string, sort: string) =>
  townRows(towns, filter, readSort(sort)).map(({ townName }) => townName)

describe('町の並べ替えと絞り込み', () => {
  it('不明は、どちら向きでも最後。0 は不明ではない', () => {
    expect(names('', 'aged65-ascending')).toEqual(['鶴屋町', '亀井町', '錦町１丁目', '塩屋町'])
    expect(names('', 'aged65-descending')).toEqual(['錦町１丁目', '亀井町', '鶴屋町', '塩屋町'])
  })
  it('名の一部で絞る。全角と半角は同じ', () => {
    expect(names('屋町', '')).toHaveLength(2)
    expect(names(' 1丁目 ', '')).toEqual(['錦町１丁目'])
    expect(names('ない町', '')).toEqual([])
  })
  it('並べ方はアドレスに残り、読めないものは名の順', () => {
    expect(readSort(writeSort({ by: 'aged75', direction: 'descending' }))).toEqual({
      by: 'aged75',
      direction: 'descending',
    })
    expect(readSort('drop table')).toEqual({ by: 'townName', direction: 'ascending' })
  })
})
