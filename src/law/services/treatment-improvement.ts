import { carriedForward, FEE_REVISION_2027 } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

/** I to IV; from 2026-06 I and II have イ (I, II) and ロ (I-ro, II-ro). */
export type ImprovementGrade = 'I' | 'I-ro' | 'II' | 'II-ro' | 'III' | 'IV'
/** ‰ by grade; a grade that is not in force is absent, one whose rate was not seen is null. */
export type ImprovementRates = Readonly<Partial<Record<ImprovementGrade, number | null>>>

const R8 = {
  text: '令和8年6月からの総合事業のサービスコード（保険者向けの案内）、介護給付費分科会 2026年1月16日の報道',
  url: 'https://kizuna.esco.co.jp/support/1245',
}
const R6 = {
  text: '介護職員等処遇改善加算（令和6年6月の一本化）。一部は分科会の報道と公開された単位表で見た値',
}

/** 介護職員等処遇改善加算 of A2 訪問型 (UNT-02). */
export const homeImprovementPerMille: Dated<ImprovementRates> = {
  id: 'services.units.improvement-home',
  title: '介護職員等処遇改善加算（訪問型サービス）',
  unit: '‰',
  labels: { I: 'Ⅰ（イ）', 'I-ro': 'Ⅰロ', II: 'Ⅱ（イ）', 'II-ro': 'Ⅱロ', III: 'Ⅲ', IV: 'Ⅳ' },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2024-06-01',
      value: { I: 245, II: 224, III: 182, IV: 145 },
      source: R6,
      confidence: 'recalled',
      note: '245は見ました。ほかは記憶によります。',
    },
    {
      from: '2026-06-01',
      value: { I: 270, 'I-ro': 287, II: 249, 'II-ro': 266, III: 207, IV: 170 },
      source: R8,
      confidence: 'seen',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** 介護職員等処遇改善加算 of A6 通所型 with a 定員 of 19 or more; before 2026-06 of every A6. */
export const dayImprovementPerMille: Dated<ImprovementRates> = {
  id: 'services.units.improvement-day',
  title: '介護職員等処遇改善加算（通所型サービス、定員19人以上）',
  unit: '‰',
  labels: { I: 'Ⅰ（イ）', 'I-ro': 'Ⅰロ', II: 'Ⅱ（イ）', 'II-ro': 'Ⅱロ', III: 'Ⅲ', IV: 'Ⅳ' },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2024-06-01',
      value: { I: 92, II: 90, III: 80, IV: 64 },
      source: R6,
      confidence: 'recalled',
      note: '92と80は見ました。ほかは記憶によります。2026年5月までは定員によりません。',
    },
    {
      from: '2026-06-01',
      value: { I: 111, 'I-ro': 120, II: 109, 'II-ro': 118, III: 99, IV: 83 },
      source: R8,
      confidence: 'seen',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** The same with a 定員 below 19: told apart from 2026-06 on. */
export const smallDayImprovementPerMille: Dated<ImprovementRates> = {
  id: 'services.units.improvement-small-day',
  title: '介護職員等処遇改善加算（通所型サービス、定員19人未満）',
  unit: '‰',
  labels: { I: 'Ⅰ（イ）', 'I-ro': 'Ⅰロ', II: 'Ⅱ（イ）', 'II-ro': 'Ⅱロ', III: 'Ⅲ', IV: 'Ⅳ' },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2024-06-01',
      value: { I: 92, II: 90, III: 80, IV: 64 },
      source: R6,
      confidence: 'recalled',
      note: '2026年5月までは定員によりません。',
    },
    {
      from: '2026-06-01',
      value: { I: 117, 'I-ro': null, II: null, 'II-ro': null, III: null, IV: null },
      source: R8,
      confidence: 'seen',
      note: 'Ⅰイのほかの率は、見た資料で読み取れませんでした。',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** Whether V(1) to V(14) can still be claimed; their rates were not seen. */
export const hasTransitionalGrades: Dated<boolean> = {
  id: 'services.units.improvement-transitional',
  title: '介護職員等処遇改善加算V(1)〜(14)の有無',
  unit: '区分',
  history: [
    {
      from: '2024-06-01',
      value: true,
      source: { text: '介護職員等処遇改善加算（令和6年6月の一本化、経過措置）' },
      confidence: 'recalled',
    },
    {
      from: '2025-04-01',
      value: false,
      source: {
        text: '経過措置区分の終了（2025年3月31日まで）。須崎市の案内',
        url: 'https://www.city.susaki.lg.jp/life/detail.php?hdnKey=3023',
      },
      confidence: 'seen',
    },
  ],
  checkedOn: '2026-11-22',
}
