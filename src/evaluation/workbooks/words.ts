import type { Remark, Stays, WorkbookNote } from '../../exchange/workbook/index.ts'

/** Why a cell stays as it was. */
export const STAYS_WORDS: Readonly<Record<Stays, string>> = {
  'no-such-sheet': '様式にこのシートがありません。対応づけを直してください。',
  formula: '数式のセルです。数式はそのまま残ります。',
  'computed-range': '配列数式かデータテーブルの範囲です。数式はそのまま残ります。',
  locked: 'シートが保護され、入力できないセルです。',
  'date-cell': '日付の書式のセルです。数を書くと日付に見えます。',
  'rule-broken': 'セルの入力規則に合わない値です。値か対応づけを確かめてください。',
  'holds-words': '文字が書かれているセルです。見出しを消さないよう、そのままにします。',
}

export const REMARK_WORDS: Readonly<Record<Remark, string>> = {
  merged: '結合したセルの左上に書きます',
  percent: '百分率の書式なので、100で割って書きます（見え方は同じ）',
  'text-format': '文字列の書式のセルに、数として書きます',
  replaces: '書かれている値を置き換えます',
  hidden: '隠れている行、列、シートです',
}

export const NOTE_WORDS: Readonly<Record<WorkbookNote, string>> = {
  macros: 'マクロが入っています。マクロは動かさず、そのまま残します。',
  'external-links':
    'ほかのファイルを参照しています。参照先の値は、Excel で開いたときの確認に従ってください。',
  signed: '電子署名が付いています。記入すると署名は無効になります。',
  protected: '保護されたシートがあります。入力できないセルには書きません。',
  'not-a-worksheet': 'グラフだけのシートなどがあります。そのまま残り、ここには出ません。',
}

export const STALE_WORDS =
  '数式の結果は、Excel で開いたときに計算し直されます。開くまでは、預けた様式のときの結果のままです。'

export const CONSTANT = 'constant'
export const HAND = 'hand'
export const OWN_SOURCES: Readonly<Record<string, string>> = {
  [CONSTANT]: '決まった値',
  [HAND]: '毎年入力する',
}
