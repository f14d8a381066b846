import { z } from 'zod'
import {
  orUnknown,
  perMille,
  perMyriad,
  persons,
  whole,
  yen,
  yesNo,
} from '../../../platform/computation/index.ts'
import { baseAnnualYen, roundOn, stageRounding } from '../../stages/rules/premium-fields.ts'
import { adopt, period } from './chain-fields.ts'
import { SMALL_LINES } from './check-need.ts'

const UNKNOWN = '印刷されていないときは書かない'
/** A figure that may not be printed: left out means null, not zero. */
const printed = <F extends z.ZodType>(field: F) => orUnknown(field, UNKNOWN).default(null as never)
const list = <F extends z.ZodType>(title: string, row: F, max = 100) =>
  z
    .array(row, `${title}: 行を並べて入力してください。`)
    .max(max, `${title}: ${max}行までです。`)
    .default([])
    .meta({ title, description: `${title}（ないときは書かない）` })
const name = (title: string) =>
  z
    .string(`${title}: 名前を入力してください。`)
    .trim()
    .min(1, `${title}: 名前を入力してください。`)
    .meta({ title, description: title })

const yearsYen = z
  .array(orUnknown(yen('年度の額')), '年度別の額: 年度の順に並べて入力してください。')
  .max(10, '年度別の額: 10年度までです。')
const seriesShape = {
  totalYen: printed(yen('合計')),
  yearsYen: yearsYen
    .nullable()
    .default(null)
    .meta({ title: '年度別の額', description: '年度の順の額。印刷されていないときは書かない' }),
}
const series = (title: string) =>
  z
    .strictObject(seriesShape)
    .default({ totalYen: null, yearsYen: null })
    .meta({ title, description: `${title}の合計と年度別（印刷されているほう）` })
const part = z.strictObject({
  label: name('項目の名前'),
  ...seriesShape,
  benefitPerMille: printed(
    perMille('給付率', { max: 1000, help: '総費用で印刷された古い様式だけ。それ以外は書かない' }),
  ),
})
const yearly = (title: string, help: string, max: number) =>
  z
    .array(perMyriad(title, { max, help }), `${title}: 年度の順に並べて入力してください。`)
    .max(10, `${title}: 10年度までです。`)
    .nullable()
    .default(null)
    .meta({ title, description: `${title}（${help}、年度の順）` })
const precision = (title: string) =>
  whole(title, '円', { min: 1, max: 1000, help: '円で印刷されていれば1、千円なら1000' }).default(1)

const WHOLE = 1000 * 1000

export const amountFields = {
  precisionYen: precision('見込額の印刷の単位'),
  benefitParts: list('標準給付費の内訳', part),
  standardBenefit: series('標準給付費見込額'),
  supportParts: list('地域支援事業費の内訳', part),
  communitySupport: series('地域支援事業費'),
  generalProject: series('うち介護予防・日常生活支援総合事業費'),
  sumYearsYen: yearsYen.nullable().default(null).meta({
    title: '標準給付費と地域支援事業費の計（年度別）',
    description: '年度の順。印刷されていないときは書かない',
  }),
}
export const chainFields = {
  resultPrecisionYen: precision('計算した額の印刷の単位'),
  firstInsuredShareYen: printed(yen('第1号被保険者負担分相当額')),
  adjustmentGrantEquivalentYen: printed(yen('調整交付金相当額')),
  shareWithEquivalent: series('第1号負担分と調整交付金相当額の計'),
  adjustmentGrantExpectedYen: printed(yen('調整交付金見込額')),
  grantRatesPerMyriad: yearly('調整交付金見込交付割合', '6.36%は636', 10_000),
  elderlyFactorsPerMyriad: yearly('後期高齢者加入割合補正係数', '0.9634は9634', WHOLE),
  incomeFactorsPerMyriad: yearly('所得段階別加入割合補正係数', '0.9767は9767', WHOLE),
  stabilisationFundYen: printed(yen(SMALL_LINES.stabilisationFundYen)),
  incentiveGrantYen: printed(yen(SMALL_LINES.incentiveGrantYen)),
  municipalSpecialYen: printed(yen(SMALL_LINES.municipalSpecialYen)),
  needBeforeDrawYen: printed(yen('保険料収納必要額（取崩し前）')),
  fundDrawYen: printed(yen('準備基金取崩額')),
  fundBalanceYen: printed(yen('準備基金の残高の見込み')),
  needYen: printed(yen('保険料収納必要額（取崩し後）')),
  collectionRatePerMyriad: printed(
    perMyriad('予定保険料収納率', { min: 1, max: WHOLE, help: '99.77%は9977' }),
  ),
  adjustedInsuredTenths: printed(
    whole('所得段階別加入割合補正後被保険者数', '0.1人', { min: 1, help: '3年の合計を10倍した整数' }),
  ),
  insuredPersons: printed(persons('第1号被保険者数（3年の合計）')),
  stages: list(
    '段階別の人数（3年の合計）',
    z.strictObject({
      stage: whole('段階', '段階', { min: 1, max: 100 }),
      ratioPerMille: perMille('割合', { max: 10_000, help: '0.455は455' }),
      persons: printed(persons('人数')),
    }),
  ),
  monthlyHundredths: printed(
    whole('保険料基準額（月額、端数処理の前）', '0.01円', { help: '6,428円は642800、4,899.89円は489989' }),
  ),
  monthlyAdoptedYen: printed(yen('保険料基準額（月額）')),
  annualAdoptedYen: printed(yen('保険料基準額（年額）')),
  adopt: orUnknown(adopt, UNKNOWN).default(null as never),
}

const users = {
  certified: persons('認定者'),
  facility: persons('施設の利用者'),
  residential: persons('居住系の利用者'),
}
export const surroundingFields = {
  stageTable: z
    .strictObject({
      baseAnnualYen,
      rounding: stageRounding,
      roundOn,
      rows: list(
        '段階の行',
        z.strictObject({
          stage: whole('段階', '段階', { min: 1, max: 100 }),
          ratioPerMille: perMille('割合', { max: 10_000 }),
          annualYen: yen('年額'),
        }),
      ),
    })
    .nullable()
    .default(null)
    .meta({ title: '段階別の保険料の表', description: '印刷された段階別の年額。ないときは書かない' }),
  users: z
    .strictObject({
      levels: list('要介護度別の利用者', z.strictObject({ level: name('要介護度'), ...users })),
      totals: z
        .strictObject(users)
        .nullable()
        .default(null)
        .meta({ title: '合計', description: '印刷された合計。ないときは書かない' }),
    })
    .nullable()
    .default(null)
    .meta({ title: '認定者と施設・居住系の利用者', description: '将来推計の人数。ないときは書かない' }),
  generalProjectYears: list(
    '総合事業費と上限額',
    z.strictObject({
      label: name('年度'),
      spentYen: yen('総合事業費'),
      capYen: yen('上限額'),
      approvedExcessYen: orUnknown(yen('個別協議で認められた超過額'), '協議がなければ null'),
    }),
    10,
  ),
  isDecided: yesNo('計画を決定する', '計画を決定する前の検算なら true、素案なら false').default(false),
  acknowledged: z
    .array(name('数値の名前'), '確認した仮置きの数値: 名前を並べて入力してください。')
    .default([])
    .meta({
      title: '確認した仮置きの数値',
      description: '仮置きのまま使うことを確認した数値の名前（制度の数値のID）',
    }),
}

export const checkInput = z.strictObject({ period, ...amountFields, ...chainFields, ...surroundingFields })
export type CheckInput = z.output<typeof checkInput>
