import { formatDate, isIsoDate } from '../../../platform/calendar/index.ts'
import type { AsOnField } from '../../../platform/contributes/index.ts'

const CODES: Readonly<Record<string, string>> = {
  male: '男',
  female: '女',
  other: 'その他',
  unknown: '不明',
  known: '確か',
  'day-unknown': '日が不明',
  'month-unknown': '月日が不明',
  'year-unknown': '年月日が不明',
}
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** A stored value as people read it: nothing is an empty text, which is neither 0 nor いいえ. */
export function valueWord(value: unknown, field: AsOnField, nameOf: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => valueWord(one, field, nameOf)).join('、')
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return value.toLocaleString('ja-JP')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  const word = field.words?.[text] ?? nameOf.get(text) ?? (field.words ? undefined : CODES[text])
  if (word !== undefined) return word
  if (isIsoDate(text)) return formatDate(text)
  return INSTANT.test(text) ? instantWord(text) : text
}

function instantWord(text: string): string {
  const at = Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Tokyo')
  const time = `${at.hour}:${String(at.minute).padStart(2, '0')}`
  return `${formatDate(at.toPlainDate().toString() as never)} ${time}`
}
