import { useState } from 'react'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { type Record, withdrawRecord } from './api.ts'

type WithdrawPanelProps = { record: Record; onClose: () => void; onDone: (record: Record) => void }

export function WithdrawPanel({ record, onClose, onDone }: WithdrawPanelProps) {
  const [reason, setReason] = useState('')
  const [version, setVersion] = useState(record.version)
  const onConflict = (conflict: Conflict) => setVersion((conflict.stored as Record).version)
  return (
    <Panel title="相談記録を取り下げる" onClose={onClose}>
      <p className="mb-3 text-sm">
        記録は理由とともに残り、件数に入らなくなります。この相談からの予定は終わります。
        {record.abuseCaseId ? '開始した虐待対応は残ります。' : ''}
      </p>
      {version === record.version ? null : (
        <p role="alert" className="mb-3 text-danger">
          ほかの人がこの記録を直しました。それでも取り下げるときは、もう一度押してください。
        </p>
      )}
      <EntryForm
        label="取下げ"
        submitLabel="取り下げる"
        onConflict={onConflict}
        onSubmit={async () => onDone(await withdrawRecord(record.id, version, reason))}
      >
        <TextField
          name="reason"
          label="取下げの理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
