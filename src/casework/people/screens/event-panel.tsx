import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { CheckChoice, RadioChoice } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { EVENT_KINDS, INFORMATION_SOURCES } from '../codes.ts'
import type { EventBody, EventPreview } from '../events/schema.ts'
import type { Sheet, SheetPerson } from '../schema-sheet.ts'
import { colleaguesQuery, refreshPerson } from './api.ts'
import { cancelEvent, previewEvent, recordEvent } from './api-life.ts'
import { readersOnly } from './person-page.tsx'

type Kind = EventBody['kind']
type PanelProps = { sheet: Sheet; onClose: () => void }

const kinds = Object.entries(EVENT_KINDS).map(([value, label]) => ({ value, label }))
const sources = Object.entries(INFORMATION_SOURCES).map(([value, label]) => ({ value, label }))

/** 死亡・転出 known before the notification: what it leads to stands above the form, before anything is stored. */
export function EventPanel({ sheet, onClose }: PanelProps) {
  const { person } = sheet
  const free = kinds.filter(({ value }) => (value === 'died' ? person.diedOn : person.movedOutOn) === null)
  const [kind, setKind] = useState<Kind>((free[0]?.value ?? 'died') as Kind)
  const preview = useQuery({
    queryKey: ['person', person.id, 'event-preview', kind],
    queryFn: () => previewEvent(person.id, kind),
  })
  return (
    <Panel title="死亡・転出を記録する" onClose={onClose}>
      <p className="mb-3 text-sm">
        届出の前に知ったときに記録します。届出は基幹システムから取り込まれ、そのときに確かめられます。
      </p>
      <div className="mb-4">
        <RadioChoice
          name="kind"
          label="何があったか"
          options={free}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          isInline
        />
      </div>
      {preview.error ? <Failure error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.data ? (
        <>
          <Consequences preview={preview.data} />
          <EventForm key={kind} sheet={sheet} kind={kind} preview={preview.data} onClose={onClose} />
        </>
      ) : preview.error ? null : (
        <Loading />
      )}
    </Panel>
  )
}

function Consequences({ preview: { ends, stays, accesses, further } }: { preview: EventPreview }) {
  return (
    <section
      aria-labelledby="consequences-heading"
      className="mb-4 rounded-lg border border-line bg-ground p-3 text-sm"
    >
      <h3 id="consequences-heading" className="font-bold">
        記録すると、次のようになります
      </h3>
      <ul className="list-disc pl-5">
        <li>電話・郵送を止める印がつきます。</li>
        <li>
          {ends.length === 0
            ? '終わる予定はありません。'
            : `終わっていない予定${ends.length}件を取りやめます。`}
          <Tasks tasks={ends} />
        </li>
        {stays.length > 0 ? (
          <li>
            次の予定は続きます。
            <Tasks tasks={stays} />
          </li>
        ) : null}
        {accesses.length > 0 ? (
          <li>
            {[...new Set(accesses.map(({ holderName }) => holderName))].join('、')}{' '}
            の閲覧は、その日で終わります。
          </li>
        ) : null}
        {further.map(({ text, count }) => (
          <li key={text}>
            {text}（{count.toLocaleString('ja-JP')}件）
          </li>
        ))}
        <li>あとから取り消せば、すべて元に戻ります。</li>
      </ul>
    </section>
  )
}

const Tasks = ({ tasks }: { tasks: EventPreview['ends'] }) =>
  tasks.length === 0 ? null : (
    <ul className="text-soft">
      {tasks.map(({ id, title, dueOn, holderName }) => (
        <li key={id} className="tabular-nums">
          {formatDate(dueOn as IsoDate, 'short')} {title}（{holderName ?? '担当未定'}）
        </li>
      ))}
    </ul>
  )

type FormProps = PanelProps & { kind: Kind; preview: EventPreview }

function EventForm({ sheet, kind, preview, onClose }: FormProps) {
  const { person } = sheet
  const client = useQueryClient()
  const show = useToast()
  const { session } = useSession()
  const colleagues = useQuery(colleaguesQuery)
  const [version, setVersion] = useState(person.version)
  const [happenedOn, setDay] = useState<IsoDate | null>(null)
  const [source, setSource] = useState('')
  const [confirmedBy, setConfirmedBy] = useState(session.staff.id)
  const [movedTo, setMovedTo] = useState('')
  const [note, setNote] = useState('')
  const [tasks, setTasks] = useState(preview.closing.map(({ code }) => code))
  const word = EVENT_KINDS[kind]
  const save = async () => {
    const stored = await recordEvent(person.id, {
      version,
      kind,
      happenedOn: happenedOn ?? '',
      informationSource: source as EventBody['informationSource'],
      confirmedBy,
      movedTo: movedTo.trim() || null,
      note: note.trim() || null,
      tasks,
    })
    await refreshPerson(client, person.id)
    onClose()
    show(`${word}を記録しました。予定${stored.withdrawn}件を取りやめ、${stored.added}件を作りました`, {
      undo: async () => {
        await cancelEvent(person.id, stored.id, { version: 1, reason: '記録の直後に取り消し' })
        await refreshPerson(client, person.id)
      },
    })
  }
  const staff = colleagues.data ?? []
  const all = staff.some(({ id }) => id === session.staff.id) ? staff : [session.staff, ...staff]
  return (
    <EntryForm
      label={`${word}の記録`}
      submitLabel={`${word}を記録する`}
      readers={readersOnly(sheet)}
      onSubmit={save}
      onConflict={(conflict: Conflict) => {
        setVersion((conflict.stored as SheetPerson).version)
        show('ほかの人が先に直しました。内容を確かめて、もう一度記録してください。', { tone: 'danger' })
      }}
    >
      <DateField
        name="happenedOn"
        label={kind === 'died' ? '亡くなった日' : '転出した日'}
        value={happenedOn}
        onChange={setDay}
        limits={{ notAfter: sheet.today as IsoDate }}
        isRequired
        offersToday
      />
      <SelectField
        name="informationSource"
        label="情報源"
        value={source}
        onChange={setSource}
        options={sources}
        isRequired
      />
      <SelectField
        name="confirmedBy"
        label="確認者"
        value={confirmedBy}
        onChange={setConfirmedBy}
        options={all.map(({ id, name }) => ({ value: id, label: name }))}
        isRequired
        isComplete
      />
      {kind === 'moved-out' ? (
        <TextField
          name="movedTo"
          label="転出先"
          description="わかる範囲で。"
          value={movedTo}
          onChange={setMovedTo}
          maxLength={100}
        />
      ) : null}
      <TextField name="note" label="メモ" value={note} onChange={setNote} isLong rows={2} maxLength={500} />
      <CheckChoice
        name="tasks"
        label="担当者の予定にする手続き"
        options={preview.closing.map(({ code, title, dueOn }) => ({
          value: code,
          label: title.replace(/^.*?: /u, ''),
          description: `期限 ${formatDate(dueOn as IsoDate, 'short')}`,
        }))}
        value={tasks}
        onChange={setTasks}
      />
    </EntryForm>
  )
}
