import { formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf } from '../../platform/documents/index.ts'
import type { Consultation } from './answers.ts'
import {
  CALLERS,
  CHANNELS,
  CONSENTS,
  CONTINUITIES,
  HOUSEHOLDS,
  labelOf,
  PROFESSIONS,
  RESPONSES,
  TOPICS,
  UNNAMED_AGE_BANDS,
  UNNAMED_SEXES,
  URGENCIES,
} from './codes.ts'
import { readConsultation } from './read.ts'
import { dayInJapan } from './rules/entry.ts'

const READERS = '対象者の担当センターと保険者の職員'
const none = '記録なし'
const taskStates: Readonly<Record<string, string>> = {
  open: '予定',
  waiting: '回答待ち',
  done: '完了',
  withdrawn: '取りやめ',
}

/** 相談記録 as one A4 PDF: the same fields as the screen. @throws 404 absent, or outside the reader's scope */
export async function printConsultation(work: Work, id: string): Promise<Buffer> {
  const record = await readConsultation(work, id)
  const now = work.clock.now()
  const [installation] = (await work.flight([
    { text: 'select is_sample from registers.insurer where insurer_id = $1', values: [work.actor.insurerId] },
  ])) as [{ is_sample: boolean }[]]
  return pdf(
    'casework/consultations/documents/consultation.typ',
    {
      ...sheetOf(record),
      made: `${formatDate(work.today)} ${timeInJapan(now.toString())}`,
      sample: installation[0]?.is_sample ? '見本（人も数字も架空です）' : undefined,
    },
    now,
  )
}

/** What the template shows; texts only, decided here so that paper and screen say the same words. */
export function sheetOf(record: Consultation) {
  return {
    title: record.withdrawnAt ? '相談記録（取下げ）' : '相談記録',
    readers: READERS,
    facts: factsOf(record),
    text: record.text,
    answer: record.answer ?? none,
    referrals: record.referrals.map((one) => [
      formatDate(one.sentOn, 'short'),
      [one.toName, one.content].filter(Boolean).join('　'),
      one.receivedAt ? formatDate(dayInJapan(one.receivedAt), 'short') : 'まだ',
      one.result ?? 'まだ',
    ]),
    tasks: record.tasks.map((task) => [
      formatDate(task.dueOn, 'short'),
      task.title,
      task.holderName ?? '',
      taskStates[task.state] ?? task.state,
    ]),
  }
}

const list = (labels: string[]) => (labels.length === 0 ? none : labels.join('、'))
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join('　') || none

function factsOf(record: Consultation): [string, string][] {
  return [
    ['対象者', subjectOf(record)],
    ['受付', `${formatDate(record.receivedOn)} ${timeInJapan(record.receivedAt)}`],
    ['所要時間', record.minutes === null ? none : `${record.minutes}分`],
    ['相談方法', `${labelOf(CHANNELS, record.channel)}　${labelOf(CONTINUITIES, record.continuity)}`],
    ['相談者', joined(labelOf(CALLERS, record.caller), record.callerName, record.callerPhone)],
    ['分類', list(record.topics.map((topic) => labelOf(TOPICS, topic)))],
    ['緊急度', urgencyOf(record)],
    ['対応', list(record.responses.map((one) => labelOf(RESPONSES, one)))],
    ['終結の理由', record.closeReason ?? ''],
    ['世帯', record.household ? labelOf(HOUSEHOLDS, record.household) : none],
    ['本人の同意', joined(labelOf(CONSENTS, record.consent), record.consentReason)],
    [
      '次の対応',
      record.dueOn ? joined(record.nextAction ?? '相談の続き', `期限 ${formatDate(record.dueOn)}`) : 'なし',
    ],
    ['記録者', `${record.staff.name}（${labelOf(PROFESSIONS, record.profession)}）`],
    ['センター', joined(record.recordedCentre?.name, record.area?.name)],
    ['取下げの理由', record.withdrawnReason ?? ''],
  ].filter((row): row is [string, string] => row[1] !== '')
}

const subjectOf = ({ person, unnamed }: Consultation): string =>
  person
    ? `${person.name}（${person.kana}）`
    : `氏名不明（${labelOf(UNNAMED_AGE_BANDS, unnamed?.ageBand ?? 'unknown')}・${labelOf(UNNAMED_SEXES, unnamed?.sex ?? 'unknown')}）`

const urgencyOf = ({ urgency, responder, respondedAt }: Consultation): string =>
  joined(
    labelOf(URGENCIES, urgency),
    responder && `対応 ${responder.name}`,
    respondedAt && timeInJapan(respondedAt),
  )

const timeInJapan = (instant: string): string => {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo')
  return `${hour}:${String(minute).padStart(2, '0')}`
}
