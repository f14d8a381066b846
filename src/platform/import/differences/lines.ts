import type { Difference } from '../run.ts'

export const differenceHeadings = ['状態', '対象', '項目', '今', 'これから'] as const
const WORDS: Readonly<Record<Difference['state'], string>> = {
  added: '追加',
  changed: '変更',
  removed: 'なくなる',
}

/** One line for each field that differs, for a spreadsheet; a record of which nothing is shown has one line. */
export function differenceLines({ state, key, fields, before, after }: Difference): string[][] {
  const lines = fields.map((field) => [
    WORDS[state],
    key,
    field,
    textOf(before?.[field]),
    textOf(after?.[field]),
  ])
  return lines.length > 0 ? lines : [[WORDS[state], key, '', '', '']]
}

/** Nothing there is an empty cell, never zero. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
