import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { beginEditing, conflicted, type Editing } from '../../../ui/merge/index.ts'
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

/** 「直す」: the same fields as the intake; the person stays. Somebody saved first: both sides, field by field. */
export function EditForm({ record, readers, onDone, onCancel }: EditFormProps) {
  const [editing, setEditing] = useState(() => beginEditing(entryOf(record), record.version))
  const { entry } = editing
  // The draft knows what it began from, so that a record changed meanwhile is not written over by it.
  const draft = useDraft(`consultation-edit.${record.id}`, editing, setEditing)
  const set = (change: Partial<Entry>) =>
    setEditing((before) => ({ ...before, entry: { ...before.entry, ...change } }))
  const save = async ({ entry: next, base, version }: Editing<Entry>) => {
    const changed = await changeRecord(record.id, changeOf(next, base, version) as never)
    await draft.discard().catch(() => undefined)
    onDone(changed)
  }
  const onConflict = (conflict: Conflict) => {
    const stored = conflict.stored as Record
    setEditing((before) => conflicted(before, entryOf(stored), stored.version))
  }
  if (editing.merging?.isOpen) {
    return (
      <Differences record={record} editing={editing} onChange={setEditing} onSave={save} readers={readers} />
    )
  }
  return (
    <>
      <DraftFound draft={draft} />
      <EntryForm
        label="相談記録の訂正"
        submitLabel="直した内容を保存する"
        onSubmit={() => save(editing)}
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
