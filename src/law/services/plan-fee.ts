import { carriedForward, FEE_REVISION_2027 } from '../carried-forward.ts'
import type { Dated, Source } from '../types.ts'

const NOTICE: Source = {
  text: '指定介護予防支援に要する費用の額の算定に関する基準（平成18年厚生労働省告示第129号）',
}
const R6: Source = { text: `${NOTICE.text}、令和6年度介護報酬改定、公開された請求ソフトの表` }
const R8: Source = { text: `${NOTICE.text}、令和8年6月の改定、公開された請求ソフトの表` }

/** One price of 介護予防支援費 with its サービスコード; null: the sheet does not know the code. */
export interface PlanFee {
  units: number
  code: string | null
}
/** centre: (I) 地域包括支援センター · careOffice: (II) 居宅介護支援事業者, null where it cannot be designated. */
export interface PlanFees {
  centre: PlanFee
  careOffice: PlanFee | null
}

/** 介護予防支援費 a month (FEE-01). */
export const preventiveSupportUnits: Dated<PlanFees> = {
  id: 'services.charges.preventive-support-fee',
  title: '介護予防支援費',
  unit: '単位（1か月）',
  labels: {
    centre: '(I) 地域包括支援センター',
    careOffice: '(II) 居宅介護支援事業者',
    units: '単位',
    code: 'サービスコード',
  },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2021-04-01',
      value: { centre: { units: 438, code: null }, careOffice: null },
      source: NOTICE,
      confidence: 'recalled',
    },
    {
      from: '2024-04-01', // 居宅介護支援事業者 may be designated
      value: { centre: { units: 442, code: '461111' }, careOffice: { units: 472, code: '461112' } },
      source: R6,
      confidence: 'seen',
    },
    {
      from: '2026-06-01',
      value: { centre: { units: 442, code: '462111' }, careOffice: { units: 472, code: '462121' } },
      source: R8,
      confidence: 'seen',
      note: '公開された請求ソフトの表で見たもので、告示のコード表は確かめていません。',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** 初回加算 and 委託連携加算, units. */
export const planFeeAdditionUnits: Dated<{ initial: number; entrustment: number }> = {
  id: 'services.charges.plan-fee-additions',
  title: '介護予防支援費の初回加算・委託連携加算',
  unit: '単位（1回）',
  labels: { initial: '初回加算', entrustment: '委託連携加算' },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2021-04-01',
      value: { initial: 300, entrustment: 300 },
      source: NOTICE,
      confidence: 'recalled',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** 初回加算: months before the plan in which this provider must not have supported the person (過去二月). */
export const initialAdditionGapMonths: Dated<number> = {
  id: 'services.charges.initial-addition-gap',
  title: '初回加算の「過去二月」',
  unit: 'か月',
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2015-04-01',
      value: 2,
      source: { text: '平成27年度介護報酬改定に関するQ&A 問189' },
      confidence: 'recalled',
      note: '問答の本文は見ていません。',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** Additions by region, of (II) only; null: not in the fee yet. */
export interface RegionalRates {
  special: number
  hillySmall: number
  hillyResident: number
}
export const planFeeRegionalPerMille: Dated<RegionalRates | null> = {
  id: 'services.charges.plan-fee-regional',
  title: '介護予防支援費(II)の特別地域加算など',
  unit: '‰',
  labels: {
    special: '特別地域加算',
    hillySmall: '中山間地域等における小規模事業所加算',
    hillyResident: '中山間地域等に居住する者へのサービス提供加算',
  },
  history: carriedForward(FEE_REVISION_2027, [
    { from: '2021-04-01', value: null, source: NOTICE, confidence: 'recalled' },
    {
      from: '2024-04-01',
      value: { special: 150, hillySmall: 100, hillyResident: 50 },
      source: R6,
      confidence: 'recalled',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** 減算; null: not in the fee yet. */
export interface PlanFeeReductions {
  abusePrevention: number | null
  continuityPlan: number | null
}
export const planFeeReductionPerMille: Dated<PlanFeeReductions> = {
  id: 'services.charges.plan-fee-reductions',
  title: '介護予防支援費の減算（高齢者虐待防止、業務継続計画）',
  unit: '‰',
  labels: { abusePrevention: '高齢者虐待防止措置未実施減算', continuityPlan: '業務継続計画未策定減算' },
  history: carriedForward(FEE_REVISION_2027, [
    {
      from: '2021-04-01',
      value: { abusePrevention: null, continuityPlan: null },
      source: NOTICE,
      confidence: 'recalled',
    },
    {
      from: '2024-04-01',
      value: { abusePrevention: 10, continuityPlan: null },
      source: R6,
      confidence: 'recalled',
    },
    {
      from: '2025-04-01', // 経過措置 of 業務継続計画 ended
      value: { abusePrevention: 10, continuityPlan: 10 },
      source: R6,
      confidence: 'recalled',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** 介護職員等処遇改善加算 of 介護予防支援; null: not in the fee yet. */
export const planFeeImprovementPerMille: Dated<number | null> = {
  id: 'services.charges.plan-fee-improvement',
  title: '介護予防支援の介護職員等処遇改善加算',
  unit: '‰',
  history: carriedForward(FEE_REVISION_2027, [
    { from: '2021-04-01', value: null, source: NOTICE, confidence: 'seen' },
    {
      from: '2026-06-01',
      value: 21,
      source: {
        text: '令和8年度介護報酬改定（社会保障審議会介護給付費分科会 2026年1月16日の報道）',
        url: 'https://www.joint-kaigo.com/articles/43335',
      },
      confidence: 'seen',
      note: '2026年度は、要件を後で満たすという誓約でも算定できます。2027年度からの要件は確かめていません。',
    },
  ]),
  checkedOn: '2026-11-22',
}
