import type { DatedEntry } from '../../../law/types.ts'
import { RuleRefusal } from '../../../platform/computation/index.ts'
import { type StageAmountsInput, type StageRatio, stageAmounts } from '../../stages/rules/stage-amounts.ts'
import { againstCeiling } from '../../support-programme-ceilings/rules/against-ceiling.ts'
import { type Check, compare, condition, said } from './check.ts'
import { sumOf } from './yearly.ts'

export interface StageTablePrinted extends Omit<StageAmountsInput, 'stages'> {
  rows: readonly (StageRatio & { annualYen: number })[]
}

/** VAL-09: one rule of rounding leads to every row. */
export function checkStageTable({ rows, ...how }: StageTablePrinted): Check[] {
  return rows.map((row, at) => {
    const label = `第${row.stage}段階の年額（割合${row.ratioPerMille}‰）`
    const named = {
      id: `STAGE.${at + 1}`,
      validator: 'VAL-09',
      label,
      path: `stageTable.rows.${at}.annualYen`,
    }
    const formula = '基準額×割合を条例の端数処理'
    try {
      const [amount] = stageAmounts({ ...how, stages: [row] })
      return compare({ ...named, formula }, row.annualYen, amount!.annualYen, 0)
    } catch (error) {
      if (!(error instanceof RuleRefusal)) throw error
      return condition({ ...named, formula }, false, `${label}: ${error.problems[0]!.message}`)
    }
  })
}

export interface LevelUsers {
  level: string
  certified: number
  facility: number
  residential: number
}
export interface UsersPrinted {
  levels: readonly LevelUsers[]
  totals: Omit<LevelUsers, 'level'> | null
}

/** VAL-10: facility and residential users within the certified (so that those at home are not below zero); levels sum to totals. */
export function checkUsers({ levels, totals }: UsersPrinted): Check[] {
  const checks = levels.map(({ level, certified, facility, residential }, at) => {
    const users = facility + residential
    const label = `${level}の施設・居住系の利用者`
    const message = `${label}: ${said(users)}人は認定者${said(certified)}人を超え、在宅の人数が0人を下回ります。利用者か認定者の数を確かめてください。`
    const named = { id: `USERS.${at + 1}`, validator: 'VAL-10', label, path: `users.levels.${at}` }
    return condition({ ...named, formula: '施設＋居住系≦認定者' }, users <= certified, message)
  })
  if (totals === null) return checks
  const names = { certified: '認定者', facility: '施設の利用者', residential: '居住系の利用者' } as const
  const sums = (Object.keys(names) as (keyof typeof names)[]).map((name) => {
    const sum = sumOf(levels.map((one) => one[name]))
    const named = { id: `USERS.${name}`, validator: 'VAL-10', label: `${names[name]}の合計`, unit: '人' }
    return compare(
      { ...named, formula: '要介護度別の合計', path: `users.totals.${name}` },
      totals[name],
      sum,
      0,
    )
  })
  return [...checks, ...sums]
}

export interface ProjectYear {
  label: string
  spentYen: number
  capYen: number
  /** null: no 個別協議 */
  approvedExcessYen: number | null
}

/** VAL-11: 総合事業費 within its ceiling, or with 個別協議 for what is above. */
export function checkCeilings(years: readonly ProjectYear[]): Check[] {
  return years.map(({ label, approvedExcessYen, ...year }, at) => {
    const { state, notEligibleYen } = againstCeiling({ ...year, approvedExcessYen: approvedExcessYen ?? 0 })
    const message = `${label}の総合事業費: 上限額${said(year.capYen)}円を超え、個別協議で認められていない額が${said(notEligibleYen)}円あります。総合事業費を見直すか、個別協議の記録を入力してください。`
    const named = {
      id: `CAP.${at + 1}`,
      validator: 'VAL-11',
      label: `${label}の総合事業費`,
      path: `generalProjectYears.${at}`,
    }
    return condition({ ...named, formula: '総合事業費≦上限額、または個別協議' }, state !== 'over', message)
  })
}

export interface UsedValue {
  id: string
  title: string
  status: DatedEntry<unknown>['status']
}

/** VAL-12: a plan that is decided rests on no 仮置き or 案 value that nobody acknowledged. */
export function checkProvisional(
  used: readonly UsedValue[],
  isDecided: boolean,
  acknowledged: readonly string[],
): Check[] {
  return used
    .filter(({ status }) => status !== undefined)
    .map(({ id, title, status }) => {
      const isSeen = acknowledged.includes(id)
      const word = status === 'draft' ? '案' : '仮置き'
      const message = isDecided
        ? `${title}: ${word}の値です。計画を決定する前に、確定した値に替えるか、${word}のまま使うことを確認してください（確認した数値に「${id}」を加えます）。`
        : `${title}: ${word}の値です。計画を決定する前に確認が要ります。`
      const named = { id: `PROVISIONAL.${id}`, validator: 'VAL-12', label: title, path: 'acknowledged' }
      return condition(
        { ...named, formula: '決定した計画は、確認のない仮の値を使わない' },
        isSeen,
        message,
        !isDecided,
      )
    })
}
