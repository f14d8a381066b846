import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { changeRecord, type Record } from './api.ts'
import { entryProblems } from './check.ts'
import { Differences } from './differences.tsx'
import { changeOf, type Entry, entryOf } from './entry.ts'
import { FollowFields } from './follow-fields.tsx'
import { TimeFields } from './time-fields.tsx'
import { KindPart, TextPart } from './what-fields.tsx'
import { WhoFields } from './who-fields.tsx'

type EditFormProps = {
  record: Record
  readers: string
  onDone: (record: Record) => void
  onCancel: () => void
}

/** 「直す」: the same fields as the intake; the person stays. Somebody saved first: both sides, and the choice. */
export function EditForm({ record, readers, onDone, onCancel }: EditFormProps) {
  const [base, setBase] = useState(() => ({ entry: entryOf(record), version: record.version }))
  const [entry, setEntry] = useState(base.entry)
  const [stored, setStored] = useState<Record | null>(null)
  const draft = useDraft(`consultation.${record.id}`, entry, setEntry)
  const set = (change: Partial<Entry>) => setEntry((before) => ({ ...before, ...change }))
  const submit = async () => {
    const next = await changeRecord(record.id, changeOf(entry, base.entry, base.version) as never)
    await draft.discard().catch(() => undefined)
    onDone(next)
  }
  const onConflict = (conflict: Conflict) => setStored(conflict.stored as Record)
  const settle = (next: Entry) => {
    if (!stored) return
    setBase({ entry: entryOf(stored), version: stored.version })
    setEntry(next)
    setStored(null)
  }
  return (
    <>
      <DraftFound draft={draft} />
      {stored ? (
        <Differences
          mine={entry}
          theirs={entryOf(stored)}
          onKeepMine={() => settle(entry)}
          onTakeTheirs={() => settle(entryOf(stored))}
        />
      ) : null}
      <EntryForm
        label="相談記録の訂正"
        submitLabel="直した内容を保存する"
        onSubmit={submit}
        onConflict={onConflict}
        check={() => entryProblems(entry)}
        readers={readers}
        actions={
          <>
            <Button
              onPress={() => {
                void draft.discard().catch(() => undefined)
                onCancel()
              }}
            >
              直さずに戻る
            </Button>
            <DraftState draft={draft} />
          </>
        }
      >
        <div className="grid gap-x-6 gap-y-4 xl:grid-cols-2">
          <div className="flex flex-col gap-3">
            <WhoFields entry={entry} set={set} isFixed />
            <TextPart entry={entry} set={set} />
          </div>
          <KindPart entry={entry} set={set} />
        </div>
        <FollowFields entry={entry} set={set} isStored />
        <TimeFields entry={entry} set={set} />
      </EntryForm>
    </>
  )
}
