import type { Dated } from '../types.ts'

/** A 体制・取組 sub-item that so many municipalities earn, and we do not, is looked at first. */
export const quickWinLeastPerMille: Dated<number> = {
  id: 'evaluation.grants.quick-win-least',
  title: '多くの市町村が得点している小項目とみなす割合',
  unit: '‰（得点した市町村の割合）',
  history: [
    {
      from: '2024-04-01',
      value: 600,
      source: { text: '本ソフトの決め（計画作成の実務で使われる6割にならう）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
