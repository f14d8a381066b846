import { describe, expect, it } from 'vitest'
import { inWords, municipalityName, percent, sentences } from './words.ts'

const figure = (value: number) => ({ value, missing: null })
const masked = { value: null, missing: 'masked' as const }
const figures = {
  total: figure(414_567),
  aged65: figure(120_321),
  aged75: figure(66_000),
  ageingPerMille: figure(290),
}

describe('数を言葉にする', () => {
  it('0 は 0人、伏せられた数は不明とそのわけ', () => {
    expect(inWords(figure(0), '人')).toBe('0人')
    expect(inWords(masked, '人')).toBe('不明（元の統計で伏せられています）')
  })
  it('‰ は小数第1位までの％', () =>
    expect([290, 283, 1000, 0].map(percent)).toEqual(['29.0', '28.3', '100.0', '0.0']))
  it('知らない市は番号で言う', () => expect(municipalityName('131016')).toBe('市区町村コード 131016'))
})

describe('はじめの文', () => {
  it('いつの、どこの、何人か。前の調査と比べて', () => {
    const before = { asOf: '2024-10-01', ...figures, aged65: figure(120_000) }
    expect(sentences('高松市', '2025-10-01', figures, before)).toEqual({
      lead: '高松市の65歳以上は、令和7年10月1日現在、120,321人、人口の29.0％です。',
      more: '総人口は414,567人、そのうち75歳以上は66,000人です。前の調査（令和6年10月1日）に比べて、321人多い数です。',
    })
  })
  it('前の調査がなければ比べない。数がわからなければ、そう言う', () => {
    expect(sentences('高松市', '2025-10-01', figures, undefined).more).not.toContain('前の調査')
    const unknown = { ...figures, aged65: masked, ageingPerMille: masked }
    const { lead, more } = sentences('高松市', '2025-10-01', unknown, { asOf: '2024-10-01', ...figures })
    expect(lead).toBe('高松市の65歳以上は、令和7年10月1日現在、不明（元の統計で伏せられています）です。')
    expect(more).not.toContain('前の調査')
  })
})
