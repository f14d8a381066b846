import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useClock } from '../../../ui/clock/clock.ts'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { type Conflict, newId } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { addRecord, type Course, type CourseRecord, changeRecord, refresh, withdrawRecord } from './api.ts'
import { blankRecord, RecordFields, recordBodyOf, recordEntryOf } from './record-form.tsx'
import { dayWord } from './words.ts'

type RecordPanelProps = { course: Course; isContractor: boolean; readers: string; onClose: () => void }

/** What comes next, said in the line that tells that it is stored. */
const nextWord = ({ visitDueOn, contactDueOn }: Course): string =>
  visitDueOn === null
    ? ''
    : `次の訪問は${dayWord(visitDueOn)}まで${contactDueOn ? `、連絡は${dayWord(contactDueOn)}まで` : ''}です。`

export function RecordPanel({ course, isContractor, readers, onClose }: RecordPanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const { nowMs, today } = useClock()
  const [id] = useState(() => newId(nowMs()))
  const [entry, setEntry] = useState(() => blankRecord(today()))
  const draft = useDraft(`monitoring.${course.id}`, entry, setEntry)
  return (
    <Panel title="記録する" onClose={onClose}>
      <DraftFound draft={draft} />
      <EntryForm
        label="記録"
        submitLabel="記録を保存する"
        readers={readers}
        onSubmit={async () => {
          const next = await addRecord(course.id, { ...recordBodyOf(entry), id, subject: entry.subject })
          await draft.discard().catch(() => undefined)
          onClose()
          await refresh(client)
          show(`記録を保存しました。${nextWord(next)}`)
        }}
        actions={<DraftState draft={draft} />}
      >
        <RecordFields
          entry={entry}
          set={(change) => setEntry((before) => ({ ...before, ...change }))}
          isContractor={isContractor}
        />
      </EntryForm>
    </Panel>
  )
}

type OwnPanelProps = { record: CourseRecord; readers: string; onClose: () => void }

/** One's own record, corrected. Somebody else cannot have changed it; another window of one's own can. */
export function EditRecordPanel({ record, readers, onClose }: OwnPanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const [entry, setEntry] = useState(() => recordEntryOf(record))
  const [version, setVersion] = useState(record.version)
  const onConflict = (conflict: Conflict) => setVersion((conflict.stored as CourseRecord).version)
  return (
    <Panel title={`${dayWord(record.doneOn)} の記録を直す`} onClose={onClose}>
      {version === record.version ? null : (
        <p role="alert" className="mb-3 text-danger">
          この記録は別の画面で変わりました。この内容で置きかえるときは、もう一度保存してください。
        </p>
      )}
      <EntryForm
        label="記録の修正"
        submitLabel="直した内容を保存する"
        readers={readers}
        onConflict={onConflict}
        onSubmit={async () => {
          await changeRecord(record.id, { ...recordBodyOf(entry), version })
          onClose()
          await refresh(client)
          show('記録を直しました。期限も合わせて変わりました。')
        }}
      >
        <RecordFields
          entry={entry}
          set={(change) => setEntry((before) => ({ ...before, ...change }))}
          isContractor={entry.subject === 'plan'}
          isStored
        />
      </EntryForm>
    </Panel>
  )
}

export function WithdrawPanel({ record, onClose }: Omit<OwnPanelProps, 'readers'>) {
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  return (
    <Panel title={`${dayWord(record.doneOn)} の記録を取り下げる`} onClose={onClose}>
      <p className="mb-3 text-sm">
        記録は理由とともに残り、件数に入らなくなります。この記録で済んだ期限は、元に戻ります。
      </p>
      <EntryForm
        label="取下げ"
        submitLabel="取り下げる"
        onSubmit={async () => {
          await withdrawRecord(record.id, record.version, reason)
          onClose()
          await refresh(client)
          show('記録を取り下げました。期限を元に戻しました。')
        }}
      >
        <TextField
          name="reason"
          label="取り下げる理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
