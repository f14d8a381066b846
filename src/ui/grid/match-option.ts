import type { ChoiceOption } from './column.ts'

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\u3041-\u3096]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! + 0x60))

/** The options a text may still become, in their order; all of them for a blank one. */
export function possibleOptions<O extends ChoiceOption>(options: readonly O[], typed: string): O[] {
  const wanted = folded(typed)
  return options.filter(
    ({ code, label }) =>
      folded(code).startsWith(wanted) ||
      folded(label).startsWith(wanted) ||
      folded(`${code} ${label}`).startsWith(wanted),
  )
}

const MANY = 5
const someOf = (options: readonly ChoiceOption[]) =>
  options
    .slice(0, MANY)
    .map(({ label }) => label)
    .join('、') + (options.length > MANY ? 'など' : '')

/** The one option that is meant: by its code, its word (or both, 「1 男」), or the first letters of one only. */
export function matchOption<O extends ChoiceOption>(
  options: readonly O[],
  typed: string,
): { option: O } | { error: string } {
  const wanted = folded(typed)
  const exact =
    options.find(({ code }) => folded(code) === wanted) ??
    options.find(({ label }) => folded(label) === wanted) ??
    options.find(({ code, label }) => folded(`${code} ${label}`) === wanted)
  if (exact) return { option: exact }
  const possible = possibleOptions(options, typed)
  if (possible.length === 1) return { option: possible[0]! }
  return possible.length === 0
    ? { error: `「${typed.trim()}」はありません。${someOf(options)}から選んでください。` }
    : {
        error: `「${typed.trim()}」で始まるものは${possible.length}つあります（${someOf(possible)}）。続きを入力してください。`,
      }
}
