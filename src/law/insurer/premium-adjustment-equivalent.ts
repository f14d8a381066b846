import type { Dated } from '../types.ts'

/** 調整交付金相当額: what the nation pays on average beside its fixed share; the base leaves out 包括的支援 and 任意. */
export const adjustmentEquivalentPerMille: Dated<number> = {
  id: 'insurer.premium.adjustment-equivalent',
  title: '調整交付金相当額の割合',
  unit: '‰（標準給付費と総合事業費に対する割合）',
  history: [
    {
      from: '2000-04-01',
      value: 50,
      source: { text: '介護保険法第122条第2項' },
      confidence: 'secondary',
      note: '総合事業費が対象に加わったのは平成27年度からです。式の対象は計画の公表値で確かめました。',
    },
  ],
  checkedOn: '2026-11-22',
}
