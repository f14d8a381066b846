import { z } from 'zod'
import { choice, defineRule, orUnknown, whole } from '../../../platform/computation/index.ts'
import { decimalText } from '../../../platform/exact/index.ts'
import { yen02Cases } from '../examples/yen-02.ts'
import { costShare, costYenOf } from './cost-share.ts'

const Input = z.strictObject({
  units: orUnknown(
    whole('単位数', '単位', {
      max: 10_000_000, // number: room for a slip
      help: '1か月のその事業所の単位数の合計',
    }),
  ),
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
export type Input = z.input<typeof Input>
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
  labels: { costYen: '費用の額', insuranceYen: '保険給付額', userYen: '利用者負担' },
  cases: yen02Cases,
})
