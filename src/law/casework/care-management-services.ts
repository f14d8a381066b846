import type { Dated } from '../types.ts'

/** サービス種類コード, grouped by what a month with them means for 介護予防支援・介護予防ケアマネジメント. */
export interface CareManagementServices {
  /** 予防給付 that stand on the 給付管理票: with one of them the work is 介護予防支援 (46) */
  preventiveBenefit: readonly string[]
  /** 総合事業: alone they make it 介護予防ケアマネジメント (AF) */
  programme: readonly string[]
  /** with one of them for the whole month nobody is paid for a plan */
  wholeMonthExcluded: readonly string[]
  /** short use of the last two, which does not exclude; they count as 予防給付 */
  shortUse: readonly string[]
  /** 予防給付 outside the 給付管理票, 特定施設 and グループホーム (but for short use) among them: of themselves they lead to no plan */
  outsideClaimSheet: readonly string[]
  /** グループホーム, short use too: for 要支援2 only */
  support2Only: readonly string[]
}

/** Which service makes a month one of 介護予防支援 (46), of 介護予防ケアマネジメント (AF) or of neither (CPM-01). */
export const careManagementServices: Dated<CareManagementServices> = {
  id: 'casework.care-management.services',
  title: '介護予防支援と第1号介護予防支援の対象サービス',
  unit: 'コード（サービス種類）',
  labels: {
    preventiveBenefit: '予防給付（給付管理票に載る）',
    programme: '総合事業',
    wholeMonthExcluded: '月を通じて使うと対象外',
    shortUse: '短期利用（対象外にしない）',
    outsideClaimSheet: '給付管理票に載らない予防給付',
    support2Only: '要支援2だけが使える',
  },
  history: [
    {
      from: '2018-04-01', // みなし指定 (A1, A5) ended the day before; A1 and A5 stay readable
      value: {
        preventiveBenefit: ['62', '63', '64', '66', '67', '24', '25', '26', '2B', '74', '75'],
        programme: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'AA', 'AB', 'AC', 'AD', 'AE'],
        wholeMonthExcluded: ['35', '37', '75'],
        shortUse: ['39', '69'],
        outsideClaimSheet: ['34', '35', '37', '44', '45'],
        support2Only: ['37', '39'],
      },
      source: {
        text: '指定介護予防支援に要する費用の額の算定に関する基準（平成18年厚生労働省告示第129号）注、国保連インタフェースのサービス種類コード',
      },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
