import type { Dated } from '../types.ts'

export interface WarningLimits {
  /** users against the year before, both ways */
  usersChangePerMille: number
  /** benefit for each user against the year before, both ways */
  benefitPerUserPerMille: number
  /** cells (sex × ages × level) whose rate hit the limit, of all */
  clampedCellsPerMille: number
}

/** From where a projection asks to be looked at. */
export const warningLimits: Dated<WarningLimits> = {
  id: 'insurer.projection.warnings',
  title: '将来推計で確かめを促す幅',
  unit: '‰',
  labels: {
    usersChangePerMille: '利用者数の前年比の幅（‰）',
    benefitPerUserPerMille: '1人あたり給付費の前年比の幅（‰）',
    clampedCellsPerMille: '幅に達したセルの割合（‰）',
  },
  history: [
    {
      from: '2026-04-01',
      value: { usersChangePerMille: 100, benefitPerUserPerMille: 100, clampedCellsPerMille: 100 },
      source: { text: '本ソフトの決め（前年比10%は計画作成の実務資料、上限に達したセルの割合は本ソフト）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
