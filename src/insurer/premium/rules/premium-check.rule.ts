import { NoValueInForce } from '../../../law/in-force.ts'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { comprehensiveShares } from '../../../law/insurer/funding-shares.ts'
import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { checkTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import { collectionFloors } from '../../../law/insurer/premium-collection-floor.ts'
import { defineRule, RuleRefusal } from '../../../platform/computation/index.ts'
import { divide } from '../../../platform/exact/index.ts'
import type { Step, StepSource } from '../../../platform/explanation/index.ts'
import { premiumCheckCases } from '../examples/premium-check.ts'
import { type Check, said } from './check.ts'
import { checkChain } from './check-chain.ts'
import { checkInput } from './check-fields.ts'
import { checkCeilings, checkProvisional, checkStageTable, checkUsers } from './check-surroundings.ts'
import { firstDayOfPeriod } from './period-day.ts'

const VALIDATORS = Array.from({ length: 12 }, (_, at) => `VAL-${String(at + 1).padStart(2, '0')}`)
/** A plan without a provisional value passes this one without a line of its own. */
const PROVISIONAL = VALIDATORS.at(-1)

export const rule = defineRule({
  id: 'premium-check',
  covers: VALIDATORS,
  title: '保険料の算定表の検算（項目どうしの食い違い）',
  group: '保険料',
  meaning:
    '計画に印刷された保険料の算定表を、項目どうしで検算します。食い違いがあれば断り、そのすべてを、どの額がどれだけ違うかとともに挙げます。',
  formula:
    '内訳の合計、負担分と調整交付金、交付割合、取崩しの前と後、基金の残高、収納率、補正後の人数、基準額、段階の額、利用者数、上限額、仮置きの数値を確かめる',
  source: { text: '介護保険法第129条、介護保険法施行令第38条' },
  confidence: 'decided',
  limits:
    '印刷されていない額は確かめません（確かめなかった検算の番号を答えに挙げます）。印刷されていない安定化基金・推進交付金等・特別給付等は0円として計算しなおし、合わなくても断らずに注意します。取崩額が印刷されていなければ、必要額の差を取崩額とみます。許す差は本ソフトの決めです。食い違いがないことは、見込みが正しいことを意味しません。',
  parameters: {
    share: firstInsuredSharePerMille,
    equivalent: adjustmentEquivalentPerMille,
    programme: comprehensiveShares,
    floors: collectionFloors,
    tolerances: checkTolerances,
    count: planPeriodYears,
  },
  input: checkInput,
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute(input, { law, entry, note, caution }) {
    const chain = checkChain(input, {
      sharePerMille: law.share,
      equivalentPerMille: law.equivalent,
      hasSupportProgramme: law.programme !== null,
      tolerances: law.tolerances,
      floors: orNone(() => law.floors),
      years: law.count.years,
    })
    const used = [
      { ...firstInsuredSharePerMille, status: entry.share.status },
      { ...adjustmentEquivalentPerMille, status: entry.equivalent.status },
    ]
    const checks = [
      ...chain.checks,
      ...(input.stageTable ? checkStageTable(input.stageTable) : []),
      ...(input.users ? checkUsers(input.users) : []),
      ...checkCeilings(input.generalProjectYears),
      ...checkProvisional(used, input.isDecided, input.acknowledged),
    ]
    const broken = checks.filter(({ isMet, isWarning }) => !(isMet || isWarning))
    if (broken.length > 0) throw new RuleRefusal(broken.map(asProblem))
    const doubtful = checks.filter(({ isMet }) => !isMet)
    const warnings = doubtful.map(asProblem)
    // that a value is provisional is said of every answer that rests on it
    for (const { validator, message } of doubtful) if (validator !== PROVISIONAL) caution(message)
    for (const one of checks) note?.(stepOf(one, entry.tolerances.source))
    note?.({ label: '検算した項目', value: checks.length, unit: '件' })
    const { needBeforeDrawYen, needYen, monthly } = chain.recomputed
    return {
      checkCount: checks.length,
      notChecked: VALIDATORS.filter(
        (id) => checks.every(({ validator }) => validator !== id) && id !== PROVISIONAL,
      ),
      warnings,
      needBeforeDrawYen,
      needYen,
      monthlyExactHundredths:
        monthly === null
          ? null
          : divide({ over: BigInt(monthly.over) * 100n, under: monthly.under }, 'half-up'),
    }
  },
  cases: premiumCheckCases,
})

const asProblem = ({ validator, id, path, message }: Check) => ({ path, code: `${validator} ${id}`, message })

function stepOf({ label, formula, published, computed, unit, isMet }: Check, source: StepSource): Step {
  const figures = unit === '' ? {} : { inputs: { 印刷: said(published), 計算: said(computed) } }
  return { label, formula, ...figures, value: isMet ? '合う' : '要確認', source, confidence: 'decided' }
}

/** Null where no value is in force: what needs it is not checked. */
function orNone<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof NoValueInForce) return null
    throw error
  }
}
