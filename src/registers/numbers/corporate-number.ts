import { cleanCode, corporateCheckDigit } from '../../platform/text/index.ts'
import { type NumberResult, refuse } from './result.ts'

/**
 * 法人番号: thirteen digits, the first is the check digit. A wrong one is a warning: 10 of 2,037 published ones are wrong.
 * Empty is null.
 */
export function checkCorporateNumber(text: string): NumberResult<string | null> {
  const number = cleanCode(text)
  if (number === '') return { ok: true, value: null }
  if (!/^\d+$/.test(number))
    return refuse('characters', '法人番号に数字でない文字があります。13けたの数字を入力してください。')
  if (number.length !== 13) {
    return refuse(
      'length',
      `法人番号は13けたですが、${number.length}けた入力されています。けた数を確かめてください。`,
    )
  }
  const expected = corporateCheckDigit(number.slice(1))
  if (Number(number[0]) === expected) return { ok: true, value: number }
  const message = `法人番号${number}は、先頭の検査数字が合いません（残りが正しければ${expected}）。登記や公表サイトと照らし合わせてください。`
  return { ok: true, value: number, warning: { code: 'check-digit', message } }
}
