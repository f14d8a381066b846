import { describe, expect, it } from 'vitest'
import type { RuleSummary } from '../schema.ts'
import { findRules, groupsOf } from './find.ts'
import { readDecimal } from './read-decimal.ts'
import { differenceOf, shownValue } from './shown.ts'

describe('画面に出す値', () => {
  it.each([
    [2_325_959_991, '円', '2,325,959,991円'],
    ['2325959990.5200', '円', '2,325,959,990.52円'],
    ['-0.3333…', '円', '-0.3333…円'],
    ['20520.0000', '円', '20,520円'],
    ['0.3000…', '円', '0.3000…円'],
    ['2024-04-01', null, '令和6年4月1日'],
    ['第5段階', '円', '第5段階'],
    ['12', '円', '12'],
    [null, '円', '不明'],
    [false, null, 'いいえ'],
    [0, '人', '0人'],
  ])('%s', (value, unit, text) => expect(shownValue(value, unit)).toBe(text))

  it.each([
    [220, 230, '‰', '▲ 10‰ 増'],
    [230, 220, '‰', '▼ 10‰ 減'],
    [1, 1, '円', '＝ 同じ'],
    ['2224831295.2800', '2325959990.5200', '円', '▲ 101,128,695.24円 増'],
    ['0.5', '0.25', null, '▼ 0.25 減'],
    ['-0.5', '0.25', null, '▲ 0.75 増'],
    ['0.3333…', '0.5', null, '≠ ちがう'],
    [0.1, 0.3, '点', '▲ 0.2点 増'],
    ['第1段階', '第2段階', null, '≠ ちがう'],
    [null, 0, '円', '≠ ちがう'],
    [undefined, 5, '円', '≠ ちがう'],
    [true, false, null, '≠ ちがう'],
  ])('%s と %s のちがい', (left, right, unit, text) => {
    const { sign, word } = differenceOf(left, right, unit)
    expect(`${sign} ${word}`).toBe(text)
  })
})

it('小数の読み方: 全角、区切り、数でないもの', () => {
  expect(['1,234.5', '０．２５', '−3', '1.', 'あ', ''].map(readDecimal)).toEqual([
    1234.5,
    0.25,
    -3,
    null,
    null,
    null,
  ])
})

it('一覧の検索は、すべての言葉を含むものを、全角半角と大文字小文字を区別せずに探す', () => {
  const rule = (id: string, title: string, group: string, covers: string[] = []): RuleSummary => ({
    id,
    covers,
    title,
    group,
    meaning: '',
    confidence: 'seen',
    isUnverified: false,
    decidedBy: 'on',
  })
  const rules = [rule('PRM-04', '負担分', '保険料'), rule('premium-stages', '段階別', '所得段階', ['STG-04'])]
  const ids = (words: string) => findRules(rules, words).map(({ id }) => id)
  expect(ids('')).toEqual(['PRM-04', 'premium-stages'])
  expect(ids('ｐｒｍ　保険')).toEqual(['PRM-04'])
  expect(ids('stg-04')).toEqual(['premium-stages'])
  expect(ids('保険料 段階')).toEqual([])
  expect(groupsOf(rules).map(([group]) => group)).toEqual(['保険料', '所得段階'])
})
