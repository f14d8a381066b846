import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type Course, fetchChoices, refresh, sendEntrustment } from './api.ts'
import { namedOptions } from './words.ts'

type EntrustEntry = {
  organisationId: string
  contractorStaffId: string
  from: IsoDate | null
  to: IsoDate | null
  handOver: string
  committeeOn: IsoDate | null
}
type EntrustPanelProps = { course: Course; readers: string; onClose: () => void }

/** 委託: to whom, from when, and what has to be known; says before who will see what. */
export function EntrustPanel({ course, readers, onClose }: EntrustPanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const { nowMs, today } = useClock()
  const [id] = useState(() => newId(nowMs()))
  const [entry, setEntry] = useState<EntrustEntry>(() => ({
    organisationId: '',
    contractorStaffId: '',
    from: today(),
    to: null,
    handOver: '',
    committeeOn: null,
  }))
  const set = (change: Partial<EntrustEntry>) => setEntry((before) => ({ ...before, ...change }))
  const draft = useDraft(`entrustment.${course.id}`, entry, setEntry)
  const choices = useQuery({
    queryKey: ['person', course.person.id, 'care-management-choices'],
    queryFn: () => fetchChoices(course.person.id),
  })
  const office = choices.data?.offices.find((one) => one.id === entry.organisationId)
  return (
    <Panel title="委託する" onClose={onClose}>
      <ul className="mb-4 list-disc pl-6 text-sm">
        <li>委託先は、初日から、この方の記録を見られます（虐待に関わる記録を除きます）。</li>
        <li>委託先が受領すると、訪問や連絡の期限は委託先の予定に移ります。</li>
        <li>契約の相手はセンターのままです。委託先の記録は、センターが確認します。</li>
      </ul>
      <DraftFound draft={draft} />
      <EntryForm
        label="委託"
        submitLabel={office ? `${office.name}に委託する` : '委託する'}
        readers={readers}
        onSubmit={async () => {
          await sendEntrustment(course.id, {
            ...entry,
            id,
            version: course.version,
            from: entry.from ?? '',
            contractorStaffId: entry.contractorStaffId === '' ? null : entry.contractorStaffId,
          })
          await draft.discard().catch(() => undefined)
          onClose()
          await refresh(client)
          show(`${office?.name ?? '委託先'}に引き継ぎを送りました。受領されるまで回答待ちに残ります。`)
        }}
        actions={<DraftState draft={draft} />}
      >
        <SelectField
          name="organisationId"
          label="委託先"
          value={entry.organisationId}
          onChange={(organisationId) => set({ organisationId, contractorStaffId: '' })}
          options={namedOptions(choices.data?.offices)}
          isRequired
        />
        <SelectField
          name="contractorStaffId"
          label="委託先の担当"
          blank="受領した介護支援専門員"
          value={entry.contractorStaffId}
          onChange={(contractorStaffId) => set({ contractorStaffId })}
          options={namedOptions(office?.staff)}
        />
        <DateField
          name="from"
          label="委託の初日"
          value={entry.from}
          onChange={(from) => set({ from })}
          offersToday
          isRequired
        />
        <DateField
          name="to"
          label="委託の最終日"
          description="決まっていなければ空欄のままにします。"
          value={entry.to}
          onChange={(to) => set({ to })}
        />
        <TextField
          name="handOver"
          label="引き継ぎの内容"
          description="これまでの経過、気をつけること、次にすること"
          value={entry.handOver}
          onChange={(handOver) => set({ handOver })}
          isLong
          rows={6}
          maxLength={4000}
          isRequired
        />
        <DateField
          name="committeeOn"
          label="運営協議会の承認の日"
          value={entry.committeeOn}
          onChange={(committeeOn) => set({ committeeOn })}
        />
      </EntryForm>
    </Panel>
  )
}
