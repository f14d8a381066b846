import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { comprehensiveShares, premiumHalfPerMille } from '../../../law/insurer/funding-shares.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { firstDayOfPeriod } from '../../premium/rules/period-day.ts'
import { period } from './funding-fields.ts'
import { shareOfPublic } from './split-amount.ts'

const comprehensive = ([nation, prefecture, municipality]: readonly [number, number, number]) => ({
  nationPerMyriad: nation,
  prefecturePerMyriad: prefecture,
  municipalityPerMyriad: municipality,
})

export const rule = defineRule({
  id: 'FND-01',
  title: '計画期間ごとの負担割合',
  group: '財源構成',
  meaning:
    '第1号と第2号の保険料の割合、包括的支援事業・任意事業の国・都道府県・市町村の割合を、計画期間について答えます。',
  formula:
    '第2号の割合＝保険料でまかなう割合−第1号の割合。包括的支援・任意事業の公費＝（1−第1号の割合）を国1/2、都道府県1/4、市町村1/4',
  source: { text: '介護保険法第121条～第125条' },
  confidence: 'recalled',
  limits: '第1期と第2期には地域支援事業がないため、その割合は空（null）です。第10期は仮の値です。',
  parameters: {
    category1: firstInsuredSharePerMille,
    half: premiumHalfPerMille,
    comprehensive: comprehensiveShares,
  },
  input: z.strictObject({ period }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute(_, { law, entry, note, round }) {
    const category2PerMille = law.half - law.category1
    note?.({
      label: '第1号被保険者の割合',
      value: law.category1,
      unit: '‰',
      source: entry.category1.source,
      confidence: entry.category1.confidence,
    })
    note?.({
      label: '第2号被保険者の割合',
      formula: '保険料でまかなう割合−第1号の割合',
      inputs: { '保険料でまかなう割合（‰）': law.half, '第1号の割合（‰）': law.category1 },
      value: category2PerMille,
      unit: '‰',
      source: entry.half.source,
      confidence: entry.half.confidence,
    })
    const shares = law.comprehensive
    if (shares === null) return { category1PerMille: law.category1, category2PerMille, comprehensive: null }
    const part = (label: string, sharePerMille: number) => {
      const value = round(label, shareOfPublic(sharePerMille, law.category1), 'half-up', 1, '‱')
      note?.({
        label,
        formula: '（1−第1号の割合）×公費の内訳',
        inputs: { '第1号の割合（‰）': law.category1, '公費の内訳（‰）': sharePerMille },
        value,
        unit: '‱',
        source: entry.comprehensive.source,
        confidence: entry.comprehensive.confidence,
      })
      return value
    }
    return {
      category1PerMille: law.category1,
      category2PerMille,
      comprehensive: comprehensive([
        part('包括的支援・任意事業の国の割合', shares.nationPerMille),
        part('包括的支援・任意事業の都道府県の割合', shares.prefecturePerMille),
        part('包括的支援・任意事業の市町村の割合', shares.municipalityPerMille),
      ]),
    }
  },
  cases: [
    ...(
      [
        [9, 230, 270, [3850, 1925, 1925]],
        [1, 170, 330, null],
        [2, 180, 320, null],
        [3, 190, 310, [4050, 2025, 2025]],
        [4, 200, 300, [4000, 2000, 2000]],
        [5, 210, 290, [3950, 1975, 1975]],
        [6, 220, 280, [3900, 1950, 1950]],
        [7, 230, 270, [3850, 1925, 1925]],
        [8, 230, 270, [3850, 1925, 1925]],
        [10, 230, 270, [3850, 1925, 1925]],
      ] as const
    ).map(([period, category1PerMille, category2PerMille, shares]) => ({
      title: `第${period}期の負担割合`,
      on: '2026-04-01',
      input: { period },
      value: { category1PerMille, category2PerMille, comprehensive: shares && comprehensive(shares) },
    })),
    {
      title: '第11期の負担割合は、仮の値もない',
      on: '2026-04-01',
      input: { period: 11 },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
