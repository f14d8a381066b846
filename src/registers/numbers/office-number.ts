import { characterValue, cleanCode, modulus10CheckDigit } from '../../platform/text/index.ts'
import { isPrefectureCode, type NumberRefusal, type NumberResult, refuse } from './result.ts'

/** 事業所区分, the third place. A place not listed here is not refused: the list is published in several states. */
export const officeKinds: Readonly<Record<string, string>> = {
  0: '地域包括支援センター',
  1: '医療機関（医科）',
  3: '医療機関（歯科）',
  4: '薬局',
  5: '介護老人保健施設',
  6: '訪問看護ステーション',
  7: '指定事業所',
  8: '基準該当事業所',
  9: '地域密着型サービス事業所',
  A: '総合事業の事業所',
  B: '介護医療院',
}

/**
 * NUM-04 事業所番号: prefecture 2 + 事業所区分 1 + 郡市区 2 + serial 4 + check digit (M10W21). Only the third place may be a letter
 * (capital, without I, O, Q).
 * @param mode strict refuses a wrong check digit; warn keeps the number with a warning, and so a prefecture
 *   that does not exist (0.5 % of published numbers and the test data of other systems break the rule)
 */
export function checkOfficeNumber(text: string, mode: 'strict' | 'warn' = 'strict'): NumberResult {
  const number = cleanCode(text)
  if (number === '')
    return refuse('blank', '事業所番号が入力されていません。10けたの番号を入力してください。')
  if (number.length !== 10) {
    return refuse(
      'length',
      `事業所番号は10けたですが、${number.length}けた入力されています。けた数を確かめてください。`,
    )
  }
  if (!/^\d{2}.\d{7}$/.test(number) || characterValue(number[2] ?? '') === undefined) {
    return refuse(
      'characters',
      '事業所番号で英字を使えるのは3けた目だけで、I・O・Qは使いません。数字の1・0と取りちがえていないか確かめてください。',
    )
  }
  const wrong = wrongCheckDigit(number) ?? wrongPrefecture(number)
  if (wrong === undefined) return { ok: true, value: number }
  if (mode === 'strict') return wrong
  return { ok: true, value: number, warning: { code: wrong.code, message: wrong.message } }
}

function wrongCheckDigit(number: string): NumberRefusal | undefined {
  const expected = number.slice(0, 9) + modulus10CheckDigit(number.slice(0, 9))
  if (number === expected) return undefined
  const message = `事業所番号${number}は、最後の検査数字が合いません（先頭の9けたが正しければ${expected.slice(9)}）。指定の通知書と照らし合わせてください。`
  return refuse('check-digit', message, expected)
}

function wrongPrefecture(number: string): NumberRefusal | undefined {
  if (isPrefectureCode(number.slice(0, 2))) return undefined
  return refuse(
    'prefecture',
    `事業所番号${number}の先頭2けたは都道府県（01から47）ではありません。番号を確かめてください。`,
  )
}
