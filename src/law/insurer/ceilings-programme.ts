import type { Dated, Source } from '../types.ts'

const CAPS: Source = {
  text: '介護保険法施行令第37条の13（社会保障審議会介護保険部会第128回資料2）',
  url: 'https://www.wic-net.com/material/document/22358/59',
}

export interface SpecialBase {
  /** how much of the base may come on top where the state approved it; 0: no longer */
  upliftMaxPerMille: number
  /** whether the amount of H29 takes the place of the base */
  isBaseReplaced: boolean
}

/** 特定事情市町村 (CSP-01): those whose higher base was approved in H27–H29. */
export const ceilingsSpecialBase: Dated<SpecialBase> = {
  id: 'insurer.ceilings.special-base',
  title: '特定事情市町村の基準額の上乗せ',
  unit: '‰（基準年度の額に対する上限）',
  labels: {
    upliftMaxPerMille: '上乗せの上限（‰）',
    isBaseReplaced: '基準額を平成29年度の額に置き換える',
  },
  history: [
    {
      from: '2015-04-01',
      value: { upliftMaxPerMille: 100, isBaseReplaced: false },
      source: CAPS,
      confidence: 'seen',
    },
    {
      from: '2018-04-01',
      value: { upliftMaxPerMille: 0, isBaseReplaced: true },
      source: CAPS,
      confidence: 'seen',
      note: '平成30年度からは平成29年度の総合事業の額が基準になります。介護予防支援などを差し引くかどうかは原典未確認です。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** 上限額の端数処理: down to whole thousands of yen. */
export const ceilingsRoundingYen: Dated<number> = {
  id: 'insurer.ceilings.rounding',
  title: '地域支援事業の上限額の端数処理（切捨ての単位）',
  unit: '円',
  history: [
    {
      from: '2015-04-01',
      value: 1000,
      source: { text: '地域支援事業交付金交付要綱' },
      confidence: 'unverified',
      note: '千円未満切捨てと考えていますが、交付要綱では確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
