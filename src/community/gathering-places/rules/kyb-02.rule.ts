import { z } from 'zod'
import { defineRule, orUnknown, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { aged65 } from './fields.ts'
import { rateOf } from './share.ts'

export const rule = defineRule({
  id: 'KYB-02',
  title: '通いの場の数（人口当たり）と圏域の広がり',
  group: '通いの場',
  meaning: '65歳以上の1,000人・10万人当たりの通いの場の数と、週1回以上開く場がある日常生活圏域の割合です。',
  formula: '人口当たりの数＝通いの場の数÷65歳以上人口。圏域の割合＝週1回以上の場がある圏域÷全圏域',
  source: {
    text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査',
    url: 'https://www.wic-net.com/material/document/5431/180',
  },
  confidence: 'seen',
  limits: '令和2年度から住民以外が運営する場も数えます。年度をまたいで比べるときは KYB-08 を使ってください。',
  parameters: {},
  input: z.strictObject({
    population65: aged65,
    places: whole('通いの場', 'か所'),
    spheres: orUnknown(whole('日常生活圏域', 'か所', { max: 10_000 })),
    spheresWithWeekly: orUnknown(whole('週1回以上の場がある圏域', 'か所', { max: 10_000 })),
  }),
  compute({ population65, places, spheres, spheresWithWeekly }, { note, round }) {
    if (spheres !== null && spheresWithWeekly !== null && spheresWithWeekly > spheres)
      refuse('more-than-spheres', 'spheresWithWeekly', '週1回以上の場がある圏域が、圏域の数を超えています。')
    if (spheresWithWeekly !== null && spheresWithWeekly > places)
      refuse(
        'more-than-places',
        'spheresWithWeekly',
        '週1回以上の場がある圏域が、通いの場の数を超えています。どちらかを確かめてください。',
      )
    const per = (label: string, people: number) => {
      const exact = { over: product(places, people, 100), under: population65 }
      const value = round(label, exact, 'half-up', 1, '0.01か所')
      note?.({
        label,
        formula: '通いの場の数÷65歳以上人口',
        inputs: { 通いの場: places, '65歳以上人口': population65 },
        value,
        unit: '0.01か所',
      })
      return value
    }
    const covered =
      spheres === null ? null : rateOf(round, '週1回以上の場がある圏域の割合', spheresWithWeekly, spheres)
    note?.({
      label: '週1回以上の場がある圏域の割合',
      inputs: { 圏域: spheres, 週1回以上の場がある圏域: spheresWithWeekly },
      value: covered,
      unit: '‱',
    })
    return {
      perThousandHundredths: per('1,000人当たりの通いの場', 1000),
      perHundredThousandHundredths: per('10万人当たりの通いの場', 100 * 1000),
      spheresCoveredPerMyriad: covered,
    }
  },
  labels: {
    perThousandHundredths: '1,000人当たりのか所数',
    perHundredThousandHundredths: '10万人当たりのか所数',
    spheresCoveredPerMyriad: '週1回以上の場がある圏域の割合',
  },
  cases: [
    {
      title: '9,000人に33か所、6圏域のうち5圏域（架空）',
      on: '2026-04-01',
      input: { population65: 9000, places: 33, spheres: 6, spheresWithWeekly: 5 },
      value: {
        perThousandHundredths: 367,
        perHundredThousandHundredths: 36_667,
        spheresCoveredPerMyriad: 8333,
      },
    },
    {
      title: '圏域がわからない',
      on: '2026-04-01',
      input: { population65: 1000, places: 5, spheres: null, spheresWithWeekly: 5 },
      value: {
        perThousandHundredths: 500,
        perHundredThousandHundredths: 50_000,
        spheresCoveredPerMyriad: null,
      },
    },
    {
      title: '通いの場が1か所もない',
      on: '2026-04-01',
      input: { population65: 1000, places: 0, spheres: 3, spheresWithWeekly: 0 },
      value: { perThousandHundredths: 0, perHundredThousandHundredths: 0, spheresCoveredPerMyriad: 0 },
    },
    {
      title: '通いの場より、週1回以上の場がある圏域が多い',
      on: '2026-04-01',
      input: { population65: 1000, places: 0, spheres: 6, spheresWithWeekly: 3 },
      refused: { code: 'more-than-places', path: 'spheresWithWeekly' },
    },
    {
      title: '週1回以上の場がある圏域がわからない',
      on: '2026-04-01',
      input: { population65: 1000, places: 1, spheres: 2, spheresWithWeekly: null },
      value: {
        perThousandHundredths: 100,
        perHundredThousandHundredths: 10_000,
        spheresCoveredPerMyriad: null,
      },
    },
    {
      title: 'すべての圏域にある',
      on: '2026-04-01',
      input: { population65: 1000, places: 2, spheres: 2, spheresWithWeekly: 2 },
      value: {
        perThousandHundredths: 200,
        perHundredThousandHundredths: 20_000,
        spheresCoveredPerMyriad: 10_000,
      },
    },
    {
      title: '圏域より多い',
      on: '2026-04-01',
      input: { population65: 1000, places: 2, spheres: 2, spheresWithWeekly: 3 },
      refused: { code: 'more-than-spheres', path: 'spheresWithWeekly' },
    },
  ],
})
