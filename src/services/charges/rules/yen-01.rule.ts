import { z } from 'zod'
import {
  areaUpliftPercent,
  type PriceGroup,
  priceGroups,
  type UnitPriceArea,
  unitPrice45Hundredths,
  unitPrice55Hundredths,
  unitPrice70Hundredths,
  unitPriceFlatHundredths,
} from '../../../law/services/area-unit-price.ts'
import { choice, defineRule, month, orUnknown, whole } from '../../../platform/computation/index.ts'
import { AREAS, PRICED_SERVICES } from '../codes.ts'
import { yen01Cases } from '../examples/yen-01.ts'

const Input = z.strictObject({
  month: month('サービスの月'),
  area: choice('地域区分', AREAS, '事業所の所在地の地域区分').meta({ setting: 'charges.area' }),
  service: choice('サービス', PRICED_SERVICES),
  ownUnitPriceHundredths: orUnknown(
    whole('市町村の定める単価', '円（100分の1円）', {
      min: 1,
      max: 10_000,
      help: 'その他の総合事業のサービスだけに使います。10.00円は 1000',
    }),
  ).optional(),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'YEN-01',
  title: '1単位の単価（地域区分）',
  group: '総合事業',
  meaning:
    '地域区分とサービスの種類から、1単位が何円かを告示の表で引きます。答えは100分の1円で表します（11.40円は1140）。',
  formula: '告示の表（地域区分×人件費割合）。計算式からは求めない',
  source: { text: '厚生労働大臣が定める一単位の単価（平成27年厚生労働省告示第93号）' },
  confidence: 'recalled',
  limits:
    'どの市町村がどの地域区分かは、その市町村の設定です。経過措置の地域区分、基準該当サービスの単価は載せていません。2015年3月までの表も載せていません。',
  parameters: {
    groups: priceGroups,
    '70': unitPrice70Hundredths,
    '55': unitPrice55Hundredths,
    '45': unitPrice45Hundredths,
    flat: unitPriceFlatHundredths,
    upliftPercent: areaUpliftPercent,
  },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ area, service, ownUnitPriceHundredths = null }, { law, entry, note }) {
    const group = (Object.keys(law.groups) as PriceGroup[]).find((one) => law.groups[one].includes(service))
    if (group === undefined) {
      note?.({
        label: '市町村が定める単価',
        value: ownUnitPriceHundredths,
        unit: '円（100分の1円）',
        formula: '総合事業のその他のサービスは、市町村が単価を定める',
      })
      return { unitPriceHundredths: ownUnitPriceHundredths, group: 'own' as const }
    }
    note?.({
      label: '人件費割合',
      value: group === 'flat' ? '全国一律' : `${group}％`,
      inputs: { サービス: PRICED_SERVICES[service] },
      source: entry.groups.source,
      confidence: entry.groups.confidence,
    })
    const used = entry[group]
    const unitPriceHundredths = priceIn(used.value, area)
    note?.({
      label: '1単位の単価（100分の1円）',
      formula: area === 'unset' ? '地域区分がわからないため、決められない' : '告示の表から引く',
      inputs: { 地域区分: AREAS[area], 上乗せ: area === 'unset' ? null : `${law.upliftPercent[area]}％` },
      value: unitPriceHundredths,
      unit: '円（100分の1円）',
      source: used.source,
      confidence: used.confidence,
    })
    return { unitPriceHundredths, group }
  },
  labels: {
    unitPriceHundredths: '1単位の単価（100分の1円）',
    group: '人件費割合',
    'group=70': '70％',
    'group=55': '55％',
    'group=45': '45％',
    'group=flat': '全国一律',
    'group=own': '市町村の単価',
  },
  cases: yen01Cases,
})

/** A price of the whole country, or the one of the area; null: the area is not known. */
const priceIn = (table: number | Readonly<Record<UnitPriceArea, number>>, area: Input['area']) => {
  if (typeof table === 'number') return table
  return area === 'unset' ? null : table[area]
}
