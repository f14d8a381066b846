import { carriedForward, PERIOD_10 } from '../carried-forward.ts'
import type { Dated, Source } from '../types.ts'

const LAW = 'https://laws.e-gov.go.jp/law/409AC0000000123'
const BENEFITS: Source = {
  text: '介護保険法第121条・第123条・第124条、介護保険の国庫負担金の算定等に関する政令',
  url: 'https://laws.e-gov.go.jp/law/410CO0000000413',
}
/** The worksheets name α and β of 第10期 only, not how the public share is divided. */
const SHARES_10 = {
  ...PERIOD_10,
  source: { text: '本ソフトの仮置き（第10期の割合が公布されるまで、第9期の割合を使う）' },
}

/** 保険料でまかなう割合: half of the benefits, by 第1号 and 第2号 together. */
export const premiumHalfPerMille: Dated<number> = {
  id: 'insurer.funding.premium-half',
  title: '給付費のうち保険料でまかなう割合（第1号と第2号の計）',
  unit: '‰',
  history: [
    {
      from: '2000-04-01',
      value: 500,
      source: { text: '介護保険法第121条～第125条', url: LAW },
      confidence: 'recalled',
      note: '第9期の割合（第1号23%、第2号27%）は公表資料で見ました。制度の初めから半分であることは記憶によります。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** The public shares of one kind of cost; 調整交付金 comes besides, 第1号 pays what is left. */
export interface BenefitShares {
  nationPerMille: number
  prefecturePerMille: number
  municipalityPerMille: number
}
export interface SharesByGroup {
  /** 居宅等給付費 */
  home: BenefitShares
  /** 施設等給付費: facilities and 特定施設 that the governor designates */
  facility: BenefitShares
  /** 介護予防・日常生活支援総合事業 */
  general: BenefitShares
}

const home: BenefitShares = { nationPerMille: 200, prefecturePerMille: 125, municipalityPerMille: 125 }
const shares: SharesByGroup = {
  home,
  facility: { nationPerMille: 150, prefecturePerMille: 175, municipalityPerMille: 125 },
  general: home,
}

/** 公費の負担割合 without 調整交付金. */
export const benefitShares: Dated<SharesByGroup> = {
  id: 'insurer.funding.benefit-shares',
  title: '給付費と総合事業費の公費の負担割合（調整交付金を除く）',
  unit: '‰',
  labels: {
    home: '居宅等給付費',
    facility: '施設等給付費',
    general: '介護予防・日常生活支援総合事業',
    nationPerMille: '国（調整交付金を除く）',
    prefecturePerMille: '都道府県',
    municipalityPerMille: '市町村',
  },
  history: carriedForward(SHARES_10, [
    {
      from: '2006-04-01',
      value: shares,
      source: BENEFITS,
      confidence: 'recalled',
      note: '第9期より前の割合と、施設等を分けた始まりの日は記憶によります。総合事業は平成27年度からの制度です。',
    },
    { from: '2024-04-01', value: shares, source: BENEFITS, confidence: 'seen' },
  ]),
  checkedOn: '2026-11-22',
}

/** 包括的支援事業・任意事業: how the public share (1 − α) is divided; there is no 第2号 and no 調整交付金. Null: no such programme yet. */
export const comprehensiveShares: Dated<BenefitShares | null> = {
  id: 'insurer.funding.comprehensive-shares',
  title: '包括的支援事業・任意事業の公費の内訳',
  unit: '‰（第1号被保険者の負担を除いた額に対する割合）',
  labels: {
    nationPerMille: '国',
    prefecturePerMille: '都道府県',
    municipalityPerMille: '市町村',
  },
  history: carriedForward(SHARES_10, [
    {
      from: '2000-04-01',
      value: null,
      source: { text: '介護保険法（平成17年改正の前）', url: LAW },
      confidence: 'recalled',
      note: '地域支援事業は第3期（平成18年度）からです。',
    },
    {
      from: '2006-04-01',
      value: { nationPerMille: 500, prefecturePerMille: 250, municipalityPerMille: 250 },
      source: { text: '介護保険法第122条の2第4項・第123条第4項・第124条第4項', url: LAW },
      confidence: 'recalled',
      note: '第7期から第9期の割合（国38.5%、県と市町村19.25%）は公表資料で見ました。',
    },
  ]),
  checkedOn: '2026-11-22',
}
