import { carriedForward, FEE_REVISION_2027 } from '../carried-forward.ts'
import type { Dated, DatedEntry } from '../types.ts'

/** 地域区分: 1級地 to 7級地 and その他. */
export type UnitPriceArea = '1' | '2' | '3' | '4' | '5' | '6' | '7' | 'other'
export type ByArea = Readonly<Record<UnitPriceArea, number>>
/** 人件費割合 of a service, by which the price of its unit follows the area; flat: 10.00円 everywhere. */
export type PriceGroup = '70' | '55' | '45' | 'flat'

const NOTICE = '厚生労働大臣が定める一単位の単価（平成27年厚生労働省告示第93号）'
const START = '始まりの日は確かめておらず、今の告示が出た2015年4月から載せています。'
const recalled = (value: ByArea): DatedEntry<ByArea> => ({
  from: '2015-04-01',
  value,
  source: { text: NOTICE },
  confidence: 'recalled',
  note: START,
})

const seventy: ByArea = {
  '1': 1140,
  '2': 1112,
  '3': 1105,
  '4': 1084,
  '5': 1070,
  '6': 1042,
  '7': 1021,
  other: 1000,
}

/** 1単位の単価 of services with 70 % 人件費, in hundredths of a yen (YEN-01). */
export const unitPrice70Hundredths: Dated<ByArea> = {
  id: 'services.charges.unit-price-70',
  title: '1単位の単価（人件費割合70％のサービス）',
  unit: '円（100分の1円で表す）',
  labels: {
    '1': '1級地',
    '2': '2級地',
    '3': '3級地',
    '4': '4級地',
    '5': '5級地',
    '6': '6級地',
    '7': '7級地',
    other: 'その他',
  },
  history: carriedForward(FEE_REVISION_2027, [
    recalled(seventy),
    {
      from: '2024-04-01',
      value: seventy,
      source: { text: `${NOTICE}。公開された請求ソフトの表と、2024年・2026年の請求の例` },
      confidence: 'seen',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** The same of services with 55 %. */
export const unitPrice55Hundredths: Dated<ByArea> = {
  id: 'services.charges.unit-price-55',
  title: '1単位の単価（人件費割合55％のサービス）',
  unit: '円（100分の1円で表す）',
  labels: {
    '1': '1級地',
    '2': '2級地',
    '3': '3級地',
    '4': '4級地',
    '5': '5級地',
    '6': '6級地',
    '7': '7級地',
    other: 'その他',
  },
  history: carriedForward(FEE_REVISION_2027, [
    recalled({
      '1': 1110,
      '2': 1088,
      '3': 1083,
      '4': 1066,
      '5': 1055,
      '6': 1033,
      '7': 1017,
      other: 1000,
    }),
  ]),
  checkedOn: '2026-11-22',
}

/** The same of services with 45 %. */
export const unitPrice45Hundredths: Dated<ByArea> = {
  id: 'services.charges.unit-price-45',
  title: '1単位の単価（人件費割合45％のサービス）',
  unit: '円（100分の1円で表す）',
  labels: {
    '1': '1級地',
    '2': '2級地',
    '3': '3級地',
    '4': '4級地',
    '5': '5級地',
    '6': '6級地',
    '7': '7級地',
    other: 'その他',
  },
  history: carriedForward(FEE_REVISION_2027, [
    recalled({
      '1': 1090,
      '2': 1072,
      '3': 1068,
      '4': 1054,
      '5': 1045,
      '6': 1027,
      '7': 1014,
      other: 1000,
    }),
  ]),
  checkedOn: '2026-11-22',
}

/** The same of services that have one price in the whole country. */
export const unitPriceFlatHundredths: Dated<number> = {
  id: 'services.charges.unit-price-flat',
  title: '1単位の単価（全国一律のサービス）',
  unit: '円（100分の1円で表す）',
  history: carriedForward(FEE_REVISION_2027, [
    { from: '2015-04-01', value: 1000, source: { text: NOTICE }, confidence: 'recalled', note: START },
  ]),
  checkedOn: '2026-11-22',
}

/** 上乗せ割合 of an area; shown only: the price comes from the table of the notice, never from a formula. */
export const areaUpliftPercent: Dated<ByArea> = {
  id: 'services.charges.area-uplift',
  title: '地域区分の上乗せ割合',
  unit: '%',
  labels: {
    '1': '1級地',
    '2': '2級地',
    '3': '3級地',
    '4': '4級地',
    '5': '5級地',
    '6': '6級地',
    '7': '7級地',
    other: 'その他',
  },
  history: [recalled({ '1': 20, '2': 16, '3': 15, '4': 12, '5': 10, '6': 6, '7': 3, other: 0 })],
  checkedOn: '2026-11-22',
}

/** Services by the group of their price. */
export const priceGroups: Dated<Readonly<Record<PriceGroup, readonly string[]>>> = {
  id: 'services.charges.price-groups',
  title: 'サービスごとの人件費割合',
  unit: '%',
  labels: {
    '70': '70％',
    '55': '55％',
    '45': '45％',
    flat: '全国一律',
    homeHelp: '訪問介護',
    homeBathing: '訪問入浴介護',
    homeNursing: '訪問看護',
    regularVisits: '定期巡回・随時対応型訪問介護看護',
    nightVisits: '夜間対応型訪問介護',
    careManagement: '居宅介護支援',
    preventiveSupport: '介護予防支援',
    homeProgramme: '訪問型サービス',
    programmeCareManagement: '介護予防ケアマネジメント',
    homeRehabilitation: '訪問リハビリテーション',
    dayRehabilitation: '通所リハビリテーション',
    dementiaDay: '認知症対応型通所介護',
    smallMulti: '小規模多機能型居宅介護',
    nursingMulti: '看護小規模多機能型居宅介護',
    shortStay: '短期入所生活介護',
    dayCare: '通所介護',
    communityDayCare: '地域密着型通所介護',
    dayProgramme: '通所型サービス',
    shortMedicalStay: '短期入所療養介護',
    residential: '特定施設入居者生活介護',
    groupHome: '認知症対応型共同生活介護',
    facility: '施設サービス',
    homeMedical: '居宅療養管理指導',
    equipment: '福祉用具貸与',
  },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2015-04-01',
      value: {
        '70': [
          'homeHelp',
          'homeBathing',
          'homeNursing',
          'regularVisits',
          'nightVisits',
          'careManagement',
          'preventiveSupport',
          'homeProgramme',
          'programmeCareManagement',
        ],
        '55': [
          'homeRehabilitation',
          'dayRehabilitation',
          'dementiaDay',
          'smallMulti',
          'nursingMulti',
          'shortStay',
        ],
        '45': [
          'dayCare',
          'communityDayCare',
          'dayProgramme',
          'shortMedicalStay',
          'residential',
          'groupHome',
          'facility',
        ],
        flat: ['homeMedical', 'equipment'],
      },
      source: { text: NOTICE },
      confidence: 'recalled',
      note: START,
    },
  ]),
  checkedOn: '2026-11-22',
}
