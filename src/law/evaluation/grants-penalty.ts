import type { Dated } from '../types.ts'

/** 調整交付金の増加分の減額率 (TEK-03), a proposal: nothing is law yet. */
export const grantPenaltyPerMille: Dated<number> = {
  id: 'evaluation.grants.penalty',
  title: '給付適正化に取り組まない保険者の、調整交付金の増加分の減額率',
  unit: '‰',
  history: [
    {
      from: '2027-04-01',
      value: 50,
      source: { text: '社会保障審議会介護保険部会での提案（令和9・10年度から）' },
      confidence: 'unverified',
      status: 'draft',
      note: '提案の段階です。試算のためだけに使い、はじめは使わない設定です。',
    },
  ],
  checkedOn: '2026-11-22',
}
