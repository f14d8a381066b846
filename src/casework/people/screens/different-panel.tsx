import { useState } from 'react'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import type { Pair } from '../duplicates/schema.ts'

type DifferentPanelProps = { pair: Pair; onClose: () => void; onSave: (reason: string) => Promise<void> }

/** 別の方: why two records that look alike are of two people. */
export function DifferentPanel({ pair, onClose, onSave }: DifferentPanelProps) {
  const [reason, setReason] = useState('')
  return (
    <Panel title="別の方と決める" onClose={onClose}>
      <p className="mb-3">
        {pair.kept.name} さんと {pair.other.name} さんの組を、これからの候補に出しません。あとで戻せます。
      </p>
      <EntryForm
        label="別の方"
        submitLabel="別の方と決める"
        readers="保険者職員"
        onSubmit={() => onSave(reason.trim())}
      >
        <TextField
          name="reason"
          label="わけ"
          description="例: 双子の姉妹、戸籍で確かめた"
          value={reason}
          onChange={setReason}
          maxLength={300}
          isLong
          rows={2}
          isRequired
        />
      </EntryForm>
    </Panel>
  )
}
