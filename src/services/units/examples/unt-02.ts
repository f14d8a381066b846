import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/unt-02.rule.ts'

type Asked = Pick<Input, 'month' | 'kind' | 'monthUnits' | 'grade'> & Partial<Input>
const of = (title: string, input: Asked, perMille: number, additionUnits: number): RuleCase<Input> => ({
  title,
  on: `${input.month}-01`,
  input,
  value: { perMille, additionUnits, totalUnits: input.monthUnits + additionUnits },
})
const refused = (title: string, input: Asked, code: string, path: string): RuleCase<Input> => ({
  title,
  on: `${input.month}-01`,
  input,
  refused: { code, path },
})
const a2 = (month: string, grade: Input['grade'], monthUnits = 1176): Asked => ({
  month,
  kind: 'A2',
  monthUnits,
  grade,
})
const a6 = (month: string, grade: Input['grade'], capacity: Input['capacity'] = null, monthUnits = 1798) => ({
  month,
  kind: 'A6' as const,
  monthUnits,
  grade,
  capacity,
})

export const unt02Cases: readonly RuleCase<Input>[] = [
  {
    ...of('UNT-02-a 訪問型、Ⅱロ: 312.816', a2('2026-07', 'II-ro'), 266, 313),
    source: { text: '2026年7月の請求の例（公開された請求ソフトの試験データ）' },
    isSecondary: true,
  },
  of('UNT-02-b 訪問型、Ⅰイ: 317.52', a2('2026-07', 'I'), 270, 318),
  of('UNT-02-c 通所型19人以上、Ⅰイ: 199.578', a6('2026-07', 'I', '19up'), 111, 200),
  of('UNT-02-d 通所型、Ⅰ: 165.416', a6('2025-07', 'I'), 92, 165),
  refused('UNT-02-e Ⅰロは2025年7月にはない', a2('2025-07', 'I-ro'), 'grade-not-in-force', 'grade'),
  {
    title: 'UNT-02-f 区分がわからない',
    on: '2026-07-01',
    input: a2('2026-07', null),
    value: { perMille: null, additionUnits: 0, totalUnits: 1176 },
  },
  ...(
    [
      ['I', 245, 270],
      ['II', 224, 249],
      ['III', 182, 207],
      ['IV', 145, 170],
    ] as const
  ).flatMap(([grade, before, after]) => [
    of(`訪問型 ${grade} 2024年6月から`, a2('2024-06', grade, 1000), before, before),
    of(`訪問型 ${grade} 2026年5月まで`, a2('2026-05', grade, 1000), before, before),
    of(`訪問型 ${grade} 2026年6月から`, a2('2026-06', grade, 1000), after, after),
  ]),
  of('訪問型 Ⅰロ 2026年6月から', a2('2026-06', 'I-ro', 1000), 287, 287),
  refused('訪問型 Ⅱロは2026年5月にはない', a2('2026-05', 'II-ro'), 'grade-not-in-force', 'grade'),
  ...(
    [
      ['I', 92, 111],
      ['II', 90, 109],
      ['III', 80, 99],
      ['IV', 64, 83],
    ] as const
  ).flatMap(([grade, before, after]) => [
    of(`通所型 ${grade} 2026年5月まで`, a6('2026-05', grade, null, 1000), before, before),
    of(
      `通所型 ${grade} 2026年5月まで、19人未満も同じ`,
      a6('2026-05', grade, 'under19', 1000),
      before,
      before,
    ),
    of(`通所型 ${grade} 2026年6月から、19人以上`, a6('2026-06', grade, '19up', 1000), after, after),
  ]),
  of('通所型 Ⅰロ、19人以上', a6('2026-06', 'I-ro', '19up', 1000), 120, 120),
  of('通所型 Ⅱロ、19人以上', a6('2026-06', 'II-ro', '19up', 1000), 118, 118),
  of('通所型 Ⅰイ、19人未満', a6('2026-06', 'I', 'under19', 1000), 117, 117),
  ...(['I-ro', 'II', 'II-ro', 'III', 'IV'] as const).map((grade) =>
    refused(
      `通所型 ${grade}、19人未満の率は見ていない`,
      a6('2026-06', grade, 'under19'),
      'rate-unknown',
      'grade',
    ),
  ),
  refused('通所型、2026年6月からは定員がいる', a6('2026-06', 'I'), 'capacity-needed', 'capacity'),
  refused('Ⅴの率は見ていない（2025年3月まで）', a2('2025-03', 'V'), 'rate-unknown', 'grade'),
  refused('Ⅴは2025年4月からない', a2('2025-04', 'V'), 'grade-not-in-force', 'grade'),
  of('訪問型 Ⅰイ 2027年3月まで', a2('2027-03', 'I', 1000), 270, 270),
  of('訪問型 Ⅰイ 2027年4月からは仮置き', a2('2027-04', 'I', 1000), 270, 270),
  of('通所型 Ⅰイ、19人以上 2027年4月からは仮置き', a6('2027-04', 'I', '19up', 1000), 111, 111),
  of('0単位なら加算も0', a2('2026-07', 'I', 0), 270, 0),
  of('ちょうど0.5単位は切り上げる', a2('2026-07', 'I', 50), 270, 14), // 13.5
  of('0.5単位に少し足りない', a2('2026-07', 'III', 7), 207, 1), // 1.449
  refused('2024年5月までの加算は載せていない', a2('2024-05', 'I'), 'no-value-in-force', ''),
]
