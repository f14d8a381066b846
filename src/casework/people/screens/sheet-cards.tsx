import type { ReactNode } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Contact } from '../schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { ConsentCard } from './consent-card.tsx'
import { ContactsCard } from './contacts-card.tsx'
import { HiddenAddress } from './hidden-address.tsx'
import { addressWord, daysWord } from './words.ts'

/** One card of the right column. */
export function Card({
  title,
  children,
  actions,
}: {
  title: string
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <section
      data-keep-together=""
      aria-label={title}
      className="rounded-lg border border-line p-3 print:px-1.5 print:py-1"
    >
      <div className="mb-1 flex items-center justify-between gap-2 print:mb-0">
        <h2 className="font-bold print:text-sm">{title}</h2>
        {actions}
      </div>
      <div className="text-sm print:text-xs print:leading-tight">{children}</div>
    </section>
  )
}

/** A line of label and value; high enough that links of two lines can be told apart by a finger. */
export const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex min-h-6 gap-2 leading-6 print:min-h-0 print:leading-tight">
    <dt className="w-20 shrink-0 text-soft">{label}</dt>
    <dd className="min-w-0 flex-1">{children}</dd>
  </div>
)

const Quiet = ({ children }: { children: ReactNode }) => <p className="text-soft">{children}</p>

type CardsProps = { sheet: Sheet; onContact: (contact: Contact) => void }

/** What there is to know, in the order of the paper. Cards of other areas follow ours. */
export function SheetCards({ sheet, onContact }: CardsProps) {
  return (
    <div className="flex flex-col gap-3 print:gap-1.5">
      <ContactsCard sheet={sheet} onEdit={onContact} />
      <HouseholdCard sheet={sheet} />
      <TasksCard sheet={sheet} />
      <ConsentCard sheet={sheet} />
      <RecordCard sheet={sheet} />
      {sheet.cards.map((card) => (
        <Card
          key={card.id}
          title={card.title}
          actions={card.link ? <Open to={card.link} of={card.title} /> : null}
        >
          <dl>
            {card.lines.map(({ label, value, link }) => (
              <Line key={label} label={label}>
                {link ? <AppLink to={link}>{value}</AppLink> : value}
              </Line>
            ))}
          </dl>
        </Card>
      ))}
    </div>
  )
}

const Open = ({ to, of }: { to: string; of: string }) => (
  <span className="text-sm print:hidden">
    <AppLink to={to} aria-label={`${of}を開く`}>
      開く
    </AppLink>
  </span>
)

function HouseholdCard({ sheet }: { sheet: Sheet }) {
  const { person, household } = sheet
  return (
    <Card title="世帯と住まい">
      <dl>
        <Line label="住所">{addressWord(person.address)}</Line>
        <Line label="続柄">{person.relationship ?? '登録なし'}</Line>
      </dl>
      {person.isProtected && sheet.abilities.includes('person.hidden-address') ? (
        <HiddenAddress personId={person.id} />
      ) : null}
      <ul className="mt-1">
        {household.members.map((member) => (
          <li key={member.id}>
            <AppLink to={`/people/${member.id}`}>{member.name}</AppLink>
            <span className="text-soft">
              {'　'}
              {[member.relationship, member.ageYears === null ? null : `${member.ageYears}歳`]
                .filter(Boolean)
                .join('　')}
            </span>
          </li>
        ))}
      </ul>
      {household.others > 0 ? <Quiet>ほかに{household.others}人（あなたの担当の外です）</Quiet> : null}
      {household.members.length + household.others === 0 ? <Quiet>同じ世帯の登録はありません</Quiet> : null}
    </Card>
  )
}

const tasksOnPaper = 4

function TasksCard({ sheet }: { sheet: Sheet }) {
  return (
    <Card title={`計画と期限（${sheet.counts.openTasks}件）`}>
      {sheet.tasks.length === 0 ? <Quiet>期限のあるものはありません</Quiet> : null}
      <ul className="flex flex-col gap-1">
        {sheet.tasks.map((task, index) => (
          <li key={task.id} className={index >= tasksOnPaper ? 'print:hidden' : ''}>
            <span className="flex flex-wrap items-center gap-x-2 print:mr-1 print:inline [&>:not(:first-child)]:print:hidden">
              <span className="tabular-nums">{formatDate(task.dueOn, 'short')}</span>
              <Status tone={task.daysLeft < 0 ? 'danger' : task.daysLeft === 0 ? 'caution' : 'neutral'}>
                {daysWord(task.daysLeft)}
              </Status>
              {task.state === 'waiting' ? <Status tone="info">回答待ち</Status> : null}
            </span>
            <span>{task.title}</span>
            <span className="text-soft">
              {'　'}
              {task.holderName ?? '担当未定'}
            </span>
          </li>
        ))}
      </ul>
      {sheet.tasks.length > tasksOnPaper ? (
        <p className="hidden print:block">ほかに{sheet.tasks.length - tasksOnPaper}件</p>
      ) : null}
    </Card>
  )
}

function RecordCard({ sheet }: { sheet: Sheet }) {
  const { person, counts, lastConsultation: last } = sheet
  const isCore = person.source === 'core-system'
  return (
    <Card title="記録">
      <dl>
        <Line label="相談">
          {counts.consultations.toLocaleString('ja-JP')}件
          {last ? (
            <>
              （最後は
              <AppLink to={`/consultations/${last.id}`}>{formatDate(last.receivedOn, 'short')}</AppLink>）
            </>
          ) : null}
        </Line>
        <Line label="資格">
          {person.insuredFrom ? `${formatDate(person.insuredFrom, 'short')} から` : '登録なし'}
          {person.insuredTo ? ` ${formatDate(person.insuredTo, 'short')} まで` : ''}
        </Line>
        <Line label="宛名番号">{person.residentNumber ?? 'なし'}</Line>
        <Line label="もと">
          {isCore
            ? `基幹系システム（${person.coreUpdatedAt ? `${formatDate(dayInJapan(person.coreUpdatedAt), 'short')} 更新` : '更新日不明'}）`
            : '手で登録'}
        </Line>
        {sheet.merges > 0 ? (
          <Line label="統合">
            <AppLink to={`/people/${person.id}/merge`}>{sheet.merges}件の記録を統合しています</AppLink>
          </Line>
        ) : null}
      </dl>
      {person.note ? (
        <p className="mt-1 whitespace-pre-wrap print:line-clamp-4">メモ: {person.note}</p>
      ) : null}
    </Card>
  )
}
