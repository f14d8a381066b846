import type { z } from 'zod'
import { choice, perMyriad, persons, roundingRule, whole, yen } from '../../../platform/computation/index.ts'

export const ROUND_ON = { monthly: '月額を端数処理し、12倍を年額とする', annual: '年額を端数処理する' }

export const period = whole('計画期間', '期', { min: 1, max: 100, help: '第9期（令和6～8年度）は9' })
export const standardBenefitYen = yen('標準給付費見込額')
export const generalProjectYen = yen('介護予防・日常生活支援総合事業費')
export const comprehensiveSupportYen = yen('包括的支援事業・任意事業費', {
  help: 'センターの運営と任意事業、社会保障充実分の合計',
})
export const adjustmentGrantExpectedYen = yen('調整交付金見込額')
export const stabilisationFundYen = yen('財政安定化基金拠出金・償還金', {
  help: 'ないときは書かない（0円）',
}).default(0)
export const incentiveGrantYen = yen('保険者機能強化推進交付金等', {
  help: '第1号保険料に充てる分。ないときは書かない（0円）',
}).default(0)
export const municipalSpecialYen = yen('市町村特別給付費・保健福祉事業費等', {
  help: '全額を第1号保険料でまかなう費用。ないときは書かない（0円）',
}).default(0)
export const fundDrawYen = yen('準備基金取崩額', { help: '取り崩さないときは書かない（0円）' }).default(0)
export const collectionRatePerMyriad = perMyriad('予定保険料収納率', {
  min: 1,
  max: 10_000, // 100 %
  help: '99.77%は9977',
})
export const adjustedInsuredTenths = whole('所得段階別加入割合補正後被保険者数', '0.1人', {
  min: 1,
  help: '3年の合計を10倍した整数。26,871人は268710',
})
export const adopt = roundingRule('基準額の端数処理')
  .extend({ roundOn: choice('端数処理をする額', ROUND_ON) })
  .meta({ title: '基準額の端数処理', setting: 'premium.base-rounding' })

export const insuredPersons = persons('第1号被保険者数（3年の合計）')
export const chainShape = {
  standardBenefitYen,
  generalProjectYen,
  comprehensiveSupportYen,
  adjustmentGrantExpectedYen,
  stabilisationFundYen,
  incentiveGrantYen,
  municipalSpecialYen,
  fundDrawYen,
  collectionRatePerMyriad,
  adjustedInsuredTenths,
} satisfies z.ZodRawShape
