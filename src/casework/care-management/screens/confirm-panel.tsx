import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type CourseRecord, confirmRecord, refresh } from './api.ts'
import { dayWord } from './words.ts'

type ConfirmPanelProps = { record: CourseRecord; readers: string; onClose: () => void }

/** 確認 of a contractor's record by the centre (CPM-05 a): the opinion goes back with it. */
export function ConfirmPanel({ record, readers, onClose }: ConfirmPanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const [opinion, setOpinion] = useState('')
  const [takesPlan, setTakesPlan] = useState(record.subject === 'plan')
  return (
    <Panel title="委託先の記録を確認する" onClose={onClose}>
      <p className="mb-3 text-sm whitespace-pre-wrap">
        {dayWord(record.doneOn)}　{record.organisationName} {record.staff.name}
        {'\n'}
        {record.result}
      </p>
      <EntryForm
        label="確認"
        submitLabel="確認した"
        readers={readers}
        onSubmit={async () => {
          await confirmRecord(record.id, { version: record.version, opinion, takesPlan })
          onClose()
          await refresh(client)
          show('委託先の記録を確認しました')
        }}
      >
        <TextField
          name="opinion"
          label="センターの意見"
          value={opinion}
          onChange={setOpinion}
          isLong
          rows={3}
          autoFocus
        />
        {record.subject === 'plan' ? (
          <SingleCheck
            label={`計画の期間を ${dayWord(record.planFrom)} から ${dayWord(record.planTo)} にする`}
            isSelected={takesPlan}
            onChange={setTakesPlan}
          />
        ) : null}
      </EntryForm>
    </Panel>
  )
}
