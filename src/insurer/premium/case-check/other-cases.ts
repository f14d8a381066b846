import type { Ratio } from '../../../platform/exact/index.ts'
import { type Check, compare, condition } from '../rules/check.ts'
import { checkStageTable } from '../rules/check-surroundings.ts'
import { elderlyFactor, grantRate } from '../rules/grant-factors.ts'
import type { CaseLaw } from './case-law.ts'
import type { CaseOf } from './case-schema.ts'

/** Half of the last printed place, as a part of one: 4 places → 0.00005. */
const HALF_OF_PLACE: Ratio = { over: 5, under: 100_000 }
const perMyriad = (over: number): Ratio => ({ over, under: 10_000 })

/** F from ages, the rate from the printed F and G. */
export function checkFactorCase(file: CaseOf<'grant-factor'>, law: CaseLaw): Check[] {
  const { national, municipal, published } = file
  return file.fiscalYears.flatMap((year, at) => {
    const [f, g, rate] = [published.F?.[at], published.G?.[at], published.adjGrantRateByYear?.[at]]
    const shares = national.shareByPlanYear[year]
    const persons = municipal[year]
    const checks: Check[] = []
    if (f !== undefined && shares && persons) {
      const bands = Object.entries(national.unitCost).map(([band, unitYen]) => ({
        band,
        unitYen,
        nationalSharePerMyriad: shares[band] ?? 0,
      }))
      const missing = bands.filter(({ band }) => shares[band] === undefined || persons[band] === undefined)
      const named = { id: `F.${year}`, validator: 'VAL-03', label: `後期高齢者加入割合補正係数（${year}）` }
      const path = `published.F.${at}`
      const formula = '全国の1人あたり給付月額÷市町村の1人あたり給付月額'
      if (missing.length > 0) {
        const lost = missing.map(({ band }) => band).join('、')
        const message = `${named.label}: 年齢区分（${lost}）の全国の割合か市町村の人数がありません。書き足してください。`
        checks.push(condition({ ...named, formula, path }, false, message))
      } else {
        const computed = elderlyFactor(
          bands,
          bands.map(({ band }) => persons[band] ?? 0),
        )
        checks.push(compare({ ...named, formula, path, unit: '' }, perMyriad(f), computed, HALF_OF_PLACE))
      }
    }
    if (f !== undefined && g !== undefined && rate !== undefined) {
      const computed = grantRate({ ...law, elderlyFactorPerMyriad: f, incomeFactorPerMyriad: g })
      const formula = '（第1号負担割合＋5%）−第1号負担割合×二つの補正係数'
      const named = { id: `RATE.${year}`, validator: 'VAL-03', label: `見込交付割合（${year}）`, formula }
      const path = `published.adjGrantRateByYear.${at}`
      checks.push(compare({ ...named, path, unit: '' }, perMyriad(rate), computed, HALF_OF_PLACE))
    }
    return checks
  })
}

/** Every row by the town's own rounding; the base against the adopted amount. */
export function checkTableCase({ stageTable: table, published }: CaseOf<'stage-table'>): Check[] {
  const rows = table.rows.map(({ stage, ratio, annual }) => ({
    stage,
    ratioPerMille: ratio,
    annualYen: annual,
  }))
  const rounding = { unitYen: table.roundUnit, direction: table.roundDirection }
  const checks = checkStageTable({ baseAnnualYen: table.baseAnnual, rounding, roundOn: table.roundOn, rows })
  const named = checks.map((check, at) => {
    const { stage, reduced } = table.rows[at]!
    return { ...check, id: `STAGE.${stage}${reduced ? 'r' : ''}` }
  })
  const base = { validator: 'VAL-09', label: '基準額（年額）', path: 'stageTable.baseAnnual' }
  if (published.annualAdopted !== undefined)
    named.push(
      compare(
        { ...base, id: 'BASE', formula: '公表された年額' },
        table.baseAnnual,
        published.annualAdopted,
        0,
      ),
    )
  if (published.monthlyAdopted !== undefined)
    named.push(
      // an annual amount that is rounded first is no twelve months to the yen
      compare(
        { ...base, id: 'BASE.monthly', formula: '公表された月額×12' },
        table.baseAnnual,
        published.monthlyAdopted * 12,
        12 / 2,
      ),
    )
  return named
}

/** A projection carries no calculation: its rows are held against the years they are printed for. */
export function checkProjectionCase({ serviceCosts, fiscalYears }: CaseOf<'service-projection'>): Check[] {
  return Object.entries(serviceCosts).map(([service, costs]) => {
    const message = `${service}: ${costs.length}年度分の額がありますが、年度は${fiscalYears.length}あります。列を確かめてください。`
    const named = { id: `ROW.${service}`, validator: 'VAL-10', label: service, formula: '額の数＝年度の数' }
    return condition(
      { ...named, path: `serviceCosts.${service}` },
      costs.length === fiscalYears.length,
      message,
    )
  })
}
