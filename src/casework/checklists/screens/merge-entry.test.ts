import { expect, it } from 'vitest'
import { mergeThreeWay } from '../../../ui/merge/merge-three-way.ts'
import { fromMerge, mergeFields, toMerge } from './merge-entry.ts'
import { blankEntry, type SheetEntry } from './sheet-entry.ts'

const base: SheetEntry = { ...blankEntry('1', '2026-11-22'), height: '156.0', note: '杖を使用' }
const answered = (changes: Record<number, 'yes' | 'no'>, more: Partial<SheetEntry> = {}): SheetEntry => ({
  ...base,
  ...more,
  answers: { ...base.answers, ...changes },
})

it('別の形にしても、元に戻る', () => {
  const sheet = answered({ 1: 'yes', 25: 'no' })
  expect(fromMerge(toMerge(sheet))).toEqual(sheet)
})

it('二人が別の行を直したら、どちらの答えも残る', () => {
  const groups = mergeFields(() => '').map(({ key }) => [key] as const)
  const sides = {
    base: toMerge(base),
    mine: toMerge(answered({ 6: 'no' }, { weight: '45.0' })),
    stored: toMerge(answered({ 18: 'yes' }, { note: '杖を使用。娘が同席' })),
  }
  const merged = fromMerge(mergeThreeWay(sides, {}, groups))
  expect([merged.answers[6], merged.answers[18]]).toEqual(['no', 'yes'])
  expect([merged.weight, merged.note]).toEqual(['45.0', '杖を使用。娘が同席'])
})

it('25の行のうち、はい・いいえの24行と身長・体重が、どれも選べる', () => {
  const keys = mergeFields(() => '').map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  const sheet = toMerge(base)
  const left = Object.keys(sheet).filter((key) => !keys.includes(key as keyof typeof sheet))
  expect(left.sort()).toEqual(['coding', 'id'])
})
