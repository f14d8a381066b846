import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { CHANGES, labelOf, OUTCOMES, SUBJECTS, WAYS } from '../codes.ts'
import type { Course, CourseRecord } from './api.ts'
import { ConfirmPanel } from './confirm-panel.tsx'
import { EditRecordPanel, WithdrawPanel } from './record-panel.tsx'
import { dayWord } from './words.ts'

type RecordsProps = { course: Course; abilities: string[]; readers: string }
type Deed = 'edit' | 'withdraw' | 'confirm'

/** 経過: every record of the course, newest first; what was taken back stays with its reason. */
export function Records({ course, abilities, readers }: RecordsProps) {
  const [open, setOpen] = useState<{ deed: Deed; record: CourseRecord } | null>(null)
  const close = () => setOpen(null)
  return (
    <section aria-label="経過">
      <h2 className="mb-2 text-lg font-bold">経過</h2>
      {course.records.length === 0 ? (
        <Empty title="まだ記録がありません">訪問や電話をしたら、「記録する」（M）から入れます。</Empty>
      ) : (
        <ol className="flex flex-col gap-3">
          {course.records.map((record) => (
            <RecordItem
              key={record.id}
              record={record}
              abilities={course.state === 'ended' ? [] : abilities}
              onOpen={(deed) => setOpen({ deed, record })}
            />
          ))}
        </ol>
      )}
      {open?.deed === 'edit' ? (
        <EditRecordPanel key={open.record.id} record={open.record} readers={readers} onClose={close} />
      ) : null}
      {open?.deed === 'withdraw' ? <WithdrawPanel record={open.record} onClose={close} /> : null}
      {open?.deed === 'confirm' ? (
        <ConfirmPanel record={open.record} readers={readers} onClose={close} />
      ) : null}
    </section>
  )
}

type ItemProps = { record: CourseRecord; abilities: string[]; onOpen: (deed: Deed) => void }

function RecordItem({ record, abilities, onOpen }: ItemProps) {
  const isLive = record.withdrawnAt === null
  const isContractor = abilities.includes('entrustment.receive')
  const mayChange =
    isLive &&
    record.mine &&
    abilities.includes('monitoring.write') &&
    !(isContractor && record.confirmedAt !== null)
  const mayConfirm = record.needsConfirmation && abilities.includes('monitoring.confirm')
  const what = `${dayWord(record.doneOn)} ${labelOf(SUBJECTS, record.subject)}`
  return (
    <li className="border-l-2 border-line pl-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b className="tabular-nums">{formatDate(record.doneOn, 'short')}</b>
        <span>
          {labelOf(SUBJECTS, record.subject)}・{labelOf(WAYS, record.way)}
        </span>
        <ChangeWord change={record.change} />
        {record.outcome ? <Status tone="info">{labelOf(OUTCOMES, record.outcome)}</Status> : null}
        {record.needsConfirmation ? <Status tone="caution">センターの確認待ち</Status> : null}
        {isLive ? null : <Status tone="neutral">取下げ</Status>}
      </div>
      <p className="whitespace-pre-wrap">{record.result}</p>
      {record.subject === 'plan' ? (
        <p className="text-sm">
          計画の期間 {dayWord(record.planFrom)} から {dayWord(record.planTo)}
        </p>
      ) : null}
      <p className="text-xs text-soft">
        {[record.organisationName, record.staff.name].filter(Boolean).join(' ')}
        {record.minutes === null ? '　時間の記録なし' : `　${record.minutes}分`}
        {record.confirmedAt ? `　${record.confirmedByName ?? 'センター'}が確認` : ''}
        {record.withdrawnReason ? `　取下げの理由: ${record.withdrawnReason}` : ''}
      </p>
      {record.opinion ? <p className="text-sm">センターの意見: {record.opinion}</p> : null}
      <div className="flex gap-1 print:hidden">
        {mayConfirm ? (
          <Button size="small" aria-label={`${what}を確認する`} onPress={() => onOpen('confirm')}>
            確認する
          </Button>
        ) : null}
        {mayChange ? (
          <>
            <Button size="small" look="quiet" aria-label={`${what}を直す`} onPress={() => onOpen('edit')}>
              直す
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={`${what}を取り下げる`}
              onPress={() => onOpen('withdraw')}
            >
              取り下げる
            </Button>
          </>
        ) : null}
      </div>
    </li>
  )
}

function ChangeWord({ change }: { change: string }) {
  const word = labelOf(CHANGES, change)
  if (change === 'marked') return <Status tone="danger">{word}</Status>
  if (change === 'none') return <span className="text-sm text-soft">{word}</span>
  return <Status tone={change === 'some' ? 'info' : 'caution'}>{word}</Status>
}
