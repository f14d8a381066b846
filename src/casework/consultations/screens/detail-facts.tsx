import type { ReactNode } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { timeInJapan } from '../../../ui/clock/clock.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Status } from '../../../ui/status/index.ts'
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
} from '../codes.ts'
import type { Record } from './api.ts'

const notRecorded = '記録なし'
const list = (labels: string[]) => (labels.length === 0 ? notRecorded : labels.join('、'))

/** Every field of the record in the order of the call; what nobody wrote down says so. */
export function Facts({ record }: { record: Record }) {
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:block">
      <div className="flex flex-col gap-4">
        <Text title="相談の内容">{record.text}</Text>
        <Text title="対応の内容">{record.answer ?? notRecorded}</Text>
        <Tasks record={record} />
      </div>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 self-start text-sm [&>*]:border-b [&>*]:border-line [&>*]:py-1">
        {factsOf(record).map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
    </div>
  )
}

const Fact = ({ label, value }: { label: string; value: ReactNode }) => (
  <>
    <dt className="text-soft">{label}</dt>
    <dd className="tabular-nums">{value}</dd>
  </>
)

function factsOf(record: Record): [label: string, value: ReactNode][] {
  const { unnamed } = record
  const about: [string, ReactNode][] = unnamed
    ? [
        [
          '対象者',
          `氏名不明（${labelOf(UNNAMED_AGE_BANDS, unnamed.ageBand)}・${labelOf(UNNAMED_SEXES, unnamed.sex)}）`,
        ],
      ]
    : []
  const response: [string, ReactNode][] = record.responder
    ? [
        [
          '緊急の対応',
          `${record.responder.name} ${record.respondedAt ? timeInJapan(record.respondedAt) : ''}`,
        ],
      ]
    : []
  return [
    ...about,
    ['受付', `${formatDate(record.receivedOn)} ${timeInJapan(record.receivedAt)}`],
    ['所要時間', record.minutes === null ? notRecorded : `${record.minutes}分`],
    ['相談方法', labelOf(CHANNELS, record.channel)],
    ['新規・継続', labelOf(CONTINUITIES, record.continuity)],
    [
      '相談者',
      [labelOf(CALLERS, record.caller), record.callerName, record.callerPhone].filter(Boolean).join('　'),
    ],
    ['分類', list(record.topics.map((topic) => labelOf(TOPICS, topic)))],
    [
      '緊急度',
      record.urgency === 'emergency' ? (
        <Status key="urgency" tone="danger">
          {labelOf(URGENCIES, record.urgency)}
        </Status>
      ) : (
        labelOf(URGENCIES, record.urgency)
      ),
    ],
    ...response,
    ['対応', list(record.responses.map((one) => labelOf(RESPONSES, one)))],
    ...(record.closeReason ? [['終結の理由', record.closeReason] as [string, ReactNode]] : []),
    ['世帯', record.household ? labelOf(HOUSEHOLDS, record.household) : notRecorded],
    ['本人の同意', [labelOf(CONSENTS, record.consent), record.consentReason].filter(Boolean).join('　')],
    [
      '次の対応',
      record.dueOn ? `${record.nextAction ?? '相談の続き'}（期限 ${formatDate(record.dueOn)}）` : 'なし',
    ],
    ['記録者', `${record.staff.name}（${labelOf(PROFESSIONS, record.profession)}）`],
    ['記録センター', record.recordedCentre?.name ?? notRecorded],
    ['担当・圏域', [record.centre?.name, record.area?.name].filter(Boolean).join('　') || notRecorded],
    ...(record.abuseCaseId
      ? [
          [
            '虐待対応',
            <Status key="abuse" tone="danger">
              対応を開始しています
            </Status>,
          ] as [string, ReactNode],
        ]
      : []),
  ]
}

const Text = ({ title, children }: { title: string; children: string }) => (
  <section aria-label={title}>
    <h2 className="font-bold">{title}</h2>
    <p className="whitespace-pre-wrap">{children}</p>
  </section>
)

const states: { [state: string]: string } = {
  open: '予定',
  waiting: '回答待ち',
  done: '完了',
  withdrawn: '取りやめ',
}

function Tasks({ record: { tasks } }: { record: Record }) {
  if (tasks.length === 0) return null
  return (
    <section aria-label="この相談からの予定">
      <h2 className="font-bold">この相談からの予定</h2>
      <ul className="text-sm">
        {tasks.map((task) => (
          <li key={task.id} className="flex flex-wrap gap-x-3 border-b border-line py-1">
            <Status tone={task.state === 'done' ? 'good' : 'neutral'}>
              {states[task.state] ?? task.state}
            </Status>
            <span className="tabular-nums">{formatDate(task.dueOn, 'short')}</span>
            <span>{task.title}</span>
            <span className="text-soft">{task.holderName}</span>
          </li>
        ))}
      </ul>
      <p className="text-sm print:hidden">
        <AppLink to="/">きょうの画面</AppLink>で完了・延期・引き継ぎができます。
      </p>
    </section>
  )
}
