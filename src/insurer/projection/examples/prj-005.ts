import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  band: 'facility' | 'residential'
  baseFiscalYear: number
  baseUsers: number
  baseCertified: number
  years: { fiscalYear: number; certified: number; change?: number }[]
}
const on = '2026-11-22'
const years = (certified: readonly number[], changes: Record<number, number> = {}) =>
  certified.map((one, i) => ({ fiscalYear: 2027 + i, certified: one, change: changes[2027 + i] ?? 0 }))
const users = (...all: number[]) => ({ years: all.map((one, i) => ({ fiscalYear: 2027 + i, users: one })) })
const asked = (band: Asked['band'], rows: Asked['years'], more: Partial<Asked> = {}): Asked => ({
  band,
  baseFiscalYear: 2026,
  baseUsers: 40,
  baseCertified: 200,
  years: rows,
  ...more,
})
const refused = (title: string, input: Asked, code: string, path: string): RuleCase<Asked> => ({
  title,
  on,
  input,
  refused: { code, path },
})

export const prj005Cases: readonly RuleCase<Asked>[] = [
  {
    title: '施設: 計画期間は同じ、そのあとは最終年の認定者数に比例',
    on,
    input: asked('facility', years([210, 220, 240, 246, 243])),
    value: users(40, 40, 40, 41, 41), // 40 × 246/240 = 41; 40 × 243/240 = 40.5
  },
  {
    title: '施設: 最終年に増やした床は、そのあとも残る',
    on,
    input: asked('facility', years([210, 220, 240, 240], { 2028: 5, 2029: 20 })),
    value: users(40, 45, 60, 60),
  },
  {
    title: '施設: そのあとの年度の増減は、その年度だけ',
    on,
    input: asked('facility', years([240, 240, 240, 240, 240], { 2030: -2 })),
    value: users(40, 40, 40, 38, 40),
  },
  {
    title: '施設: 最終年に認定者がいなければ、そのあとは0人',
    on,
    input: asked('facility', years([240, 240, 0, 240])),
    value: users(40, 40, 40, 0),
  },
  {
    title: '居住系: 認定者数×利用率（0.5人は切り上がる）',
    on,
    input: asked('residential', years([200, 210, 212, 213], { 2029: 3 }), { baseUsers: 20 }),
    value: users(20, 21, 24, 21), // 21.2 + 3; 21.3
  },
  {
    title: '居住系: 使う人も認定者もいなければ0人',
    on,
    input: asked('residential', years([5]), { baseUsers: 0, baseCertified: 0 }),
    value: users(0),
  },
  refused(
    '居住系: 利用者が認定者より多い',
    asked('residential', years([5]), { baseUsers: 201 }),
    'above-certified',
    'baseUsers',
  ),
  refused(
    '年度が早い順でない',
    asked('facility', [
      { fiscalYear: 2040, certified: 2000 },
      { fiscalYear: 2029, certified: 1000 },
    ]),
    'not-rising',
    'years.1.fiscalYear',
  ),
  refused(
    '同じ年度が2度ある',
    asked('residential', [
      { fiscalYear: 2029, certified: 2000 },
      { fiscalYear: 2029, certified: 1000 },
    ]),
    'not-rising',
    'years.1.fiscalYear',
  ),
  refused(
    '基準年からの年度がある',
    asked('residential', [{ fiscalYear: 2026, certified: 200 }]),
    'not-rising',
    'years.0.fiscalYear',
  ),
  refused('施設: 計画期間の最終年がない', asked('facility', years([5, 5])), 'plan-year-missing', 'years'),
  refused(
    '施設: 利用者より多く減らす',
    asked('facility', years([5, 5, 5], { 2028: -41 })),
    'below-zero',
    'years.1.change',
  ),
]
