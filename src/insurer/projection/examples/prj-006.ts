import type { RuleCase } from '../../../platform/computation/index.ts'

interface Living {
  certified: number
  facilityUsers: number
  residentialUsers: number
}
interface Asked {
  base: Living & { users: number }
  year: Living & { change?: number }
}
const on = '2026-11-22'
const living = (certified: number, facilityUsers: number, residentialUsers: number): Living => ({
  certified,
  facilityUsers,
  residentialUsers,
})
const base = { ...living(200, 30, 10), users: 80 }

export const prj006Cases: readonly RuleCase<Asked>[] = [
  {
    title: '在宅の対象者171人の半分（0.5人は切り上がる）',
    on,
    input: { base, year: living(220, 34, 15) },
    value: { homeBase: 171, natural: 86, users: 86 },
  },
  {
    title: '施策反映で減らす',
    on,
    input: { base, year: { ...living(200, 30, 10), change: -80 } },
    value: { homeBase: 160, natural: 80, users: 0 },
  },
  {
    title: '施設と居住系が認定者と同じなら0人',
    on,
    input: { base, year: living(40, 30, 10) },
    value: { homeBase: 0, natural: 0, users: 0 },
  },
  {
    title: '施設と居住系が認定者をこえても0人',
    on,
    input: { base, year: living(39, 30, 10) },
    value: { homeBase: -1, natural: 0, users: 0 },
  },
  {
    title: '基準年にだれもいなければ0人のまま',
    on,
    input: { base: { ...living(0, 0, 0), users: 0 }, year: living(10, 0, 0) },
    value: { homeBase: 10, natural: 0, users: 0 },
  },
  {
    title: '基準年の施設が認定者をこえ、在宅の利用者がいない',
    on,
    input: { base: { ...living(10, 11, 0), users: 0 }, year: living(10, 0, 0) },
    value: { homeBase: 10, natural: 0, users: 0 },
  },
  {
    title: '基準年に対象者がいないのに利用者がいる',
    on,
    input: { base: { ...living(40, 30, 10), users: 1 }, year: living(40, 30, 10) },
    refused: { code: 'no-home-base', path: 'base' },
  },
  {
    title: '居住系の人も使うサービスで、利用者が在宅の対象者より多い',
    on,
    input: { base: { ...living(60, 30, 20), users: 15 }, year: living(64, 30, 20) },
    value: { homeBase: 14, natural: 21, users: 21 },
  },
  {
    title: '基準年の利用者が認定者より多い',
    on,
    input: { base: { ...living(100, 0, 0), users: 300 }, year: living(100, 0, 0) },
    refused: { code: 'above-certified', path: 'base.users' },
  },
  {
    title: '施策反映で認定者の全員まで増やす',
    on,
    input: { base, year: { ...living(200, 30, 10), change: 120 } },
    value: { homeBase: 160, natural: 80, users: 200 },
  },
  {
    title: '施策反映で認定者より多く増やす',
    on,
    input: { base, year: { ...living(200, 30, 10), change: 121 } },
    refused: { code: 'above-certified', path: 'year.change' },
  },
  {
    title: '利用者より多く減らす',
    on,
    input: { base, year: { ...living(200, 30, 10), change: -81 } },
    refused: { code: 'below-zero', path: 'year.change' },
  },
]
