import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { leverSteps } from '../../../law/insurer/premium-lever-steps.ts'
import { defineRule, refuse, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { leverCases } from '../examples/levers.ts'
import { monthlyExact, premiumChain, times } from './chain.ts'
import { adopt, chainShape, period } from './chain-fields.ts'
import { type Lever, moved } from './levers.ts'
import { firstDayOfPeriod } from './period-day.ts'

const LEVERS: Readonly<Record<Lever, string>> = {
  share: '第1号負担割合が上がったとき',
  benefit: '総給付費が増えたとき',
  collection: '予定収納率が下がったとき',
  factor: '補正係数の積（F×G）が上がったとき',
}

export const rule = defineRule({
  id: 'PRM-19',
  title: '基準額の内訳と感応度',
  group: '保険料',
  meaning:
    '基準額（月額）が何からできているかを円と銭で分け、負担割合・給付費・収納率・補正係数が動くと何円変わるかを、計算しなおして示します。',
  formula:
    '内訳＝各行の額÷予定収納率÷補正後被保険者数÷12。感応度＝一つだけ動かして計算しなおした月額−もとの月額',
  source: { text: '介護保険法施行令第38条' },
  confidence: 'secondary',
  limits:
    '動かす幅は本ソフトの決めです（1ポイント、1%、1ポイント、0.01）。補正係数の積は、調整交付金見込額から逆算した3年の平均です。交付割合は0%を下回らないので、調整交付金の減り方は見込額までです。見込額が0円のときは、負担割合や係数が上がっても0円のままです。',
  parameters: {
    sharePerMille: firstInsuredSharePerMille,
    equivalentPerMille: adjustmentEquivalentPerMille,
    count: planPeriodYears,
    steps: leverSteps,
  },
  input: z.strictObject({
    period,
    ...chainShape,
    totalBenefitYen: yen('総給付費（標準給付費のうち。3年の合計）'),
    adopt: adopt.default({ unitYen: 1, direction: 'half-up', roundOn: 'monthly' }),
  }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute(input, { law, entry, note, round }) {
    if (input.totalBenefitYen > input.standardBenefitYen)
      refuse(
        'benefit-above-standard',
        'totalBenefitYen',
        '総給付費: 標準給付費見込額以下で入力してください。',
      )
    if (input.collectionRatePerMyriad <= law.steps.collectionPerMyriad)
      refuse(
        'collection-too-low',
        'collectionRatePerMyriad',
        '予定保険料収納率: 動かす幅より大きい率を入力してください。',
      )
    const values = {
      firstInsuredSharePerMille: law.sharePerMille,
      adjustmentEquivalentPerMille: law.equivalentPerMille,
    }
    const mostPerMille = law.sharePerMille + law.equivalentPerMille
    const most = product(input.standardBenefitYen + input.generalProjectYen, mostPerMille)
    if (product(input.adjustmentGrantExpectedYen, 1000) > most)
      refuse(
        'grant-above-share',
        'adjustmentGrantExpectedYen',
        `調整交付金見込額: 標準給付費と総合事業費の${mostPerMille / 10}%（第1号負担割合と5%の合計）以下で入力してください。`,
      )
    const chain = premiumChain(input, values)
    const hundredths = (label: string, amountYen: number) =>
      round(label, times(monthlyExact(amountYen, input), 100), 'half-up', 1, '銭')
    const lines: readonly (readonly [string, number])[] = [
      ['第1号被保険者負担分相当額', chain.firstInsuredShareYen],
      ['調整交付金相当額', chain.adjustmentGrantEquivalentYen],
      ['調整交付金見込額', 0 - input.adjustmentGrantExpectedYen],
      ['財政安定化基金', input.stabilisationFundYen],
      ['推進交付金等', 0 - input.incentiveGrantYen],
      ['市町村特別給付費等', input.municipalSpecialYen],
      ['準備基金取崩額', 0 - input.fundDrawYen],
    ]
    const parts = lines.map(([label, amountYen]) => ({
      label,
      amountYen,
      hundredths: hundredths(label, amountYen),
    }))
    const { monthlyExactHundredths } = chain
    const roundingHundredths = parts.reduce((rest, part) => rest - part.hundredths, monthlyExactHundredths)
    for (const { label, amountYen, hundredths: value } of parts)
      note?.({
        label,
        formula: '額÷予定収納率÷補正後被保険者数÷12',
        inputs: { 額: amountYen },
        value,
        unit: '銭（月額）',
        source: entry.sharePerMille.source,
        confidence: entry.sharePerMille.confidence,
      })
    const after = moved(input, chain, values, law.steps)
    const levers = (Object.keys(LEVERS) as Lever[]).map((lever) => {
      const label = LEVERS[lever]
      const change = round(label, times(after[lever], 100), 'half-up', 1, '銭') - monthlyExactHundredths
      note?.({
        label,
        formula: '計算しなおした月額−もとの月額',
        inputs: { もとの月額: monthlyExactHundredths },
        value: change,
        unit: '銭（月額）',
        source: entry.steps.source,
        confidence: entry.steps.confidence,
      })
      return { lever, label, changeHundredths: change }
    })
    return { monthlyExactHundredths, parts, roundingHundredths, levers }
  },
  cases: leverCases,
})
