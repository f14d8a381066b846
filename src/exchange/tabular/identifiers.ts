import { localGovernmentCheckDigit, modulus10CheckDigit } from '../../platform/text/index.ts'
import { type CellValue, halfWidth, lostDigits, missing, remembering, wrong } from './values.ts'

/** An id as text, in half width; `1.72E+11` has lost its digits and is refused. */
export function readIdentifier(cell: string): CellValue<string> {
  const gap = missing(cell)
  if (gap) return gap
  return lostDigits(cell) ?? { state: 'value', value: halfWidth(cell) }
}

/**
 * 全国地方公共団体コード as six digits. Five digits are a code without its check digit (37201), or one that lost its leading
 * zero (10006 for 010006): where both readings stand, the list of codes decides, and without it nobody.
 * @param isKnown whether a code of six digits is or was in force
 */
export function readMunicipalityCode(cell: string, isKnown?: (code: string) => boolean): CellValue<string> {
  return isKnown ? municipalityCode(cell, isKnown) : byItself(cell)
}
const byItself = remembering((cell) => municipalityCode(cell))

function municipalityCode(cell: string, isKnown?: (code: string) => boolean): CellValue<string> {
  const identifier = readIdentifier(cell)
  if (identifier.state !== 'value') return identifier
  const text = identifier.value
  if (/^\d{6}$/.test(text)) {
    return hasCheckDigit(text) && isPrefecture(text)
      ? { state: 'value', value: text }
      : wrong(
          'municipality-code',
          '市区町村コードの検査数字が合いません。',
          '総務省の全国地方公共団体コード（6けた）を確かめてください。',
        )
  }
  if (!/^\d{5}$/.test(text))
    return wrong(
      'municipality-code',
      '市区町村コードは5けたか6けたの数字です。',
      '「372013」か「37201」の形に直してください。',
    )
  const completed = `${text}${localGovernmentCheckDigit(text)}`
  const restored = `0${text}`
  const readings = [
    ...(isPrefecture(completed) ? [completed] : []),
    ...(hasCheckDigit(restored) && isPrefecture(restored) ? [restored] : []),
  ]
  const fitting = isKnown && readings.length > 1 ? readings.filter(isKnown) : readings
  const [only, ...others] = fitting
  if (only !== undefined && others.length === 0) return { state: 'value', value: only }
  return wrong(
    'municipality-code-ambiguous',
    `検査数字のない5けた（${completed}）とも、初めの 0 が失われた6けた（${restored}）とも読め、決められません。`,
    '6けたで書いてください。表計算の書式は「文字列」にします。',
  )
}

export interface OfficeNumber {
  number: string
  /** false in about 0.5 % of real numbers: a warning, never a reason to refuse */
  isCheckDigitRight: boolean
}

/** 事業所番号: ten characters, a letter in third place for some kinds (B: 介護医療院). */
export function readOfficeNumber(cell: string): CellValue<OfficeNumber> {
  const identifier = readIdentifier(cell)
  if (identifier.state !== 'value') return identifier
  const number = identifier.value.toUpperCase().replace(/[\s-]/g, '')
  if (/^\d{9}$/.test(number))
    return wrong(
      'lost-zero',
      '事業所番号が9けたです。初めの 0 が失われたおそれがあります。',
      '表計算の書式を「文字列」にして、10けたで書いてください。',
    )
  if (!/^\d{2}[0-9A-HJ-NPR-Z]\d{7}$/.test(number))
    return wrong(
      'office-number',
      '事業所番号は10けたです（3けた目だけ英字があります）。',
      '指定通知書の番号を確かめてください。',
    )
  const isCheckDigitRight = modulus10CheckDigit(number.slice(0, 9)) === Number(number[9])
  return { state: 'value', value: { number, isCheckDigitRight } }
}

const hasCheckDigit = (code: string): boolean =>
  localGovernmentCheckDigit(code.slice(0, 5)) === Number(code[5])
const isPrefecture = (code: string): boolean =>
  Number(code.slice(0, 2)) >= 1 && Number(code.slice(0, 2)) <= 47
