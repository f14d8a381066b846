import { cleanCode, localGovernmentCheckDigit } from '../../platform/text/index.ts'
import { isPrefectureCode, type NumberResult, refuse } from './result.ts'

/**
 * NUM-01 全国地方公共団体コード (JIS X 0401/0402): prefecture 2 + municipality 3 + check digit.
 * Five digits are a code without its check digit and are completed. With `known` (six-digit codes of the code list) a five-digit
 * code that lost its leading zero in a spreadsheet (11002 for 011002) is told apart.
 * @returns six digits
 */
export function checkMunicipalityCode(text: string, known?: ReadonlySet<string>): NumberResult {
  const code = cleanCode(text)
  if (code === '')
    return refuse(
      'blank',
      '市区町村コードが入力されていません。6けた（または検査数字を除く5けた）の数字を入力してください。',
    )
  if (!/^\d+$/.test(code))
    return refuse('characters', '市区町村コードに数字でない文字があります。数字だけで入力してください。')
  if (code.length === 5) return fiveDigits(code, known)
  if (code.length !== 6) {
    return refuse(
      'length',
      `市区町村コードは6けた（または検査数字を除く5けた）ですが、${code.length}けた入力されています。けた数を確かめてください。`,
    )
  }
  return sixDigits(code)
}

/** Five digits with their check digit: 13113 → 131130. @throws RangeError unless five digits */
export function completeMunicipalityCode(five: string): string {
  return `${five}${localGovernmentCheckDigit(five)}`
}

function sixDigits(code: string): NumberResult {
  if (!isPrefectureCode(code.slice(0, 2))) return wrongPrefecture(code)
  const expected = completeMunicipalityCode(code.slice(0, 5))
  if (code === expected) return { ok: true, value: code }
  return refuse(
    'check-digit',
    `市区町村コード${code}は、最後の検査数字が合いません（先頭の5けたが正しければ${expected.slice(5)}）。写しまちがいがないか確かめてください。`,
    expected,
  )
}

function fiveDigits(code: string, known: ReadonlySet<string> | undefined): NumberResult {
  const completed = isPrefectureCode(code.slice(0, 2)) ? completeMunicipalityCode(code) : undefined
  const padded = sixDigits(`0${code}`).ok ? `0${code}` : undefined
  const candidates = [completed, padded].filter((c) => c !== undefined)
  const listed = known ? candidates.filter((c) => known.has(c)) : []
  if (listed.length === 2) {
    return refuse('ambiguous', `${code}は${completed}とも${padded}とも読めます。6けたで入力してください。`)
  }
  const value = listed[0] ?? candidates[0]
  return value === undefined ? wrongPrefecture(code) : { ok: true, value }
}

function wrongPrefecture(code: string): NumberResult {
  return refuse(
    'prefecture',
    `市区町村コード${code}の先頭2けたは都道府県（01から47）ではありません。先頭の0が落ちていないか確かめてください。`,
  )
}
