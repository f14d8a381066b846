import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  users: number
  baseUsers: number
  baseTimesTenths: number
  changeTenths?: number
}
const on = '2026-11-22'

export const prj007Cases: readonly RuleCase<Asked>[] = [
  {
    title: '120人、1人9.5回',
    on,
    input: { users: 120, baseUsers: 100, baseTimesTenths: 9500 },
    value: { timesTenths: 11_400 },
  },
  {
    title: '小数第1位に四捨五入: 0.05回は0.1回',
    on,
    input: { users: 1, baseUsers: 2, baseTimesTenths: 1 },
    value: { timesTenths: 1 },
  },
  {
    title: '小数第1位に四捨五入: 0.04回は0回',
    on,
    input: { users: 2, baseUsers: 5, baseTimesTenths: 1 },
    value: { timesTenths: 0 },
  },
  {
    title: '施策反映で0回にする',
    on,
    input: { users: 1, baseUsers: 1, baseTimesTenths: 5, changeTenths: -5 },
    value: { timesTenths: 0 },
  },
  {
    title: 'もとより多く減らす',
    on,
    input: { users: 1, baseUsers: 1, baseTimesTenths: 5, changeTenths: -6 },
    refused: { code: 'below-zero', path: 'changeTenths' },
  },
  {
    title: '多すぎる利用者',
    on,
    input: { users: Number.MAX_SAFE_INTEGER, baseUsers: 1, baseTimesTenths: 5 },
    refused: { code: 'too_big', path: 'users' },
  },
  {
    title: '多すぎる回数',
    on,
    input: { users: 1, baseUsers: 1, baseTimesTenths: Number.MAX_SAFE_INTEGER },
    refused: { code: 'too_big', path: 'baseTimesTenths' },
  },
  {
    title: '基準年の利用者がいない',
    on,
    input: { users: 1, baseUsers: 0, baseTimesTenths: 5 },
    refused: { code: 'no-base-users', path: 'baseUsers' },
  },
]
