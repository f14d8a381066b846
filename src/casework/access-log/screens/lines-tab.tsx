import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty } from '../../../ui/empty/index.ts'
import { SelectField } from '../../../ui/form/index.ts'
import { type Column, List, useKeyset } from '../../../ui/list/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Line } from '../schema.ts'
import { choicesQuery, exportLines, type Filter, findLines } from './api.ts'
import { type FoundPerson, PersonQuestion } from './person-question.tsx'
import { outcomeWord, timeWord } from './words.ts'

type LinesTabProps = {
  from: string
  until: string
  staffId: string | null
  onStaff: (id: string | null) => void
}

/** The lines of a period, newest first, by staff, purpose and the person who was looked at. */
export function LinesTab({ from, until, staffId, onStaff }: LinesTabProps) {
  const choices = useQuery(choicesQuery)
  const [action, setAction] = useState('')
  const [person, setPerson] = useState<FoundPerson | null>(null)
  const filter: Filter = { from, until, staffId, action: action || null, personId: person?.id ?? null }
  const list = useKeyset(['access-log', 'lines', filter], (cursor, signal) =>
    findLines(filter, cursor, signal),
  )
  const staff = (choices.data?.staff ?? []).map(({ id, name, staffNumber }) => ({
    value: id,
    label: `${staffNumber} ${name}`,
  }))
  const actions = (choices.data?.actions ?? []).map((one) => ({ value: one.action, label: one.label }))
  return (
    <>
      <div className="my-3 flex flex-wrap items-start gap-6">
        <SelectField
          name="staff"
          label="職員"
          value={staffId ?? ''}
          onChange={(id) => onStaff(id || null)}
          options={staff}
          blank="すべて"
        />
        <SelectField
          name="action"
          label="目的"
          value={action}
          onChange={setAction}
          options={actions}
          blank="すべて"
        />
        <PersonQuestion person={person} onPerson={setPerson} />
      </div>
      <ExportButtons load={(format) => exportLines(filter, format)} />
      <List<Line>
        {...list}
        label="閲覧の記録"
        rowKey={({ id }) => id}
        columns={columns}
        empty={<Empty title="この条件の記録はありません">期間か条件を変えてください。</Empty>}
      />
    </>
  )
}

const columns: Column<Line>[] = [
  { id: 'at', header: '日時', cell: ({ at }) => timeWord(at), width: '9rem' },
  {
    id: 'staff',
    header: '職員',
    cell: ({ staff, roleLabel }) => (
      <>
        {staff?.name ?? '（サインイン前・運用）'}
        <span className="block text-xs text-soft">
          {[staff?.staffNumber, roleLabel].filter(Boolean).join('　')}
        </span>
      </>
    ),
  },
  { id: 'action', header: '目的', cell: ({ actionLabel }) => actionLabel },
  {
    id: 'people',
    header: '見られた人',
    cell: ({ people, peopleCount }) => {
      if (peopleCount === 0) return <span className="text-soft">なし</span>
      const names = people.slice(0, 3).map(({ name }) => name)
      return peopleCount > names.length
        ? `${names.join('、')} ほか${peopleCount - names.length}人`
        : names.join('、')
    },
  },
  {
    id: 'outcome',
    header: '結果',
    cell: ({ outcome }) =>
      outcome === 'done' ? '実施' : <Status tone="caution">{outcomeWord[outcome]}</Status>,
  },
  { id: 'reason', header: '理由', cell: ({ reason }) => reason ?? '' },
]
