import { useState } from 'react'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { type Checklist, withdrawChecklist } from './api.ts'

interface WithdrawPanelProps {
  record: Checklist
  onClose: () => void
  onDone: () => void
}

export function WithdrawPanel({ record, onClose, onDone }: WithdrawPanelProps) {
  const [reason, setReason] = useState('')
  const [version, setVersion] = useState(record.version)
  return (
    <Panel title="チェックリストを取り下げる" onClose={onClose}>
      <p className="mb-3 text-sm">
        回答と判定は理由とともに残り、件数と推移に入らなくなります。このチェックリストによる登録があるときは、登録は残ります。市へ知らせてください。
      </p>
      {version === record.version ? null : (
        <p role="alert" className="mb-3 text-danger">
          ほかの人がこのチェックリストを直しました。それでも取り下げるときは、もう一度押してください。
        </p>
      )}
      <EntryForm
        label="取下げ"
        submitLabel="取り下げる"
        onConflict={(conflict: Conflict) => setVersion((conflict.stored as Checklist).version)}
        onSubmit={async () => {
          await withdrawChecklist(record.id, version, reason)
          onDone()
        }}
      >
        <TextField
          name="reason"
          label="取下げの理由"
          value={reason}
          onChange={setReason}
          maxLength={500}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
