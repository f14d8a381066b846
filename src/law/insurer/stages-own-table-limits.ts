import type { Dated } from '../types.ts'

/** How many stages a municipality's own table may have: a guard against slips of the pen, no limit of law. */
export const ownTableLimits: Dated<{ min: number; max: number }> = {
  id: 'insurer.stages.own-table-limits',
  title: '市町村の段階表の段階の数',
  unit: '段階',
  history: [
    {
      from: '2015-04-01',
      value: { min: 6, max: 25 },
      source: { text: '本ソフトの決め（20段階の例: 武蔵野市）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
