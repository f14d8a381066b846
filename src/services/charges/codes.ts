import type { UnitPriceArea } from '../../law/services/area-unit-price.ts'

/** 地域区分 of the notice; `unset` where nobody has said which. */
export const AREAS: Readonly<Record<UnitPriceArea | 'unset', string>> = {
  '1': '1級地',
  '2': '2級地',
  '3': '3級地',
  '4': '4級地',
  '5': '5級地',
  '6': '6級地',
  '7': '7級地',
  other: 'その他',
  unset: '未設定',
}

/** Services by the name under which the table of unit prices lists them. */
export const PRICED_SERVICES = {
  homeProgramme: '訪問型サービス（総合事業）',
  dayProgramme: '通所型サービス（総合事業）',
  programmeCareManagement: '介護予防ケアマネジメント',
  otherProgramme: 'その他の総合事業のサービス',
  preventiveSupport: '介護予防支援',
  careManagement: '居宅介護支援',
  homeHelp: '訪問介護',
  homeBathing: '訪問入浴介護',
  homeNursing: '訪問看護',
  regularVisits: '定期巡回・随時対応型訪問介護看護',
  nightVisits: '夜間対応型訪問介護',
  homeRehabilitation: '訪問リハビリテーション',
  dayRehabilitation: '通所リハビリテーション',
  dementiaDay: '認知症対応型通所介護',
  smallMulti: '小規模多機能型居宅介護',
  nursingMulti: '看護小規模多機能型居宅介護',
  shortStay: '短期入所生活介護',
  dayCare: '通所介護',
  communityDayCare: '地域密着型通所介護',
  shortMedicalStay: '短期入所療養介護',
  residential: '特定施設入居者生活介護',
  groupHome: '認知症対応型共同生活介護',
  facility: '施設サービス',
  homeMedical: '居宅療養管理指導',
  equipment: '福祉用具貸与',
} as const
