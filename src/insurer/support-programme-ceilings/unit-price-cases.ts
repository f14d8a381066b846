import type { Price } from './rules/unit-ceiling.ts'

type Kind = 'former' | 'a'
const row = (price: Price, kind: Kind, units: number, ceilingUnits: number, isWithin: boolean) => ({
  price,
  kind,
  units,
  ceilingUnits,
  isWithin,
})
const one = (title: string, month: string, rows: ReturnType<typeof row>[]) => ({
  title,
  on: `${month}-01`,
  input: { month, prices: rows.map(({ price, kind, units }) => ({ price, kind, units })) },
  value: { isWithin: rows.every(({ isWithin }) => isWithin), rows },
})

/** The national table of R6 itself, then both sides of it; the units of the towns are invented. */
export const unitPriceCases = [
  one('国の表どおりの単位（令和6年度）', '2024-04', [
    row('home-month-once', 'former', 1176, 1176, true),
    row('home-month-twice', 'former', 2349, 2349, true),
    row('home-month-more', 'former', 3727, 3727, true),
    row('home-visit-standard', 'former', 287, 287, true),
    row('home-visit-lifeShort', 'former', 179, 179, true),
    row('home-visit-lifeLong', 'former', 220, 220, true),
    row('home-visit-shortBody', 'former', 163, 163, true),
    row('day-month-low', 'former', 1798, 1798, true),
    row('day-month-high', 'former', 3621, 3621, true),
    row('day-visit-low', 'former', 436, 436, true),
    row('day-visit-high', 'former', 447, 447, true),
  ]),
  one('従前相当は上限まで、サービスAは上限より低く（架空）', '2026-04', [
    row('day-month-low', 'former', 1797, 1798, true),
    row('day-month-low', 'former', 1799, 1798, false),
    row('day-month-low', 'a', 1797, 1798, true),
    row('day-month-low', 'a', 1798, 1798, false),
  ]),
  one('令和5年度の表では、通所型の上限が低い', '2024-03', [
    row('day-month-low', 'former', 1798, 1672, false),
    row('day-visit-high', 'former', 395, 395, true),
    row('home-month-once', 'former', 1176, 1176, true),
    row('home-visit-shortBody', 'former', 167, 167, true),
  ]),
  ...(['2021-04', '2024-03'] as const).map((month) =>
    one(`訪問型の1回の単位は、令和5年度まで週の回数による（${month}）`, month, [
      row('home-visit-band-once', 'former', 268, 268, true),
      row('home-visit-band-twice', 'former', 272, 272, true),
      row('home-visit-band-more', 'former', 287, 287, true),
      row('home-visit-band-once', 'former', 269, 268, false),
      row('home-visit-band-more', 'a', 287, 287, false),
    ]),
  ),
  {
    title: '週の回数による1回の単位は、令和6年度の表にない',
    on: '2024-04-01',
    input: {
      month: '2024-04',
      prices: [{ price: 'home-visit-band-once' as const, kind: 'former' as const, units: 268 }],
    },
    refused: { code: 'no-ceiling', path: 'prices.0.price' },
  },
  one('令和9年4月の改定の内容がわかるまでは、仮置きの上限', '2027-04', [
    row('home-visit-standard', 'former', 287, 287, true),
  ]),
  {
    title: '令和5年度の表にない単位',
    on: '2024-03-01',
    input: {
      month: '2024-03',
      prices: [{ price: 'home-visit-standard' as const, kind: 'a' as const, units: 200 }],
    },
    refused: { code: 'no-ceiling', path: 'prices.0.price' },
  },
]
