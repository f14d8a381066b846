import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { type Editing, type MergeFieldOf, MergeFields } from '../../../ui/merge/index.ts'
import type { SheetPerson } from '../schema-sheet.ts'
import { colleaguesQuery, fetchHistory, townsQuery } from './api.ts'
import { entryOfPerson, FIELD_WORDS, FIELDS, type PersonEntry, type PersonField } from './person-entry.ts'
import { sexWord, UNCERTAINTIES } from './words.ts'

type MergeProps = {
  editing: Editing<PersonEntry>
  onChange: (editing: Editing<PersonEntry>) => void
  onSave: (editing: Editing<PersonEntry>) => Promise<void>
  readers: string
  /** the core system keeps most of it: what came from there meanwhile is taken over, nobody can choose otherwise */
  isCore: boolean
  /** whose changes may be read by this reader, to name who saved; null: not theirs to see */
  historyOf: string | null
}

const keptByCore: readonly PersonField[] = [
  'name',
  'kana',
  'birthOn',
  'birthUncertainty',
  'sex',
  'relationship',
  'townId',
  'insuredNumber',
]

/** The parts of an address belong to one place: a town of one side with a number of the other is nobody's address. */
const addressParts = ['addressRest', 'building', 'postalCode'] as const satisfies readonly PersonField[]
const alone = FIELDS.filter((field) => field !== 'townId' && !addressParts.some((part) => part === field))

/** Somebody else saved first: both sides of a person's record, field by field. */
export function MergeForm({ editing, onChange, onSave, readers, isCore, historyOf }: MergeProps) {
  const word = useFieldWords()
  const history = useQuery({
    queryKey: ['person-last-change', historyOf, editing.merging?.version],
    queryFn: () => fetchHistory(historyOf ?? ''),
    enabled: historyOf !== null,
    retry: false, // it only names the other person; without it the choice is the same
  })
  const last = history.data?.items.find(({ record }) => record === 'person')
  const all: MergeFieldOf<PersonEntry>[] = [
    ...alone.map((key) => ({
      key,
      label: FIELD_WORDS[key],
      show: (entry: PersonEntry) => word(key, entry),
      isText: key === 'note',
    })),
    {
      key: 'townId',
      together: addressParts,
      label: '住所',
      show: (entry) =>
        [
          entry.postalCode && `〒${entry.postalCode}`,
          word('townId', entry) + entry.addressRest,
          entry.building,
        ]
          .filter(Boolean)
          .join(' '),
    },
  ]
  const fields = isCore ? all.filter(({ key }) => !keptByCore.includes(key)) : all
  return (
    <MergeFields
      editing={editing}
      onChange={onChange}
      fields={fields}
      onSave={onSave}
      storedOf={({ stored }) => ({
        entry: entryOfPerson(stored as SheetPerson),
        version: (stored as SheetPerson).version,
      })}
      savedBy={last ? { name: last.changedByName, at: last.changedAt } : null}
      readers={readers}
    />
  )
}

/** A field's value as people read it. */
function useFieldWords() {
  const towns = useQuery(townsQuery)
  const colleagues = useQuery(colleaguesQuery)
  return (field: PersonField, entry: PersonEntry): string => {
    const value = entry[field]
    if (value === null || value === '') return ''
    if (field === 'birthOn') return formatDate(value)
    if (field === 'sex') return entry.sex ? sexWord(entry.sex) : ''
    if (field === 'birthUncertainty') return UNCERTAINTIES.find((one) => one.value === value)?.label ?? value
    if (field === 'townId') return towns.data?.find(({ id }) => id === value)?.name ?? '別の町'
    if (field === 'staffId') return colleagues.data?.find(({ id }) => id === value)?.name ?? '別の職員'
    return value
  }
}
