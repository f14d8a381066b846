import type { Dated } from '../types.ts'

/** 複数のセンターの圏域を合わせて三職種を配置するとき、each centre keeps so many of the three professions. */
export const combinedKeepsProfessions: Dated<number> = {
  id: 'evaluation.centres.combined-keeps',
  title: '圏域を合わせて配置するとき、それぞれのセンターに残す職種の数',
  unit: '種類（三職種のうち）',
  history: [
    {
      from: '2024-04-01', // before, every centre had all three
      value: 2,
      source: { text: '介護保険法施行規則第140条の66（令和6年改正）' },
      confidence: 'unverified',
      note: '改正の文は確かめていません。運営協議会の判断が要ります。',
    },
  ],
  checkedOn: '2026-11-22',
}
