import type { Dated } from '../types.ts'

export type CriterionKey =
  | 'overall'
  | 'motor'
  | 'nutrition'
  | 'oral'
  | 'seclusion'
  | 'cognition'
  | 'depression'

/** One criterion of 様式第二: met when at least `atLeast` of `items` score. */
export interface Criterion {
  key: CriterionKey
  /** 運動機能の低下 */
  label: string
  /** as 様式第二 prints it */
  wording: string
  /** item numbers of 様式第一 that are counted */
  items: readonly number[]
  /** points, whole */
  atLeast: number
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** 基本チェックリストの基準（様式第二）: seven criteria, each on its own; any one is enough. */
export const kihonCriteria: Dated<readonly Criterion[]> = {
  id: 'casework.kihon-checklist.criteria',
  title: '基本チェックリストの基準（様式第二）',
  unit: '点（該当した質問項目の数）',
  labels: {
    key: '記号',
    label: '基準',
    wording: '様式第二の文',
    items: '数える質問項目',
    atLeast: '該当数の下限',
  },
  history: [
    {
      from: '2015-04-01',
      value: [
        {
          key: 'overall',
          label: '複数の項目に支障',
          wording: '様式第一の質問項目No.1～20までの20項目のうち10項目以上に該当（複数の項目に支障）',
          items: upTo(1, 20),
          atLeast: 10,
        },
        {
          key: 'motor',
          label: '運動機能の低下',
          wording: '様式第一の質問項目No.6～10までの5項目のうち3項目以上に該当（運動機能の低下）',
          items: upTo(6, 10),
          atLeast: 3,
        },
        {
          key: 'nutrition',
          label: '低栄養状態',
          wording: '様式第一の質問項目No.11～12の2項目のすべてに該当（低栄養状態）',
          items: [11, 12],
          atLeast: 2,
        },
        {
          key: 'oral',
          label: '口腔機能の低下',
          wording: '様式第一の質問項目No.13～15までの3項目のうち2項目以上に該当（口腔機能の低下）',
          items: upTo(13, 15),
          atLeast: 2,
        },
        {
          key: 'seclusion',
          label: '閉じこもり',
          wording: '様式第一の質問項目No.16～17の2項目のうちNo.16に該当（閉じこもり）',
          items: [16], // item 17 counts in `overall`, never here
          atLeast: 1,
        },
        {
          key: 'cognition',
          label: '認知機能の低下',
          wording: '様式第一の質問項目No.18～20までの3項目のうちいずれか1項目以上に該当（認知機能の低下）',
          items: upTo(18, 20),
          atLeast: 1,
        },
        {
          key: 'depression',
          label: 'うつ病の可能性',
          wording: '様式第一の質問項目No.21～25までの5項目のうち2項目以上に該当（うつ病の可能性）',
          items: upTo(21, 25),
          atLeast: 2,
        },
      ],
      source: { text: '介護保険法施行規則第140条の62の4第2号; 平成27年厚生労働省告示第197号 様式第二' },
      // Thresholds were seen in a public scoring library, the wording not in the notice itself: the weaker mark counts.
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
