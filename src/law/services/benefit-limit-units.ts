import type { Dated } from '../types.ts'

/** 区分支給限度基準額 by 要介護状態区分コード, units of a calendar month. */
export type BenefitLimits = Readonly<Record<'06' | '12' | '13' | '21' | '22' | '23' | '24' | '25', number>>

/** 居宅介護サービス費等・介護予防サービス費等 区分支給限度基準額 (LIM-01). 事業対象者: the 要支援1 amount as the yardstick. */
export const benefitLimitUnits: Dated<BenefitLimits> = {
  id: 'services.limits.benefit-limit',
  title: '区分支給限度基準額',
  unit: '単位（1か月）',
  labels: {
    '06': '事業対象者',
    '12': '要支援1',
    '13': '要支援2',
    '21': '要介護1',
    '22': '要介護2',
    '23': '要介護3',
    '24': '要介護4',
    '25': '要介護5',
  },
  history: [
    {
      from: '2015-04-01',
      value: {
        '06': 5003,
        '12': 5003,
        '13': 10_473,
        '21': 16_692,
        '22': 19_616,
        '23': 26_931,
        '24': 30_806,
        '25': 36_065,
      },
      source: {
        text: '居宅介護サービス費等区分支給限度基準額及び介護予防サービス費等区分支給限度基準額（平成12年厚生省告示第33号）',
      },
      confidence: 'recalled',
      note: '2019年9月までの額です。始まりの日は確かめておらず、事業対象者が設けられた2015年4月から載せています。',
    },
    {
      from: '2019-10-01', // the consumption tax of 10 %
      value: {
        '06': 5032,
        '12': 5032,
        '13': 10_531,
        '21': 16_765,
        '22': 19_705,
        '23': 27_048,
        '24': 30_938,
        '25': 36_217,
      },
      source: {
        text: '居宅介護サービス費等区分支給限度基準額（平成12年厚生省告示第33号、令和元年10月改正）、堺市「支給限度額」',
        url: 'https://www.city.sakai.lg.jp/smph/kenko/fukushikaigo/kaigo/kaigohoken/kaigoservice/gendogaku.html',
      },
      confidence: 'recalled',
      note: '要支援・要介護の額は市の資料で見ました。事業対象者の額は、要支援1の額を目安とする扱いです（出典未確認）。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** What a line of a plan is, as far as the limit is concerned. */
export type PlannedKind =
  | 'service'
  | 'entrusted'
  | 'homeMedical'
  | 'residential'
  | 'improvement'
  | 'specialArea'
  | 'structure'

/** Lines that do not count towards the limit (LIM-01 c). */
export const outsideBenefitLimit: Dated<readonly PlannedKind[]> = {
  id: 'services.limits.outside',
  title: '区分支給限度基準額に含めないもの',
  unit: '項目',
  labels: {
    entrusted: '委託・補助の総合事業',
    homeMedical: '居宅療養管理指導',
    residential: '特定施設・グループホーム（短期利用を除く）',
    improvement: '介護職員等処遇改善加算',
    specialArea: '特別地域加算など',
    structure: 'サービス提供体制強化加算',
  },
  history: [
    {
      from: '2015-04-01',
      value: ['entrusted', 'homeMedical', 'residential', 'improvement', 'specialArea', 'structure'],
      source: { text: '区分支給限度基準額の対象外（平成12年厚生省告示第33号、総合事業の指針）' },
      confidence: 'recalled',
      note: '居宅療養管理指導と入居の2つは市の資料で見ました。加算と委託・補助の総合事業は記憶によります。',
    },
  ],
  checkedOn: '2026-11-22',
}
