import { z } from 'zod'
import { gatheringPlacesSeries } from '../../../law/community/gathering-places.ts'
import { inForce } from '../../../law/in-force.ts'
import { fiscalYear, fiscalYearStart } from '../../../platform/calendar/index.ts'
import { choice, codesOf, defineRule, orUnknown, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { fiscalYearOf } from './fields.ts'
import { comparable } from './series.ts'

const SERIES = { 'resident-operated': '住民が運営する場', 'all-operators': 'すべての場' } as const
const figure = (title: string) =>
  z
    .strictObject({
      fiscalYear: fiscalYearOf('年度'),
      all: orUnknown(whole('すべての場の値', '値の単位'), '数えていない、またはわからないときは null'),
      resident: orUnknown(whole('住民が運営する場の値', '値の単位'), 'わからないときは null'),
    })
    .meta({ title })
const TREND = {
  text: '厚生労働省老健局の研修資料（通いの場の数と参加率の推移）',
}
const year = (fiscalYear: number, resident: number | null, all: number | null = null) => ({
  fiscalYear,
  all,
  resident,
})

export const rule = defineRule({
  id: 'KYB-08',
  title: '通いの場の年度の比較（系列の断絶）',
  group: '通いの場',
  meaning:
    '二つの年度の通いの場の数や参加率を比べます。令和2年度に数え方が変わったので、それをまたぐときは、住民が運営する場どうしだけを比べます。',
  formula:
    '差＝後の年度−前の年度、伸び＝差÷前の年度。平成25年度から令和元年度は住民が運営する場、令和2年度からはすべての場',
  source: {
    text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査',
    url: 'https://www.wic-net.com/material/document/13527/4',
  },
  confidence: 'seen',
  limits: '後で改められた公表値（令和2年度の113,886と113,882など）は、どちらを使ったかを書き添えてください。',
  parameters: { series: gatheringPlacesSeries },
  input: z.strictObject({
    measure: choice('比べるもの', { places: '通いの場の数', rate: '参加率（‰）' }),
    from: figure('前の年度'),
    to: figure('後の年度'),
  }),
  dateOf: ({ to }) => fiscalYearStart(fiscalYear(to.fiscalYear)),
  compute({ from, to }, { law, entry, note, round, caution }) {
    if (from.fiscalYear >= to.fiscalYear)
      refuse('not-later', 'to.fiscalYear', '後の年度は、前の年度より後にしてください。')
    const before = inForce(gatheringPlacesSeries, fiscalYearStart(fiscalYear(from.fiscalYear))).value
    const found = comparable(from, to, { before, after: law.series })
    if (!found)
      refuse(
        'series-break',
        before === law.series ? 'to' : 'to.resident',
        before === law.series
          ? `${SERIES[law.series]}の値が、二つの年度にそろっていません。`
          : '令和2年度に数え方が変わりました。またいで比べるには、二つの年度とも住民が運営する場の値を入力してください。',
      )
    const change = found.to - found.from
    const growthPerMille =
      found.from === 0
        ? null
        : round('伸び', { over: product(change, 1000), under: found.from }, 'half-up', 1, '‰')
    const isAcrossBreak = before !== law.series
    if (isAcrossBreak) caution('数え方の変わった年度をまたぐので、住民が運営する場だけを比べました。')
    note?.({
      label: '比べた値',
      formula: SERIES[found.basis],
      inputs: { 前の年度: found.from, 後の年度: found.to },
      source: entry.series.source,
      confidence: entry.series.confidence,
    })
    note?.({ label: '差', formula: '後の年度−前の年度', value: change })
    note?.({ label: '伸び', formula: '差÷前の年度', value: growthPerMille, unit: '‰' })
    return { basis: found.basis, isAcrossBreak, change, growthPerMille }
  },
  labels: {
    basis: '比べた値',
    ...codesOf('basis', SERIES),
    isAcrossBreak: '数え方の変わり目をまたぐ',
    change: '差',
    growthPerMille: '伸び',
  },
  cases: [
    ...(
      [
        ['平成25年度から26年度', 2013, 43_154, 55_521, 287],
        ['平成26年度から27年度', 2014, 55_521, 70_134, 263],
        ['平成27年度から28年度', 2015, 70_134, 76_492, 91],
        ['平成28年度から29年度', 2016, 76_492, 91_059, 190],
        ['平成29年度から30年度', 2017, 91_059, 106_766, 172],
        ['平成30年度から令和元年度', 2018, 106_766, 128_768, 206],
      ] as const
    ).map(([title, from, first, last, growthPerMille]) => ({
      title: `通いの場の数: ${title}`,
      on: '2026-04-01',
      input: { measure: 'places' as const, from: year(from, first), to: year(from + 1, last) },
      value: { basis: 'resident-operated', isAcrossBreak: false, change: last - first, growthPerMille },
      source: TREND,
    })),
    {
      title: '令和元年度から2年度: 113,886か所とは比べず、住民が運営する97,151か所と比べる',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2019, 128_768), to: year(2020, 97_151, 113_886) },
      value: { basis: 'resident-operated', isAcrossBreak: true, change: -31_617, growthPerMille: -246 },
      source: TREND,
    },
    {
      title: '参加率は6.7%から4.5%へ',
      on: '2026-04-01',
      input: { measure: 'rate', from: year(2019, 67), to: year(2020, 45, 52) },
      value: { basis: 'resident-operated', isAcrossBreak: true, change: -22, growthPerMille: -328 },
      source: TREND,
    },
    {
      title: '令和2年度から3年度は、すべての場を比べる',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2020, 97_672, 113_882), to: year(2021, null, 123_890) },
      value: { basis: 'all-operators', isAcrossBreak: false, change: 10_008, growthPerMille: 88 },
      source: {
        text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査（令和3年度）',
        url: 'https://www.wic-net.com/material/document/10087/71',
      },
    },
    {
      title: '断絶をまたいで、住民が運営する場の値がない',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2019, 128_768), to: year(2020, null, 113_886) },
      refused: { code: 'series-break', path: 'to.resident' },
    },
    {
      title: '同じ系列で、値がない',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2020, 97_151), to: year(2021, null, 123_890) },
      refused: { code: 'series-break', path: 'to' },
    },
    {
      title: '前の年度が0か所なら、伸びはわからない',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2021, null, 0), to: year(2022, null, 3) },
      value: { basis: 'all-operators', isAcrossBreak: false, change: 3, growthPerMille: null },
    },
    {
      title: '同じ年度どうし',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2021, null, 1), to: year(2021, null, 3) },
      refused: { code: 'not-later', path: 'to.fiscalYear' },
    },
    {
      title: '系列のはじまりより前の年度',
      on: '2026-04-01',
      input: { measure: 'places', from: year(2012, 1), to: year(2013, 43_154) },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
