import { z } from 'zod'
import { grantScalePoints } from '../../../law/evaluation/grants-scale.ts'
import { choice, defineRule, refuse, whole } from '../../../platform/computation/index.ts'

export const rule = defineRule({
  id: 'scale-break',
  covers: ['EV-25'],
  title: '満点の違う年度をつながない',
  group: '交付金',
  meaning: '年度ごとの得点を線で結べるかを見ます。満点が違う年度の間では線を切ります。',
  formula: '隣り合う年度の満点が同じなら結び、違えば切る',
  source: { text: '交付金の評価指標の見直し（令和5年度から令和6年度）' },
  confidence: 'secondary',
  limits: '満点が同じでも、指標の中身が変わった年度の間は、小項目の対応表（idMap）の「same」だけを結びます。',
  parameters: { scale: grantScalePoints },
  input: z.strictObject({
    level: choice('評価を受けるもの', { municipality: '市町村', prefecture: '都道府県' }).optional(),
    series: z
      .array(
        z
          .strictObject({
            fiscalYear: z
              .string()
              .min(1, '年度: 「R6」の形で入れてください。')
              .meta({ title: '年度', description: 'R6 など' }),
            maxPoints: whole('満点', '点', {
              min: 1,
              max: 10_000,
              help: '省くと、求めた日の満点',
            }).optional(),
          })
          .meta({ title: '年度の満点', description: '年度と満点' }),
        '年度: 並びで入力してください。',
      )
      .min(1, '年度: 1つ以上入力してください。')
      .meta({ title: '年度の並び', description: '古い順' }),
  }),
  compute({ level = 'municipality', series }, { law, note }) {
    const years = series.map(({ fiscalYear, maxPoints }, at) => ({
      fiscalYear,
      maxPoints:
        maxPoints ??
        law.scale[level] ??
        refuse(
          'scale-unknown',
          `series.${at}`,
          `満点: ${fiscalYear} の都道府県分の満点は確かめられていません。満点を入力してください。`,
        ),
    }))
    const breaks = years.slice(1).flatMap((year, at) => {
      const before = years[at]!
      const isSame = before.maxPoints === year.maxPoints
      note?.({
        label: `${before.fiscalYear} から ${year.fiscalYear}`,
        inputs: { 前の満点: before.maxPoints, 後の満点: year.maxPoints },
        value: isSame ? '結ぶ' : '結ばない',
      })
      if (isSame) return []
      const reason = `${before.fiscalYear} は${before.maxPoints}点満点、${year.fiscalYear} は${year.maxPoints}点満点なので、比べられません。`
      return [{ from: before.fiscalYear, to: year.fiscalYear, reason }]
    })
    if (years.length === 1) note?.({ label: '満点', value: years[0]!.maxPoints, unit: '点' })
    return { years, isJoined: breaks.length === 0, breaks }
  },
  cases: [
    {
      title: 'EV-25 令和5年度（2,185点）と令和6年度（800点）は結ばない',
      on: '2026-04-01',
      input: {
        series: [
          { fiscalYear: 'R5', maxPoints: 2185 },
          { fiscalYear: 'R6', maxPoints: 800 },
        ],
      },
      value: {
        years: [
          { fiscalYear: 'R5', maxPoints: 2185 },
          { fiscalYear: 'R6', maxPoints: 800 },
        ],
        isJoined: false,
        breaks: [{ from: 'R5', to: 'R6', reason: 'R5 は2185点満点、R6 は800点満点なので、比べられません。' }],
      },
    },
    {
      title: '令和6年度から令和8年度までは結べる',
      on: '2026-04-01',
      input: { series: [{ fiscalYear: 'R6' }, { fiscalYear: 'R7' }, { fiscalYear: 'R8' }] },
      value: {
        years: ['R6', 'R7', 'R8'].map((fiscalYear) => ({ fiscalYear, maxPoints: 800 })),
        isJoined: true,
        breaks: [],
      },
    },
    ...(
      [
        ['2018-04-01', 'H30', 612],
        ['2019-03-31', 'H30', 612],
        ['2023-04-01', 'R5', 2185],
        ['2024-03-31', 'R5', 2185],
        ['2024-04-01', 'R6', 800],
        ['2027-03-31', 'R8', 800],
      ] as const
    ).map(([on, fiscalYear, maxPoints]) => ({
      title: `${on} の満点は${maxPoints}点`,
      on,
      input: { series: [{ fiscalYear }] },
      value: { years: [{ fiscalYear, maxPoints }], isJoined: true, breaks: [] },
    })),
    {
      title: '平成30年度の都道府県は730点満点',
      on: '2018-04-01',
      input: { level: 'prefecture', series: [{ fiscalYear: 'H30' }] },
      value: { years: [{ fiscalYear: 'H30', maxPoints: 730 }], isJoined: true, breaks: [] },
    },
    {
      title: '令和5年度の都道府県の満点は確かめられていない',
      on: '2023-04-01',
      input: { level: 'prefecture', series: [{ fiscalYear: 'R5' }] },
      refused: { code: 'scale-unknown', path: 'series.0' },
    },
    {
      title: '令和元年度から令和4年度までの満点は置いていない',
      on: '2021-04-01',
      input: { series: [{ fiscalYear: 'R3' }] },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '令和9年度の満点は確かめていない',
      on: '2027-04-01',
      input: { series: [{ fiscalYear: 'R9' }] },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
