import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { type Editing, type MergeFieldOf, MergeFields } from '../../../ui/merge/index.ts'
import { colleagues, listAreas, type Record, recordHistory } from './api.ts'
import { entryProblems } from './check.ts'
import { type Entry, entryOf } from './entry.ts'
import { fieldWord, valueWord } from './field-words.ts'

type DifferencesProps = {
  record: Record
  editing: Editing<Entry>
  onChange: (editing: Editing<Entry>) => void
  onSave: (editing: Editing<Entry>) => Promise<void>
  readers: string
}

/** In the order of the form. What is machinery (the timer, the identity) nobody chooses. */
const keys = [
  'minutes',
  'channel',
  'caller',
  'callerName',
  'callerPhone',
  'text',
  'topics',
  'urgency',
  'responderId',
  'respondedTime',
  'continuity',
  'responses',
  'closeReason',
  'answer',
  'household',
  'consent',
  'consentReason',
  'nextAction',
  'dueOn',
] as const satisfies readonly (keyof Entry)[]
const texts: readonly string[] = ['text', 'answer', 'nextAction', 'consentReason', 'closeReason']

const shown = (key: (typeof keys)[number], entry: Entry): string => {
  const value = entry[key]
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return ''
  return key === 'dueOn' ? formatDate(String(value)) : valueWord(key, value)
}

/** Somebody saved first: both sides of a consultation, field by field. */
export function Differences({ record, editing, onChange, onSave, readers }: DifferencesProps) {
  const { version } = editing.merging ?? {}
  const history = useQuery({
    queryKey: ['consultation-history', record.id, version],
    queryFn: () => recordHistory(record.id),
    retry: false, // it only names the other person; without it the choice is the same
  })
  const staff = useQuery({ queryKey: ['colleagues'], queryFn: colleagues })
  const areas = useQuery({ queryKey: ['areas'], queryFn: listAreas })
  const last = history.data?.changes[0]
  const staffName = (id: string) =>
    id ? (staff.data?.rows.find((one) => one.id === id)?.name ?? '別の職員') : ''
  const fields: MergeFieldOf<Entry>[] = [
    {
      key: 'receivedDay',
      together: ['receivedTime'],
      label: '受付日時',
      show: ({ receivedDay, receivedTime }) =>
        receivedDay ? `${formatDate(receivedDay)} ${receivedTime}` : receivedTime,
    },
    ...keys.map((key) => ({
      key,
      label: fieldWord(key) ?? key,
      show: (entry: Entry) => (key === 'responderId' ? staffName(entry.responderId) : shown(key, entry)),
      isText: texts.includes(key),
    })),
    {
      key: 'unnamed',
      label: '氏名不明の対象者',
      show: (entry) => unnamedWord(entry, areas.data?.items ?? []),
    },
  ]
  return (
    <MergeFields
      editing={editing}
      onChange={onChange}
      fields={fields}
      onSave={onSave}
      storedOf={({ stored }) => ({ entry: entryOf(stored as Record), version: (stored as Record).version })}
      savedBy={last ? { name: last.changedBy?.name ?? null, at: last.changedAt } : null}
      check={entryProblems}
      readers={readers}
    />
  )
}

function unnamedWord({ unnamed }: Entry, areas: readonly { id: string; name: string }[]): string {
  if (!unnamed) return ''
  const area =
    areas.find(({ id }) => id === unnamed.areaId)?.name ?? (unnamed.areaId ? '別の圏域' : '圏域は不明')
  return `${valueWord('unnamedAgeBand', unnamed.ageBand)}、${valueWord('unnamedSex', unnamed.sex)}、${area}`
}
