import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, dayOfWeek, formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { addTask, readColleagues, type TaskRow } from './api.ts'
import { type Deeds, useDeeds } from './use-deeds.ts'

type DeedPanelProps = { row: TaskRow; deeds: Deeds; onClose: () => void }

const weekdays = ['日', '月', '火', '水', '木', '金', '土']
const soon = [
  { label: '明日', days: 1 },
  { label: '3日後', days: 3 },
  { label: '1週間後', days: 7 },
  { label: '2週間後', days: 14 },
]

/** A day by one press or by typing it. */
function SoonField({
  name,
  label,
  value,
  onChange,
}: {
  name: string
  label: string
  value: IsoDate | null
  onChange: (value: IsoDate | null) => void
}) {
  const { today } = useClock()
  return (
    <DateField
      name={name}
      label={label}
      value={value}
      onChange={onChange}
      limits={{ notBefore: today() }}
      isRequired
      description={
        <span className="flex flex-wrap gap-1">
          {soon.map(({ label: word, days }) => (
            <Button key={days} size="small" onPress={() => onChange(addDays(today(), days))}>
              {word}（{weekdays[dayOfWeek(addDays(today(), days))]}）
            </Button>
          ))}
        </span>
      }
    />
  )
}

const About = ({ row }: { row: TaskRow }) => (
  <p className="mb-3 text-sm">
    {row.person ? `${row.person.name}（${row.person.kana}） ` : ''}
    {row.title}　期限 {formatDate(row.dueOn, 'short')}
  </p>
)

export function PostponePanel({ row, deeds, onClose }: DeedPanelProps) {
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<IsoDate | null>(null)
  return (
    <Panel title="期限を延ばす" onClose={onClose}>
      <About row={row} />
      <EntryForm
        label="延期"
        submitLabel="期限を延ばす"
        onSubmit={async () => {
          await deeds.postpone(row, to ?? '', reason)
          onClose()
        }}
      >
        <TextField
          name="reason"
          label="延期の理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
        <SoonField name="to" label="新しい期限" value={to} onChange={setTo} />
      </EntryForm>
    </Panel>
  )
}

export function HandOverPanel({ row, deeds, onClose }: DeedPanelProps) {
  const [reason, setReason] = useState('')
  const [toStaffId, setTo] = useState('')
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: readColleagues, staleTime: 300_000 })
  const rows = colleagues.data?.rows ?? []
  return (
    <Panel title="ほかの職員に引き継ぐ" onClose={onClose}>
      <About row={row} />
      <EntryForm
        label="引き継ぎ"
        submitLabel="引き継ぐ"
        onSubmit={async () => {
          await deeds.handOver(row, toStaffId, rows.find(({ id }) => id === toStaffId)?.name ?? '', reason)
          onClose()
        }}
      >
        <TextField
          name="reason"
          label="引き継ぎの理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
        <SelectField
          name="toStaffId"
          label="引き継ぐ相手"
          options={rows.map(({ id, name }) => ({ value: id, label: name }))}
          value={toStaffId}
          onChange={setTo}
          isRequired
        />
      </EntryForm>
    </Panel>
  )
}

export function AddTaskPanel({ onClose }: { onClose: () => void }) {
  const { nowMs, today } = useClock()
  const deeds = useDeeds()
  const show = useToast()
  const [id] = useState(() => newId(nowMs()))
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<IsoDate | null>(today())
  return (
    <Panel title="自分の予定を加える" onClose={onClose}>
      <EntryForm
        label="自分の予定"
        submitLabel="予定を加える"
        onSubmit={async () => {
          await addTask({ id, title, dueOn: dueOn ?? '' })
          await deeds.renew()
          show(`「${title}」を予定に加えました`)
          onClose()
        }}
      >
        <TextField name="title" label="すること" value={title} onChange={setTitle} isRequired autoFocus />
        <SoonField name="dueOn" label="期限" value={dueOn} onChange={setDueOn} />
      </EntryForm>
    </Panel>
  )
}
