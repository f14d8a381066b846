import { describe, expect, it } from 'vitest'
import type { CourseType, ServiceGroup } from '../codes.ts'
import { careManagementType, usualTypes } from './type.ts'

const usual = { table: usualTypes, source: '老振発0605第1号', isOwn: false }

describe('CPM-02 類型 A・B・C', () => {
  it.each<[string, ServiceGroup[], CourseType | null]>([
    ['CPM-02-a 従前相当通所', ['former'], 'A'],
    ['CPM-02-b 従前相当通所と住民主体サロン', ['former', 'b'], 'A'],
    ['CPM-02-c 訪問型Bだけ', ['b'], 'C'],
    ['CPM-02-d 委託型の通所Aだけ', ['aEntrusted'], 'B'],
    ['CPM-02-e 短期集中C', ['c'], 'A'],
    ['CPM-02-f まだ選んでいない', [], null],
    ['予防給付のサービス', ['preventive'], 'A'],
    ['委託Aと配食: 順は A、B、C', ['life', 'aEntrusted'], 'B'],
  ])('%s', (_, groups, expected) => {
    expect(careManagementType(groups, usual).value).toBe(expected)
  })

  it.each<[string, ServiceGroup, CourseType]>([
    ['住民主体を B とする市', 'b', 'B'],
    ['短期集中を B とする市', 'c', 'B'],
  ])('市の表が先に立つ: %s', (_, group, type) => {
    const own = { table: { ...usualTypes, [group]: type }, source: '見本市要綱', isOwn: true }
    const { value, steps } = careManagementType([group], own)
    expect(value).toBe(type)
    expect(steps.at(-1)).toMatchObject({ source: { text: '見本市要綱' }, confidence: 'seen' })
  })
})
