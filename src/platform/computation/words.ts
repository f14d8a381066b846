import { formatStepValue } from '../explanation/index.ts'
import { STEMS } from './stems.ts'

export { STATUS_WORDS } from './status-words.ts'

export type Confidence = 'seen' | 'secondary' | 'recalled' | 'unverified' | 'decided'

/** What stands beside a value or formula, by how far its source was read; null: it was. */
export const doubtOf = (confidence: Confidence | undefined): string | null =>
  confidence === undefined || confidence === 'seen' ? null : DOUBTS[confidence]

const DOUBTS = {
  secondary: '二次資料',
  recalled: '出典未確認',
  unverified: '出典未確認',
  decided: '本ソフトの決め',
} as const satisfies Record<Exclude<Confidence, 'seen'>, string>

export const ROUNDING_WORDS = {
  down: '切捨て',
  'half-up': '四捨五入',
  up: '切上げ',
  none: '端数処理なし',
} as const

/** `−51997/100000` of 円 in words an officer reads: the exact ratio, and about how much. */
export function lossText(loss: string, unit: string): string {
  const [over, under] = loss.split('/').map(Number)
  if (loss === '0' || over === undefined || under === undefined) return 'なし'
  const about = (over / under).toFixed(4).replace(/0+$/, '').replace(/\.$/, '')
  return `${loss}${unit}（約${about === '-0' ? '0' : about}${unit}）`
}

/** 円未満 → 「1円未満を四捨五入」. */
export const roundingText = (direction: keyof typeof ROUNDING_WORDS, to: number, unit: string): string =>
  direction === 'none'
    ? ROUNDING_WORDS.none
    : `${formatStepValue(to)}${unit}未満を${ROUNDING_WORDS[direction]}`

const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['PerMille', '‰'],
  ['PerMyriad', '‱'],
  ['Hundredths', '/100'],
  ['Tenths', '/10'],
  ['Persons', '人'],
  ['Percent', '%'],
  ['Points', '点'],
  ['Months', 'か月'],
  ['Minutes', '分'],
  ['Units', '単位'],
  ['Years', '年'],
  ['Times', '回'],
  ['Days', '日'],
  ['Yen', '円'],
]

/** A year is no amount: it has no separators. */
const yearUnit = (key: string): string | null =>
  /(^f|F)iscalYear$/.test(key) ? '年度' : /(^y|Y)ear$/.test(key) ? '年' : null
export const isYearUnit = (unit: string | null | undefined): boolean => unit === '年' || unit === '年度'

/** The unit that the name of a key ends with: `annualYen` → 円; null: it names none. */
export const unitOfKey = (key: string): string | null =>
  yearUnit(key) ?? UNITS.find(([ending]) => key.endsWith(ending) || key === ending.toLowerCase())?.[1] ?? null

/** What a key of an answer is called: the dictionary with its unit, else null. */
export function wordOfKey(key: string): string | null {
  const unit = unitOfKey(key)
  const stem = unit ? (UNITS.find(([ending]) => key.endsWith(ending))?.[0] ?? '') : ''
  const word = STEMS[key.slice(0, key.length - stem.length)] ?? STEMS[key]
  if (!word) return null
  return unit && stem && !isYearUnit(unit) ? `${word}（${unit}）` : word
}
