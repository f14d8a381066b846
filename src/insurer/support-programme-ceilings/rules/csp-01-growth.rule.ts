import { z } from 'zod'
import { choice, defineRule, orUnknown, persons } from '../../../platform/computation/index.ts'
import { type GrowthMethod, yearlyGrowth } from './yearly-growth.ts'

const older = (title: string) => persons(title, { min: 1, help: `${title}。10月1日の住民基本台帳` })

export const rule = defineRule({
  id: 'CSP-01-growth',
  title: '75歳以上人口の1年の伸び率',
  group: '地域支援事業の上限',
  meaning:
    '総合事業の上限額に掛ける1年分の伸び率を、10月1日の人口から求めます。直近1年か3年平均かは市町村が選びます。',
  formula: '直近1年＝その年の人口÷前の年の人口、3年平均＝3つの年の伸び率の平均、百万分の1未満は四捨五入',
  source: { text: '介護保険法施行令第37条の13・地域支援事業交付金交付要綱' },
  confidence: 'unverified',
  limits:
    '3年平均を年ごとの伸び率の算術平均とすること、端数を百万分の1で四捨五入することは本ソフトの決めです。要綱の文言は確かめていません。65歳以上の伸び率（CSP-02）にも同じ式を使えます。',
  parameters: {},
  input: z.strictObject({
    latest: older('その年の人口'),
    oneYearBefore: older('1年前の人口'),
    twoYearsBefore: orUnknown(older('2年前の人口')),
    threeYearsBefore: orUnknown(older('3年前の人口')),
    method: choice<GrowthMethod>('伸び率の取り方', { latest: '直近1年', average: '3年平均' }),
  }),
  compute(input, { note, round }) {
    const ratio = yearlyGrowth(input)
    const growthPerMillion = round('1年の伸び率', ratio, 'half-up', 1, '百万分の1')
    note?.({
      label: '1年の伸び率',
      formula: input.method === 'latest' ? 'その年÷前の年' : '3つの年の伸び率の平均',
      inputs: { その年: input.latest, '1年前': input.oneYearBefore },
      value: growthPerMillion,
      unit: '百万分の1',
    })
    return { growthPerMillion }
  },
  labels: { growthPerMillion: '1年の伸び率（百万分の1）' },
  cases: [
    {
      title: '直近1年（架空の人口）',
      on: '2026-04-01',
      input: {
        latest: 10_800,
        oneYearBefore: 10_000,
        twoYearsBefore: null,
        threeYearsBefore: null,
        method: 'latest',
      },
      value: { growthPerMillion: 1_080_000 },
    },
    {
      title: '3年平均（架空の人口）: 1.10、1.25、0.80 の平均は 1.05',
      on: '2026-04-01',
      input: {
        latest: 11_000,
        oneYearBefore: 10_000,
        twoYearsBefore: 8_000,
        threeYearsBefore: 10_000,
        method: 'average',
      },
      value: { growthPerMillion: 1_050_000 },
    },
    {
      title: '3年平均には、3年前までの人口がいる',
      on: '2026-04-01',
      input: {
        latest: 11_000,
        oneYearBefore: 10_000,
        twoYearsBefore: 8_000,
        threeYearsBefore: null,
        method: 'average',
      },
      refused: { code: 'missing-count', path: 'threeYearsBefore' },
    },
    {
      title: '3年平均には、2年前の人口もいる',
      on: '2026-04-01',
      input: {
        latest: 11_000,
        oneYearBefore: 10_000,
        twoYearsBefore: null,
        threeYearsBefore: 9_000,
        method: 'average',
      },
      refused: { code: 'missing-count', path: 'twoYearsBefore' },
    },
    {
      title: '割り切れない伸び率は、百万分の1で四捨五入する',
      on: '2026-04-01',
      input: { latest: 2, oneYearBefore: 3, twoYearsBefore: null, threeYearsBefore: null, method: 'latest' },
      value: { growthPerMillion: 666_667 },
    },
  ],
})
