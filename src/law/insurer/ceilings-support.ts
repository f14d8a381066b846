import type { Dated } from '../types.ts'

const FROM = '2015-04-01'

/** 包括的支援事業（センター運営）・任意事業の上限 (CSP-02): share of the 介護給付費 of H26. */
export const ceilingsSupportSharePerMille: Dated<number> = {
  id: 'insurer.ceilings.support-share',
  title: '包括的支援事業（センターの運営）・任意事業の上限の割合',
  unit: '‰（平成26年度の介護給付費に対する割合）',
  history: [
    {
      from: FROM,
      value: 20,
      source: {
        text: '介護保険法施行令第37条の13（社会保障審議会介護保険部会第128回資料2）',
        url: 'https://www.wic-net.com/material/document/22358/60',
      },
      confidence: 'seen',
    },
  ],
  checkedOn: '2026-11-22',
}

export interface SupportByHeads {
  /** for one centre of so many aged 65 and over */
  centreYen: number
  centrePersons: number
  /** for each aged 65 and over */
  personYen: number
}

/** The same ceiling by number of those aged 65 and over, usable where it is larger. */
export const ceilingsSupportByHeadsYen: Dated<SupportByHeads> = {
  id: 'insurer.ceilings.support-by-heads',
  title: '包括的支援事業（センターの運営）・任意事業の上限（高齢者数による額）',
  unit: '円、人',
  labels: {
    centreYen: '1センターの額（円）',
    centrePersons: '1センターの高齢者数（人）',
    personYen: '高齢者1人の額（円）',
  },
  history: [
    {
      from: FROM,
      value: { centreYen: 25_000_000, centrePersons: 4500, personYen: 930 },
      source: { text: '介護保険法施行令第37条の13・地域支援事業交付金交付要綱' },
      confidence: 'unverified',
      note: '額は記憶によるもので、始まりの日も上限の制度の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}

export interface StandardAmounts {
  medicalBaseYen: number
  /** multiplied by the factor of the 交付要綱 */
  medicalScaleYen: number
  layer1Yen: number
  layer2Yen: number
  participationYen: number
  initialTeamYen: number
  dementiaPromoterYen: number
  /** for each centre */
  careMeetingYen: number
}

/** 社会保障充実分の標準額 (CSP-03). */
export const ceilingsStandardAmountsYen: Dated<StandardAmounts> = {
  id: 'insurer.ceilings.standard-amounts',
  title: '社会保障充実分の標準額',
  unit: '円（年額）',
  labels: {
    medicalBaseYen: '在宅医療・介護連携 基礎の額（円）',
    medicalScaleYen: '在宅医療・介護連携 規模の額（円）',
    layer1Yen: '生活支援体制整備 第1層（円）',
    layer2Yen: '生活支援体制整備 第2層（円）',
    participationYen: '住民参画・官民連携（円）',
    initialTeamYen: '認知症初期集中支援（円）',
    dementiaPromoterYen: '認知症地域支援推進員（円）',
    careMeetingYen: '地域ケア会議（1センター、円）',
  },
  history: [
    {
      from: FROM,
      value: {
        medicalBaseYen: 1_058_000,
        medicalScaleYen: 3_761_000,
        layer1Yen: 8_000_000,
        layer2Yen: 4_000_000,
        participationYen: 4_000_000,
        initialTeamYen: 10_266_000,
        dementiaPromoterYen: 6_802_000,
        careMeetingYen: 1_272_000,
      },
      source: { text: '地域支援事業交付金交付要綱・地域支援事業実施要綱' },
      confidence: 'unverified',
      note: '現在の額として記憶しているものです。額が決まった年度は確かめていません。住民参画・官民連携の額は特に要確認です。',
    },
  ],
  checkedOn: '2026-11-22',
}
