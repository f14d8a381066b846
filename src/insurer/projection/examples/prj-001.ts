import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  width: 'one' | 'five'
  steps: number
  bands: { fromAge: number; before: number; now: number; added?: number; deducted?: number }[]
}
const on = '2026-11-22'
const row = (
  yearsAhead: number,
  ...bands: [fromAge: number, persons: number | null, insured?: number][]
) => ({
  yearsAhead,
  bands: bands.map(([fromAge, persons, insured]) => ({ fromAge, persons, insured: insured ?? persons })),
})
const bands = [
  { fromAge: 60, before: 1000, now: 900 },
  { fromAge: 65, before: 800, now: 950 },
  { fromAge: 70, before: 600, now: 720 },
]

export const prj001Cases: readonly RuleCase<Asked>[] = [
  {
    title: '架空の3区分を2回',
    on,
    input: { width: 'five', steps: 2, bands },
    // 65: 900 × 950/1000 = 855 · 70 and over: (950 + 720) × 720/1400 = 858.857…; then (855 + 858.857…) × 720/1400
    value: { years: [row(5, [60, null], [65, 855], [70, 859]), row(10, [60, null], [65, null], [70, 881])] },
  },
  {
    title: '1歳ごと',
    on,
    input: {
      width: 'one',
      steps: 1,
      bands: [
        { fromAge: 64, before: 200, now: 210 },
        { fromAge: 65, before: 190, now: 199 },
        { fromAge: 66, before: 180, now: 185 },
      ],
    },
    // 210 × 199/200 = 208.95; (199 + 185) × 185/370 = 192
    value: { years: [row(1, [64, null], [65, 209], [66, 192])] },
  },
  {
    title: '住所地特例を足し、適用除外を引く',
    on,
    input: {
      width: 'five',
      steps: 1,
      bands: [bands[0]!, { ...bands[1]!, added: 10, deducted: 4 }, { ...bands[2]!, deducted: 859 }],
    },
    value: { years: [row(5, [60, null], [65, 855, 861], [70, 859, 0])] },
  },
  {
    title: '前の時点に人がいない区分の先は分からない',
    on,
    input: { width: 'five', steps: 1, bands: [{ ...bands[0]!, before: 0 }, bands[1]!, bands[2]!] },
    value: { years: [row(5, [60, null], [65, null], [70, 859])] },
  },
  {
    title: '前も今も人がいない区分の先は0人',
    on,
    input: { width: 'five', steps: 1, bands: [{ fromAge: 60, before: 0, now: 0 }, bands[1]!, bands[2]!] },
    value: { years: [row(5, [60, null], [65, 0], [70, 859])] },
  },
  {
    title: '年齢が飛ぶ',
    on,
    input: { width: 'one', steps: 1, bands },
    refused: { code: 'age-gap', path: 'bands.1.fromAge' },
  },
  {
    title: '除く人数が人口をこえる',
    on,
    input: { width: 'five', steps: 1, bands: [bands[0]!, bands[1]!, { ...bands[2]!, deducted: 860 }] },
    refused: { code: 'below-zero', path: 'bands.2.deducted' },
  },
]
