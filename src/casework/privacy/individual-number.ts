import { findIndividualNumbers, type Span } from '../../platform/text/index.ts'

export type ScreenResult =
  | { ok: true }
  | { ok: false; code: 'individual-number'; message: string; spans: Span[] }

const message =
  '個人番号（マイナンバー）と思われる12けたの数字が含まれるため、保存しませんでした。この記録に個人番号は残せません。数字を消してください。個人番号でない場合は「個人番号ではない」を選んで保存してください。'

/**
 * PRV-02: refuses a text that holds what may be a 個人番号.
 * @param notAnIndividualNumber the writer stated that the number is another one; the caller audits this
 */
export function screenForIndividualNumber(
  text: string,
  { notAnIndividualNumber = false } = {},
): ScreenResult {
  if (notAnIndividualNumber) return { ok: true }
  const spans = findIndividualNumbers(text)
  return spans.length === 0 ? { ok: true } : { ok: false, code: 'individual-number', message, spans }
}

/** Names of the fields whose text may hold a 個人番号, in the order of the record. */
export function screenFields(record: Readonly<Record<string, string | null | undefined>>): string[] {
  return Object.keys(record).filter((field) => findIndividualNumbers(record[field] ?? '').length > 0)
}

/** A heading that announces 個人番号: 個人番号, マイナンバー, My Number, in any width. */
export function isIndividualNumberColumn(name: string): boolean {
  return /個人番号|マイナンバー|MY[\s_-]*NUMBER|KOJIN[\s_-]*BANGO/u.test(name.normalize('NFKC').toUpperCase())
}
