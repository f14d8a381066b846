import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { personSheet } from './api.ts'
import { blankEntry, type Entry, type EntryPerson } from './entry.ts'
import { IntakeForm } from './intake-form.tsx'
import { Saved, type SavedRecord } from './saved.tsx'

/** 相談受付: one call after another on the same page; F2 begins the next. */
export default function IntakePage() {
  const [personId] = useAddressWord('person', '')
  const [isBack] = useAddressWord('back', '')
  const { nowMs } = useClock()
  const client = useQueryClient()
  const [round, setRound] = useState(0)
  const [given, setGiven] = useState<Entry | null>(null)
  const [saved, setSaved] = useState<SavedRecord | null>(null)
  const person = useQuery({
    queryKey: ['sheet', personId],
    queryFn: () => personSheet(personId),
    enabled: personId !== '' && round === 0,
  })
  const begin = (entry: Entry | null) => {
    setGiven(entry)
    setSaved(null)
    setRound(round + 1)
  }
  const onSaved = (record: SavedRecord) => {
    setSaved(record)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  if (saved) return <Saved record={saved} onNext={() => begin(null)} onUndone={begin} />
  const isPreset = personId !== '' && round === 0
  if (isPreset && person.error) return <Failure error={person.error} onRetry={() => void person.refetch()} />
  if (isPreset && !person.data) return <Loading />
  const preset: EntryPerson | null = isPreset && person.data ? person.data.person : null
  return (
    <>
      <PageHead title="相談受付" />
      <IntakeForm
        key={round}
        start={given ?? { ...blankEntry(newId(nowMs()), nowMs()), person: namesOf(preset) }}
        presetId={preset?.id ?? null}
        isBack={isBack !== '' && round === 0}
        isGiven={given !== null}
        onSaved={onSaved}
        onNext={() => begin(null)}
        onSwap={begin}
      />
    </>
  )
}

const namesOf = (person: EntryPerson | null): EntryPerson | null =>
  person && { id: person.id, name: person.name, kana: person.kana }
