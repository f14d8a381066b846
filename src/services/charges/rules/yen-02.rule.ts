import { z } from 'zod'
import { choice, defineRule, orUnknown, type RuleCase, whole } from '../../../platform/computation/index.ts'
import { decimalText } from '../../../platform/exact/index.ts'
import { costShare, costYenOf } from './cost-share.ts'

const Input = z.strictObject({
  units: orUnknown(whole('単位数', '単位', { max: 10_000_000, help: '1か月のその事業所の単位数の合計' })),
  unitPriceHundredths: orUnknown(
    whole('1単位の単価', '円（100分の1円）', { min: 1, max: 10_000, help: '11.40円は 1140' }),
  ),
  share: orUnknown(
    choice(
      '利用者負担割合',
      { '1': '1割', '2': '2割', '3': '3割', '4': '4割（給付制限）' },
      '負担割合証、または給付制限の割合',
    ),
  ),
})
type Input = z.input<typeof Input>

const of = (
  title: string,
  [units, unitPriceHundredths, share]: [Input['units'], Input['unitPriceHundredths'], Input['share']],
  [costYen, insuranceYen, userYen]: [number | null, number | null, number | null],
): RuleCase<Input> => ({
  title,
  on: '2025-05-01',
  input: { units, unitPriceHundredths, share },
  value: { costYen, insuranceYen, userYen },
})
const SEEN = {
  text: '目黒区「支給限度額」の金額（5,032単位×11.40円）、2026年の請求の例（1,489単位×11.05円）',
}

export const rule = defineRule({
  id: 'YEN-02',
  title: '費用の額と利用者負担',
  group: '利用者負担',
  meaning: '単位数、1単位の単価、負担割合から、費用の額、保険から支払われる額、利用者が支払う額を出します。',
  formula:
    '費用＝単位数×単価（1円未満切捨て）、保険給付額＝費用×（10割−負担割合）（1円未満切捨て）、利用者負担＝費用−保険給付額',
  source: { text: '介護保険法第41条第4項・第115条の45の3、平成27年厚生労働省告示第93号' },
  confidence: 'recalled',
  limits:
    '定額の利用者負担（A4・A8など）、公費、高額介護サービス費、限度額を超えた10割の部分は計算しません。保険給付額の切捨ては出典未確認です。',
  parameters: {},
  input: Input,
  compute({ units, unitPriceHundredths, share }, { note, round }) {
    if (units === null || unitPriceHundredths === null) {
      note?.({
        label: '費用の額',
        formula: '単位数か単価がわからないため、計算できない',
        value: null,
        unit: '円',
      })
      return { costYen: null, insuranceYen: null, userYen: null }
    }
    const price = `${decimalText({ over: unitPriceHundredths, under: 100 }, 2)}円`
    const costStep = (costYen: number) =>
      note?.({
        label: '費用の額',
        formula: '単位数×1単位の単価、1円未満は切捨て',
        inputs: { 単位数: units, 単価: price },
        value: costYen,
        unit: '円',
        source: SEEN,
        confidence: 'seen',
      })
    if (share === null) {
      const costYen = costYenOf(units, unitPriceHundredths, round)
      costStep(costYen)
      note?.({
        label: '利用者負担',
        formula: '負担割合がわからないため、計算できない',
        value: null,
        unit: '円',
      })
      return { costYen, insuranceYen: null, userYen: null }
    }
    const result = costShare(units, unitPriceHundredths, Number(share), round)
    costStep(result.costYen)
    note?.({
      label: '保険給付額',
      formula: '費用の額×（10割−負担割合）、1円未満は切捨て',
      inputs: { 費用の額: result.costYen, 負担割合: `${share}割` },
      value: result.insuranceYen,
      unit: '円',
      source: { text: '介護保険法第41条第4項・第49条の2' },
      confidence: 'recalled',
    })
    note?.({ label: '利用者負担', formula: '費用の額−保険給付額', value: result.userYen, unit: '円' })
    return { ...result }
  },
  cases: [
    of('YEN-02-a 1,176単位、11.40円、1割', [1176, 1140, '1'], [13_406, 12_065, 1341]),
    of('YEN-02-b 1,489単位、11.05円、1割', [1489, 1105, '1'], [16_453, 14_807, 1646]),
    of('YEN-02-c 1,489単位、11.05円、2割', [1489, 1105, '2'], [16_453, 13_162, 3291]),
    of('YEN-02-d 1,489単位、11.05円、3割', [1489, 1105, '3'], [16_453, 11_517, 4936]),
    of('YEN-02-e 1,798単位、10.90円、1割', [1798, 1090, '1'], [19_598, 17_638, 1960]),
    of('YEN-02-f 3,621単位、10.68円、3割', [3621, 1068, '3'], [38_672, 27_070, 11_602]),
    of('YEN-02-g 287単位×3回、10.70円、1割', [861, 1070, '1'], [9212, 8290, 922]),
    of('YEN-02-h 5,032単位、11.40円、1割', [5032, 1140, '1'], [57_364, 51_627, 5737]),
    of('YEN-02-i 単価がわからない', [1176, null, '1'], [null, null, null]),
    of('単位数がわからない', [null, 1140, '1'], [null, null, null]),
    of('負担割合がわからない: 費用の額だけ', [1176, 1140, null], [13_406, null, null]),
    of('0単位は0円', [0, 1140, '1'], [0, 0, 0]),
    of('給付制限の4割', [1489, 1105, '4'], [16_453, 9871, 6582]),
    // 10.00 円: no fraction of a yen in the cost, one in the benefit
    of('端数のない費用', [1000, 1000, '1'], [10_000, 9000, 1000]),
    of('給付の端数は利用者の負担になる', [1, 1000, '1'], [10, 9, 1]),
    of('費用9円: 8.1円は8円', [9, 100, '1'], [9, 8, 1]),
    of('費用の0.99円は切り捨てる', [1, 199, '1'], [1, 0, 1]),
    of('100円のすぐ下', [1, 9999, '2'], [99, 79, 20]),
    {
      title: '負担割合は4割まで',
      on: '2025-05-01',
      input: { units: 1, unitPriceHundredths: 1000, share: '5' as '4' },
      refused: { code: 'invalid_value', path: 'share' },
    },
    {
      title: '単位数に小数はない',
      on: '2025-05-01',
      input: { units: 1.5, unitPriceHundredths: 1000, share: '1' },
      refused: { code: 'invalid_type', path: 'units' },
    },
    {
      title: '単価は0より大きい',
      on: '2025-05-01',
      input: { units: 1, unitPriceHundredths: 0, share: '1' },
      refused: { code: 'too_small', path: 'unitPriceHundredths' },
    },
  ],
})
