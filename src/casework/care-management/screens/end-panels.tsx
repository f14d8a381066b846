import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type Course, endCourse, refresh, reopenCourse } from './api.ts'

type PanelProps = { course: Course; onClose: () => void }

export function EndPanel({ course, onClose }: PanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const { today } = useClock()
  const [endedOn, setEndedOn] = useState<IsoDate | null>(today())
  const [reason, setReason] = useState('')
  return (
    <Panel title="ケアマネジメントを終える" onClose={onClose}>
      <p className="mb-3 text-sm">
        記録は残ります。これからの期限は予定から外れます。誤って終えたときは、「終了を取り消す」で戻せます。
      </p>
      <EntryForm
        label="終了"
        submitLabel="終える"
        onSubmit={async () => {
          await endCourse(course.id, { version: course.version, endedOn: endedOn ?? '', reason })
          onClose()
          await refresh(client)
          show('ケアマネジメントを終えました')
        }}
      >
        <TextField
          name="reason"
          label="終了の理由"
          description="例: 要介護1になった、転出、死亡、目標を達成した"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
        <DateField name="endedOn" label="終了日" value={endedOn} onChange={setEndedOn} isRequired />
      </EntryForm>
    </Panel>
  )
}

export function ReopenPanel({ course, onClose }: PanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  return (
    <Panel title="終了を取り消す" onClose={onClose}>
      <EntryForm
        label="終了の取消し"
        submitLabel="終了を取り消す"
        onSubmit={async () => {
          await reopenCourse(course.id, { version: course.version, reason })
          onClose()
          await refresh(client)
          show('終了を取り消しました。期限が予定に戻りました。')
        }}
      >
        <TextField
          name="reason"
          label="取り消す理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
