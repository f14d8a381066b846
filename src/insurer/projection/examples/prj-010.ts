import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  fiscalYear: number
  kind: string
  users: number[]
  areas: { name: string; capacity: number }[]
}
const on = '2026-11-22'
const asked = (kind: string, users: number[], ...capacities: number[]): Asked => ({
  fiscalYear: 2026,
  kind,
  users,
  areas: capacities.map((capacity, i) => ({ name: `架空圏域${i + 1}`, capacity })),
})
const value = (overUsers: number, isEnough: boolean, cappedUsers: number[]) => ({
  overUsers,
  isEnough,
  cappedUsers,
})
const night = (fiscalYear: number) => ({ ...asked('night-visits', [1], 9), fiscalYear })
const sanatorium = (fiscalYear: number) => ({ ...asked('sanatorium', [1], 9), fiscalYear })

export const prj010Cases: readonly RuleCase<Asked>[] = [
  {
    title: 'グループホーム30人に、2圏域で定員27人',
    on,
    input: asked('group-home', [1, 14, 15], 18, 9),
    value: value(3, false, [1, 13, 13]), // 0.9, 12.6 and 13.5: the two left go to 0.9 and 0.6
  },
  {
    title: '端数の大きい要介護度が先',
    on,
    input: asked('group-home', [14, 15, 1], 27),
    value: value(3, false, [13, 13, 1]), // 12.6, 13.5 and 0.9
  },
  {
    title: '端数が同じなら軽い方から',
    on,
    input: asked('group-home', [1, 1, 1], 2),
    value: value(1, false, [1, 1, 0]),
  },
  { title: '定員と同じ', on, input: asked('group-home', [10, 8], 18), value: value(0, true, [10, 8]) },
  { title: '定員に余りがある', on, input: asked('group-home', [10, 7], 18), value: value(-1, true, [10, 7]) },
  { title: '定員0人', on, input: asked('group-home', [2, 1], 0), value: value(3, false, [0, 0]) },
  {
    title: '特養は需要のまま、差だけ',
    on,
    input: asked('welfare-facility', [30, 40], 60),
    value: value(10, false, [30, 40]),
  },
  {
    title: '知らない種類',
    on,
    input: asked('none', [1], 1),
    refused: { code: 'unknown-kind', path: 'kind' },
  },
  { title: '夜間対応型（令和8年度）', on, input: night(2026), value: value(-8, true, [1]) },
  {
    title: '夜間対応型（令和9年度）',
    on,
    input: night(2027),
    refused: { code: 'unknown-kind', path: 'kind' },
  },
  { title: '療養型（令和5年度）', on, input: sanatorium(2023), value: value(-8, true, [1]) },
  {
    title: '療養型（令和6年度）',
    on,
    input: sanatorium(2024),
    refused: { code: 'unknown-kind', path: 'kind' },
  },
]
