import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  stages: { ratioPerMille: number; persons: number }[]
}
const stages = (...rows: (readonly [number, number])[]): Asked => ({
  stages: rows.map(([persons, ratioPerMille]) => ({ ratioPerMille, persons })),
})
const on = '2024-04-01'

export const adjustedInsuredCases: RuleCase<Asked>[] = [
  {
    title: 'A町の下書き: 9段階、3年の合計',
    on,
    input: stages(
      [1356, 445],
      [890, 680],
      [932, 690],
      [1217, 900],
      [2088, 1000],
      [1363, 1200],
      [1152, 1300],
      [565, 1500],
      [312, 1700],
    ),
    value: { insured: 9875, adjustedInsuredTenths: 95_461, wRatioPerMyriad: 9667 },
    source: { text: 'A町（匿名）の将来推計総括表の下書き（二次資料）' },
    isSecondary: true,
  },
  {
    title: '0.05人は切り上がる（架空）',
    on,
    input: stages([1, 450], [1, 600]),
    value: { insured: 2, adjustedInsuredTenths: 11, wRatioPerMyriad: 5250 },
  },
  {
    title: '0.04人は切り捨てる（架空）',
    on,
    input: stages([1, 440], [1, 600]),
    value: { insured: 2, adjustedInsuredTenths: 10, wRatioPerMyriad: 5200 },
  },
  {
    title: '比は、0.1人に丸める前の人数から（架空）',
    on,
    input: stages([3, 455]),
    value: { insured: 3, adjustedInsuredTenths: 14, wRatioPerMyriad: 4550 },
  },
  {
    title: '全員が基準額なら人数と同じ（架空）',
    on,
    input: stages([10, 1000]),
    value: { insured: 10, adjustedInsuredTenths: 100, wRatioPerMyriad: 10_000 },
  },
  {
    title: '割合がちがうのに人数と同じになり、注意が出る（架空）',
    on,
    input: stages([2, 500], [4, 1000], [2, 1500]),
    value: { insured: 8, adjustedInsuredTenths: 80, wRatioPerMyriad: 10_000 },
  },
  { title: 'だれもいない', on, input: stages([0, 1000]), refused: { code: 'nobody', path: 'stages' } },
]
