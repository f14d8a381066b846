import { z } from 'zod'
import { rankingLeastPersons } from '../../../law/evaluation/certification-dynamics.ts'
import { defineRule, orUnknown, persons, RuleRefusal, whole } from '../../../platform/computation/index.ts'
import { ranksOf } from './ranking.ts'

const most = 1_000_000_000_000 // number: what a figure may be

export const rule = defineRule({
  id: 'ranking-floor',
  covers: ['programmes-12.4'],
  title: '順位（人数の少ないところには付けない）',
  group: '地域分析',
  meaning: '値の大きい方から順位を付けます。もとの人数が少ないところは、値があっても順位に入れません。',
  formula: '表示のけたで同じ値は同順位とし、次の順位はその数だけ飛ばす。人数が下限に足りなければ順位なし',
  source: { text: '本ソフトの決め' },
  confidence: 'decided',
  limits: '順位の高い低いは、良い悪いではありません。偶然の幅は見ません。',
  parameters: { least: rankingLeastPersons },
  input: z.strictObject({
    places: z
      .array(
        z
          .strictObject({
            code: z
              .string('コード: 地域の名前かコードを入力してください。')
              .min(1, 'コード: 地域の名前かコードを入力してください。')
              .meta({ title: 'コード', description: '地域の名前かコード' }),
            value: whole('値', '表示の最後のけた', { min: -most, max: most }),
            denominator: orUnknown(persons('もとの人数'), '人数のない指標は null'),
          })
          .meta({ title: '地域' }),
        '地域: 値を並べてください。',
      )
      .min(1, '地域: 1つ以上を入力してください。')
      .max(10_000, '地域: 1万までです。')
      .meta({ title: '地域と値' }),
  }),
  compute({ places }, { law, entry, note, caution }) {
    const twice = places.flatMap(({ code }, at) =>
      places.findIndex((one) => one.code === code) === at ? [] : [{ code, at }],
    )
    if (twice.length > 0)
      throw new RuleRefusal(
        twice.map(({ code, at }) => ({
          path: `places.${at}.code`,
          code: 'twice',
          message: `「${code}」が二度あります。一つにしてください。`,
        })),
      )
    const ranks = ranksOf(places, 0, law.least)
    const unranked = places
      .filter(({ code }) => !ranks.some((rank) => rank.code === code))
      .map(({ code }) => code)
    if (unranked.length > 0)
      caution(`人数が${law.least}人未満の ${unranked.length}か所には、順位を付けません。`)
    note?.({
      label: '順位を付ける最小の人数',
      value: law.least,
      unit: '人',
      source: entry.least.source,
      confidence: entry.least.confidence,
    })
    for (const { code, rank, tied } of ranks)
      note?.({ label: `${code}の順位`, inputs: { 同じ順位の数: tied }, value: rank, unit: '位' })
    return { ranks, unranked }
  },
  labels: { ranks: '順位', code: '地域', rank: '順位', tied: '同じ順位の数', unranked: '順位のない地域' },
  cases: [
    {
      title: '29人には順位がなく、30人にはある。同じ値は同順位（架空）',
      on: '2026-04-01',
      input: {
        places: [
          { code: '甲', value: 200, denominator: 30 },
          { code: '乙', value: 900, denominator: 29 },
          { code: '丙', value: 213, denominator: 500 },
          { code: '丁', value: 200, denominator: 400 },
          { code: '戊', value: 199, denominator: null },
        ],
      },
      value: {
        ranks: [
          { code: '丙', rank: 1, tied: 1 },
          { code: '丁', rank: 2, tied: 2 },
          { code: '甲', rank: 2, tied: 2 },
          { code: '戊', rank: 4, tied: 1 },
        ],
        unranked: ['乙'],
      },
    },
    {
      title: '同じ地域が二度ある',
      on: '2026-04-01',
      input: {
        places: [
          { code: '甲', value: 1, denominator: 30 },
          { code: '甲', value: 2, denominator: 30 },
        ],
      },
      refused: { code: 'twice', path: 'places.1.code' },
    },
  ],
})
