import { formatDate, isIsoDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import {
  CALLERS,
  CHANNELS,
  CONSENTS,
  CONTINUITIES,
  type Code,
  HOUSEHOLDS,
  labelOf,
  RESPONSES,
  TOPICS,
  UNNAMED_AGE_BANDS,
  UNNAMED_SEXES,
  URGENCIES,
} from '../codes.ts'

const words: { [field: string]: [word: string, codes?: readonly Code[]] } = {
  receivedAt: ['受付日時'],
  receivedOn: ['受付日'],
  receivedDay: ['受付日'],
  receivedTime: ['受付時刻'],
  endedAt: ['終了時刻'],
  minutes: ['所要時間（分）'],
  channel: ['相談方法', CHANNELS],
  continuity: ['新規・継続', CONTINUITIES],
  caller: ['相談者', CALLERS],
  callerName: ['相談者の氏名'],
  callerPhone: ['相談者の電話'],
  household: ['世帯', HOUSEHOLDS],
  topics: ['分類', TOPICS],
  urgency: ['緊急度', URGENCIES],
  responderId: ['緊急の対応者'],
  respondedAt: ['対応時刻'],
  respondedTime: ['対応時刻'],
  text: ['相談の内容'],
  answer: ['対応の内容'],
  responses: ['対応', RESPONSES],
  consent: ['本人の同意', CONSENTS],
  consentReason: ['同意の理由'],
  nextAction: ['次の対応'],
  dueOn: ['期限'],
  closeReason: ['終結の理由'],
  unnamedAgeBand: ['年齢層', UNNAMED_AGE_BANDS],
  unnamedSex: ['性別', UNNAMED_SEXES],
  withdrawnAt: ['取下げ'],
  withdrawnReason: ['取下げの理由'],
}

/** The word of a field, or null for what is machinery and nobody wrote. */
export const fieldWord = (field: string): string | null => words[field]?.[0] ?? null

/** A stored value in words: labels for codes, 和暦 for days and instants; nothing written is 「なし」. */
export function valueWord(field: string, value: unknown): string {
  const codes = words[field]?.[1] ?? []
  if (value === null || value === undefined || value === '') return 'なし'
  if (Array.isArray(value))
    return value.length === 0 ? 'なし' : value.map((one) => labelOf(codes, String(one))).join('、')
  const text = String(value)
  if (codes.length > 0) return labelOf(codes, text)
  if (isIsoDate(text)) return formatDate(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${formatDate(dayInJapan(text))} ${timeInJapan(text)}`
  return text
}
