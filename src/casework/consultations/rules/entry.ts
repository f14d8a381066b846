/** One field that is wrong: where, which kind, and what to do about it. */
export interface EntryError {
  path: string
  code: string
  message: string
}

/** The fields whose rules reach across each other; browser and server ask the same function. */
export interface Entry {
  receivedAt: string
  receivedOn: string
  endedAt?: string | null
  personId?: string | null
  unnamed?: unknown
  urgency: string
  responderId?: string | null
  respondedAt?: string | null
  consent: string
  consentReason?: string | null
  nextAction?: string | null
  dueOn?: string | null
}

/** Nothing is recorded from before 介護保険; an older year is a slip of the hand. Our decision. */
const EARLIEST = '2000-04-01'

const isBefore = (a: string, b: string) => Temporal.Instant.compare(a, b) < 0

/**
 * What a form must not leave contradictory, CON-05 among it: 緊急 needs who responded and when.
 * @param now instant, ISO; a contact is not recorded before it happened (five minutes of clock difference are forgiven)
 */
export function entryErrors(entry: Entry, now: string): EntryError[] {
  const errors: EntryError[] = []
  const wrong = (path: string, code: string, message: string) => errors.push({ path, code, message })
  if (Boolean(entry.personId) === Boolean(entry.unnamed)) {
    wrong(
      'personId',
      'person-or-unnamed',
      '対象者: 利用者を選ぶか、氏名不明として年齢層・性別・圏域を入力してください（どちらか一方）。',
    )
  }
  if (isBefore(Temporal.Instant.from(now).add({ minutes: 5 }).toString(), entry.receivedAt)) {
    wrong('receivedAt', 'future', '受付日時: 先の時刻です。相談を受けた日時を入力してください。')
  }
  if (entry.receivedOn < EARLIEST) {
    wrong('receivedAt', 'too-early', '受付日時: 介護保険が始まる前の日です。年を確かめて直してください。')
  }
  if (entry.endedAt && isBefore(entry.endedAt, entry.receivedAt)) {
    wrong('endedAt', 'order', '終了時刻: 受付より前になっています。どちらかを直してください。')
  }
  if (entry.urgency === 'emergency' && !entry.responderId) {
    wrong('responderId', 'emergency', '対応者: 緊急のときは、だれが対応したかを選んでください。')
  }
  if (entry.urgency === 'emergency' && !entry.respondedAt) {
    wrong('respondedAt', 'emergency', '対応時刻: 緊急のときは、いつ対応したかを入力してください。')
  }
  if (entry.respondedAt && isBefore(entry.respondedAt, entry.receivedAt)) {
    wrong('respondedAt', 'order', '対応時刻: 受付より前になっています。どちらかを直してください。')
  }
  if (entry.consent === 'emergency' && !entry.consentReason) {
    wrong('consentReason', 'reason', '同意の理由: 緊急のため同意なしで対応した理由を入力してください。')
  }
  if (entry.nextAction && !entry.dueOn) {
    wrong('dueOn', 'missing', '期限: 次の対応をいつまでに行うかを入力してください。')
  }
  if (entry.dueOn && entry.dueOn < entry.receivedOn) {
    wrong('dueOn', 'order', '期限: 相談を受けた日より前です。受付日か、それより後の日を選んでください。')
  }
  return errors
}

/** The day in Japan of an instant. */
export const dayInJapan = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()

/** Days until a referral that names no day is expected to be confirmed. Our decision. */
export const REPLY_DAYS = 14

export const replyDueOn = (sentOn: string): string =>
  Temporal.PlainDate.from(sentOn).add({ days: REPLY_DAYS }).toString()
