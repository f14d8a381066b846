import { z } from 'zod'
import { grantScalePoints } from '../../../law/evaluation/grants-scale.ts'
import { inForce } from '../../../law/in-force.ts'
import { type FiscalYear, fiscalYear, fiscalYearStart } from '../../../platform/calendar/index.ts'
import { choice, defineRule, refuse, whole } from '../../../platform/computation/index.ts'

const YEAR = /^(?:H(?:2[0-9]|30)|R(?:元|[1-9]|[1-9][0-9]))$/ // number: eras, whose years end and begin

/** R6 as 2024. */
const westernYear = (name: string): FiscalYear => {
  const years = name.slice(1) === '元' ? 1 : Number(name.slice(1))
  return fiscalYear(years + (name.startsWith('H') ? HEISEI : REIWA))
}
const HEISEI = 1988 // number: the year before the era
const REIWA = 2018 // number: the year before the era

/** The maximum in force in the year itself, whatever the day that is asked on. */
function scaleOf(year: string, level: 'municipality' | 'prefecture', at: number): number {
  const { value } = inForce(grantScalePoints, fiscalYearStart(westernYear(year)))
  return (
    value[level] ??
    refuse(
      'scale-unknown',
      `series.${at}`,
      `満点: ${year} の${LEVELS[level]}分の満点は確かめられていません。満点を入力してください。`,
    )
  )
}

const LEVELS = { municipality: '市町村', prefecture: '都道府県' }

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
              .regex(YEAR, '年度: 「R6」「H30」の形で入れてください。')
              .meta({ title: '年度', description: 'R6 など' }),
            maxPoints: whole('満点', '点', {
              min: 1,
              max: 10_000,
              help: '省くと、その年度の満点',
            }).optional(),
          })
          .meta({ title: '年度の満点', description: '年度と満点' }),
        '年度: 並びで入力してください。',
      )
      .min(1, '年度: 1つ以上入力してください。')
      .meta({ title: '年度の並び', description: '古い順に、一つの年度を一度ずつ' }),
  }),
  compute({ level = 'municipality', series }, { note }) {
    const numbers = series.map(({ fiscalYear }) => westernYear(fiscalYear))
    const at = numbers.findIndex((year, i) => i > 0 && year <= numbers[i - 1]!)
    if (at > 0)
      refuse(
        'years-out-of-order',
        `series.${at}.fiscalYear`,
        `年度: ${series[at - 1]!.fiscalYear} の次に ${series[at]!.fiscalYear} があります。古い年度から順に、一度ずつ入力してください。`,
      )
    const years = series.map(({ fiscalYear, maxPoints }, i) => ({
      fiscalYear,
      maxPoints: maxPoints ?? scaleOf(fiscalYear, level, i),
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
      title: '満点を省くと、それぞれの年度の満点で比べ、令和5年度と令和6年度は結ばない',
      on: '2026-04-01',
      input: { series: [{ fiscalYear: 'R5' }, { fiscalYear: 'R6' }] },
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
      title: '求めた日の満点を、前の年度に当てない',
      on: '2026-04-01',
      input: { series: [{ fiscalYear: 'H30' }] },
      value: { years: [{ fiscalYear: 'H30', maxPoints: 612 }], isJoined: true, breaks: [] },
    },
    {
      title: '令和元年度は、満点を入れれば平成30年度の次に並ぶ（架空の満点）',
      on: '2026-04-01',
      input: { series: [{ fiscalYear: 'H30' }, { fiscalYear: 'R元', maxPoints: 612 }] },
      value: {
        years: [
          { fiscalYear: 'H30', maxPoints: 612 },
          { fiscalYear: 'R元', maxPoints: 612 },
        ],
        isJoined: true,
        breaks: [],
      },
    },
    ...(
      [
        ['R6', 'R6'],
        ['R7', 'R6'],
        ['R1', 'R元'],
      ] as const
    ).map(([one, two]) => ({
      title: `${one}の次に${two}があれば断る`,
      on: '2026-04-01',
      input: { series: [one, two].map((fiscalYear) => ({ fiscalYear, maxPoints: 800 })) },
      refused: { code: 'years-out-of-order', path: 'series.1.fiscalYear' },
    })),
    {
      title: '年度の形が違えば断る',
      on: '2026-04-01',
      input: { series: [{ fiscalYear: '2026' }] },
      refused: { code: 'invalid_format', path: 'series.0.fiscalYear' },
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
