import { z } from 'zod'
import { day, defineRule, refuse, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { stg06Cases } from '../examples/stg-06.ts'
import { chargedMonths } from './charged-months.ts'
import { firstDayOf, fiscalYear } from './persons.ts'
import { stageRounding } from './premium-fields.ts'

const date = (title: string, help: string) =>
  day(title)
    .nullable()
    .default(null)
    .meta({ title, description: `${help}（YYYY-MM-DD）` })

export const rule = defineRule({
  id: 'STG-06',
  title: '年度途中の資格の得喪による月割り',
  group: '所得段階',
  meaning: '第1号被保険者の資格を得た月から、失った月の前の月まで、月数で年額保険料を割ります。',
  formula: '年額×月数÷12、市町村の端数処理',
  source: { text: '介護保険法施行令第38条、市町村の介護保険条例（月割賦課）' },
  confidence: 'recalled',
  limits:
    '段階は賦課期日の状態で決まったものとし、年度の途中の段階の変更（所得の更正）は計算しません。端数処理は市町村の条例のものを入力してください。',
  parameters: {},
  input: z.strictObject({
    fiscalYear: fiscalYear(),
    annualYen: yen('年額保険料', { max: 100_000_000 }), // number: room for a slip
    acquiredOn: date('資格を得た日', '年度の前から資格があるときは空（null）'),
    lostOn: date('資格を失った日', '年度の終わりまで資格があるときは空（null）'),
    rounding: stageRounding,
  }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute({ fiscalYear, annualYen, acquiredOn, lostOn, rounding }, { note, round }) {
    if (acquiredOn !== null && lostOn !== null && lostOn < acquiredOn)
      refuse(
        'lost-before-acquired',
        'lostOn',
        '資格を失った日: 資格を得た日より前です。どちらかの日を直してください。',
      )
    const months = chargedMonths(fiscalYear, acquiredOn, lostOn)
    const exact = { over: product(annualYen, months), under: 12 }
    const amountYen = round('月割りの保険料', exact, rounding.direction, rounding.unitYen)
    note?.({
      label: '月割りの保険料',
      formula: '年額×月数÷12',
      inputs: { 年額: annualYen, 月数: months },
      value: amountYen,
      unit: '円',
    })
    return { months, amountYen }
  },
  cases: stg06Cases,
})
