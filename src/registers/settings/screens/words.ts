import type { Setting } from '../schema.ts'

/** A value as the screen says it: the label of a choice, a number with its unit, or the word for "none". */
export function valueWord({ input, unit }: Pick<Setting, 'input' | 'unit'>, value: unknown): string {
  if (input.kind === 'choice') return input.choices.find(({ code }) => code === value)?.label ?? String(value)
  if (input.kind === 'yesNo') return value === true ? input.yes : input.no
  if (input.kind === 'integer')
    return value === null ? (input.blank ?? '―') : `${Number(value).toLocaleString('ja-JP')}${unit ?? ''}`
  const count = Array.isArray(value) ? value.length : Object.keys((value as object | null) ?? {}).length
  return `${count}件の取り決め`
}

/** Where a value stands against today. */
export function stateOf(
  { from, to }: { from: string; to: string | null },
  today: string,
): 'past' | 'now' | 'coming' {
  if (from > today) return 'coming'
  return to !== null && to < today ? 'past' : 'now'
}
