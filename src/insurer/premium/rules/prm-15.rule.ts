import { z } from 'zod'
import { collectionFloors } from '../../../law/insurer/premium-collection-floor.ts'
import { defineRule, persons, refuse, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { collectionCases } from '../examples/collection.ts'

export const rule = defineRule({
  id: 'PRM-15',
  title: '予定保険料収納率と国の基準',
  group: '保険料',
  meaning:
    '現年度分の収納の実績から予定収納率の目安を出し、財政安定化基金の貸付で基準とする収納率と比べます。',
  formula: '収納額÷調定額、小数第4位まで（切捨て）。基準は第1号被保険者数の規模で決まる',
  source: { text: '介護保険法施行令第38条' },
  confidence: 'recalled',
  limits:
    '予定収納率は市町村が決めます。基準の収納率は、最初の年度の4月1日から最後の年度の11月30日までで測ります。',
  parameters: { floors: collectionFloors },
  input: z.strictObject({
    insured: persons('第1号被保険者数', { min: 1 }),
    billedYen: yen('現年度分の調定額', { min: 1 }),
    collectedYen: yen('現年度分の収納額'),
  }),
  compute({ insured, billedYen, collectedYen }, { law, entry, note, round, caution }) {
    if (collectedYen > billedYen)
      refuse('collected-above-billed', 'collectedYen', '現年度分の収納額: 調定額以下で入力してください。')
    const exact = { over: product(collectedYen, 10_000), under: billedYen }
    const ratePerMyriad = round('収納率', exact, 'down', 1, '‱')
    const floor = law.floors.findLast(({ fromPersons }) => fromPersons <= insured)!
    const floorPerMyriad = floor.ratePerMille * 10
    const isBelowFloor = ratePerMyriad < floorPerMyriad
    if (isBelowFloor)
      caution('予定収納率をこの実績に合わせると、財政安定化基金の貸付で基準とする収納率を下回ります。')
    note?.({
      label: '収納率',
      formula: '収納額÷調定額',
      inputs: { 収納額: collectedYen, 調定額: billedYen },
      value: ratePerMyriad,
      unit: '‱',
    })
    note?.({
      label: '基準の収納率',
      formula: '第1号被保険者数の規模による',
      inputs: { 第1号被保険者数: insured },
      value: floorPerMyriad,
      unit: '‱',
      source: entry.floors.source,
      confidence: entry.floors.confidence,
    })
    return { ratePerMyriad, floorPerMyriad, isBelowFloor }
  },
  cases: collectionCases,
})
