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
import {
  choice,
  defineRule,
  month,
  orUnknown,
  type RuleCase,
  whole,
} from '../../../platform/computation/index.ts'
import { AREAS, PRICED_SERVICES } from '../codes.ts'

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
type Input = z.input<typeof Input>

const of = (
  title: string,
  on: string,
  area: Input['area'],
  service: Input['service'],
  unitPriceHundredths: number | null,
  group: PriceGroup | 'own',
): RuleCase<Input> => ({
  title,
  on: `${on}-01`,
  input: { month: on, area, service },
  value: { unitPriceHundredths, group },
})

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
  cases: [
    of('1級地の訪問型サービス', '2025-05', '1', 'homeProgramme', 1140, '70'),
    ...(
      [
        ['1', 1140, 1110, 1090],
        ['2', 1112, 1088, 1072],
        ['3', 1105, 1083, 1068],
        ['4', 1084, 1066, 1054],
        ['5', 1070, 1055, 1045],
        ['6', 1042, 1033, 1027],
        ['7', 1021, 1017, 1014],
        ['other', 1000, 1000, 1000],
      ] as const
    ).flatMap(([area, seventy, fiftyFive, fortyFive]) => [
      of(`${AREAS[area]}の介護予防支援（70％）`, '2026-07', area, 'preventiveSupport', seventy, '70'),
      of(
        `${AREAS[area]}の訪問リハビリテーション（55％）`,
        '2026-07',
        area,
        'homeRehabilitation',
        fiftyFive,
        '55',
      ),
      of(`${AREAS[area]}の通所型サービス（45％）`, '2026-07', area, 'dayProgramme', fortyFive, '45'),
      of(`${AREAS[area]}の福祉用具貸与（一律）`, '2026-07', area, 'equipment', 1000, 'flat'),
    ]),
    ...(
      [
        ['homeHelp', 1140, '70'],
        ['homeBathing', 1140, '70'],
        ['homeNursing', 1140, '70'],
        ['regularVisits', 1140, '70'],
        ['nightVisits', 1140, '70'],
        ['careManagement', 1140, '70'],
        ['programmeCareManagement', 1140, '70'],
        ['dayRehabilitation', 1110, '55'],
        ['dementiaDay', 1110, '55'],
        ['smallMulti', 1110, '55'],
        ['nursingMulti', 1110, '55'],
        ['shortStay', 1110, '55'],
        ['dayCare', 1090, '45'],
        ['communityDayCare', 1090, '45'],
        ['shortMedicalStay', 1090, '45'],
        ['residential', 1090, '45'],
        ['groupHome', 1090, '45'],
        ['facility', 1090, '45'],
        ['homeMedical', 1000, 'flat'],
      ] as const
    ).map(([service, price, group]) =>
      of(`1級地の${PRICED_SERVICES[service]}`, '2025-05', '1', service, price, group),
    ),
    of('2024年3月の1級地', '2024-03', '1', 'homeProgramme', 1140, '70'),
    of('2024年4月の1級地', '2024-04', '1', 'homeProgramme', 1140, '70'),
    of('地域区分がわからない', '2025-05', 'unset', 'homeProgramme', null, '70'),
    of('地域区分がわからなくても、一律の単価はわかる', '2025-05', 'unset', 'homeMedical', 1000, 'flat'),
    of('その他の総合事業: 市町村の単価が未入力', '2025-05', '1', 'otherProgramme', null, 'own'),
    {
      title: 'その他の総合事業: 市町村の単価（架空の単価）',
      on: '2025-05-01',
      input: { month: '2025-05', area: '1', service: 'otherProgramme', ownUnitPriceHundredths: 1042 },
      value: { unitPriceHundredths: 1042, group: 'own' },
    },
    {
      title: '2015年3月の表は載せていない',
      on: '2025-05-01',
      input: { month: '2015-03', area: '1', service: 'homeHelp' },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '地域区分に8級地はない',
      on: '2025-05-01',
      input: { month: '2025-05', area: '8' as UnitPriceArea, service: 'homeHelp' },
      refused: { code: 'invalid_value', path: 'area' },
    },
  ],
})

/** A price of the whole country, or the one of the area; null: the area is not known. */
const priceIn = (table: number | Readonly<Record<UnitPriceArea, number>>, area: Input['area']) => {
  if (typeof table === 'number') return table
  return area === 'unset' ? null : table[area]
}
