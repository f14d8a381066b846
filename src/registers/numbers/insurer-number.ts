import { cleanCode, modulus10CheckDigit } from '../../platform/text/index.ts'
import { checkMunicipalityCode } from './municipality-code.ts'
import { type NumberResult, refuse } from './result.ts'

/**
 * NUM-02 保険者番号 of 介護保険: prefecture 2 + insurer 3 + check digit (M10W21). Not the 市区町村コード, though the first five
 * digits often agree. Eight digits with two leading zeros (国保連) are cut to six. Empty is null.
 */
export function checkInsurerNumber(text: string): NumberResult<string | null> {
  const cleaned = cleanCode(text)
  if (cleaned === '') return { ok: true, value: null }
  if (!/^\d+$/.test(cleaned))
    return refuse('characters', '保険者番号に数字でない文字があります。6けたの数字を入力してください。')
  const number = /^00\d{6}$/.test(cleaned) ? cleaned.slice(2) : cleaned
  if (number.length !== 6) {
    return refuse(
      'length',
      `介護保険の保険者番号は6けたですが、${cleaned.length}けた入力されています。けた数を確かめてください。`,
    )
  }
  const expected = number.slice(0, 5) + modulus10CheckDigit(number.slice(0, 5))
  if (number === expected) return { ok: true, value: number }
  if (checkMunicipalityCode(number).ok) {
    return refuse(
      'municipality-code',
      `${number}は市区町村コードで、保険者番号ではありません。最後の1けたがちがいます。保険者番号${expected}ではありませんか。`,
      expected,
    )
  }
  return refuse(
    'check-digit',
    `保険者番号${number}は、最後の検査数字が合いません（先頭の5けたが正しければ${expected.slice(5)}）。写しまちがいがないか確かめてください。`,
    expected,
  )
}

/** 証記載保険者番号 of 国保連 records: eight digits. @throws RangeError unless six digits */
export function padInsurerNumber(six: string): string {
  if (!/^\d{6}$/.test(six)) throw new RangeError('an insurer number has six digits')
  return six.padStart(8, '0')
}
