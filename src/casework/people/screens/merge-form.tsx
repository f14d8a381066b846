import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { colleaguesQuery, townsQuery } from './api.ts'
import { FIELD_WORDS, type PersonEntry, type PersonField, sidesOf } from './person-entry.ts'
import { sexWord, UNCERTAINTIES } from './words.ts'

type MergeProps = {
  before: PersonEntry
  mine: PersonEntry
  stored: PersonEntry
  readers: string
  /** the fields for which the stored side was chosen */
  onResolve: (givenUp: PersonField[]) => Promise<void>
  onConflict: (conflict: Conflict) => void
  onBack: () => void
}

/** Somebody else saved first: both sides field by field, and the choice. Nothing typed is lost on the way. */
export function MergeForm({ before, mine, stored, readers, onResolve, onConflict, onBack }: MergeProps) {
  const { disputed, theirs } = sidesOf(before, mine, stored)
  const [picks, setPicks] = useState<Partial<Record<PersonField, string>>>({})
  const word = useFieldWords()
  return (
    <div className="max-w-4xl">
      <div className="mb-4">
        <Notice tone="caution" title="ほかの人が先に保存しました" role="alert">
          {disputed.length > 0
            ? '両方で変わった項目について、どちらを残すか選んでください。'
            : '同じ項目は変わっていません。このまま保存すると、両方の変更が残ります。'}
          {theirs.length > 0
            ? `ほかの人が直した${theirs.map((field) => FIELD_WORDS[field]).join('、')}は、そのまま残ります。`
            : ''}
        </Notice>
      </div>
      <EntryForm
        label="どちらを残すか"
        submitLabel="選んだ内容で保存する"
        readers={readers}
        onSubmit={() => onResolve(disputed.filter((field) => picks[field] === 'stored'))}
        onConflict={onConflict}
        actions={
          <Button look="quiet" onPress={onBack}>
            入力に戻る
          </Button>
        }
      >
        {disputed.map((field) => (
          <RadioChoice
            key={field}
            name={field}
            label={FIELD_WORDS[field]}
            description={`はじめ: ${word(field, before)}`}
            options={[
              { value: 'mine', label: `自分の入力: ${word(field, mine)}` },
              { value: 'stored', label: `今の保存: ${word(field, stored)}` },
            ]}
            value={picks[field] ?? null}
            onChange={(pick) => setPicks((all) => ({ ...all, [field]: pick }))}
            isRequired
          />
        ))}
      </EntryForm>
    </div>
  )
}

/** A field's value as people read it. */
function useFieldWords() {
  const towns = useQuery(townsQuery)
  const colleagues = useQuery(colleaguesQuery)
  return (field: PersonField, entry: PersonEntry): string => {
    const value = entry[field]
    if (value === null || value === '') return '（空欄）'
    if (field === 'birthOn') return formatDate(value)
    if (field === 'sex') return entry.sex ? sexWord(entry.sex) : '（空欄）'
    if (field === 'birthUncertainty') return UNCERTAINTIES.find((one) => one.value === value)?.label ?? value
    if (field === 'townId') return towns.data?.find(({ id }) => id === value)?.name ?? '別の町'
    if (field === 'staffId') return colleagues.data?.find(({ id }) => id === value)?.name ?? '別の職員'
    return value
  }
}
