import { type CellValue, halfWidth, missing, remembering, wrong } from './values.ts'

/** partly: △, which is neither; what it means is said by the list itself. */
export type Mark = 'yes' | 'partly' | 'no'

// ○ and ◯ are U+25CB and U+25EF, 〇 is the digit zero of 漢数字 (U+3007); ◎ stands above ○ where a list has both
const marks: Readonly<Record<string, Mark>> = {
  ...Object.fromEntries(
    [
      '○',
      '〇',
      '◯',
      '◎',
      '●',
      '1',
      '有',
      '有り',
      'あり',
      '対応',
      '可',
      'はい',
      '✓',
      '✔',
      '☑',
      'TRUE',
      'YES',
      'Y',
    ].map((m) => [m, 'yes']),
  ),
  ...Object.fromEntries(['△', '▲', '一部', '一部対応'].map((m) => [m, 'partly'])),
  ...Object.fromEntries(
    [
      '×',
      '✕',
      '✖',
      '✗',
      'X',
      '0',
      '無',
      '無し',
      'なし',
      '非対応',
      '不可',
      'いいえ',
      '☐',
      'FALSE',
      'NO',
      'N',
    ].map((m) => [m, 'no']),
  ),
}

/**
 * ○ 〇 ◯ 1 有 対応 · △ · × 0 無: the three conventions of published lists. Blank is missing: the official mark is 「1」 or nothing,
 * so a caller who knows the list may take it as no.
 */
export const readMark: (cell: string) => CellValue<Mark> = remembering((cell) => {
  const text = halfWidth(cell).toUpperCase()
  const mark = marks[text]
  if (mark !== undefined) return { state: 'value', value: mark }
  return (
    missing(cell) ??
    wrong(
      'not-a-mark',
      '有無の印として読めません。',
      '「○」「×」か「1」「0」、「有」「無」のどれかに直してください。',
    )
  )
})
