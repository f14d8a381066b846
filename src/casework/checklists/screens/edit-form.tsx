import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { DraftState, useDraft } from '../../../ui/draft/index.ts'
import { beginEditing, conflicted, type Editing, MergeFields } from '../../../ui/merge/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { type Checklist, changeChecklist, checklistHistory, type Sheet } from './api.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { fromMerge, type MergeEntry, mergeFields, toMerge } from './merge-entry.ts'
import { insuredTypeOn, PersonHead } from './person-head.tsx'
import { changeBody } from './sheet-body.ts'
import { entryOf, type SheetEntry } from './sheet-entry.ts'

interface EditFormProps {
  record: Checklist
  sheet: Sheet
  readers: string
  onDone: () => void
  onCancel: () => void
}

/** The stored sheet on the same page it was typed on. A correction takes the confirmation back: it was of other answers. */
export function EditForm({ record, sheet, readers, onDone, onCancel }: EditFormProps) {
  const [editing, setEditing] = useState(() => beginEditing(toMerge(entryOf(record)), record.version))
  const entry = useMemo(() => fromMerge(editing.entry), [editing.entry])
  // The draft knows what it began from, so that a sheet changed meanwhile is not written over by it.
  const draft = useDraft(`checklist-edit.${record.id}`, editing, setEditing)
  const set = useCallback(
    (change: (before: SheetEntry) => Partial<SheetEntry>) =>
      setEditing((before) => {
        const own = fromMerge(before.entry)
        return { ...before, entry: toMerge({ ...own, ...change(own) }) }
      }),
    [],
  )
  const typeOn = useCallback((day: IsoDate) => insuredTypeOn(sheet, day), [sheet])
  const save = async (next: Editing<MergeEntry>) => {
    await changeChecklist(record.id, changeBody(fromMerge(next.entry), next.version))
    await draft.discard().catch(() => undefined)
    onDone()
  }
  const asEntry = (stored: Checklist) => ({ entry: toMerge(entryOf(stored)), version: stored.version })
  if (editing.merging?.isOpen)
    return (
      <Merging
        record={record}
        editing={editing}
        onChange={setEditing}
        onSave={save}
        storedOf={({ stored }) => asEntry(stored as Checklist)}
        readers={readers}
      />
    )
  return (
    <>
      <PersonHead sheet={sheet} />
      <PageHead title={`${formatDate(record.answeredOn)} のチェックリストを直す`} />
      {record.confirmation ? (
        <div className="mb-3">
          <Notice tone="info" title="この判定は確認ずみです">
            回答を直すと判定案を作り直します。もう一度、専門職の確認を受けてください。
          </Notice>
        </div>
      ) : null}
      <ChecklistForm
        label="基本チェックリストの修正"
        submitLabel="直した内容を保存する"
        entry={entry}
        set={set}
        personId={record.person.id}
        insuredTypeOn={typeOn}
        readers={readers}
        onConflict={({ stored }) => {
          const theirs = asEntry(stored as Checklist)
          setEditing((before) => conflicted(before, theirs.entry, theirs.version))
        }}
        onSubmit={() => save(editing)}
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
      />
    </>
  )
}

type MergingProps = Pick<
  Parameters<typeof MergeFields<MergeEntry>>[0],
  'editing' | 'onChange' | 'onSave' | 'storedOf' | 'readers'
> & { record: Checklist }

/** Somebody else corrected the same sheet: row by row, nothing of either side is lost. */
function Merging({ record, ...merging }: MergingProps) {
  const history = useQuery({
    queryKey: ['checklist', record.id, 'history', merging.editing.merging?.version],
    queryFn: () => checklistHistory(record.id),
    retry: false, // it only names the other person; without it the choice is the same
  })
  const last = history.data?.changes[0]
  const staffName = (id: string) => (id === record.staff.id ? record.staff.name : id === '' ? '' : '別の職員')
  return (
    <MergeFields
      {...merging}
      fields={mergeFields(staffName)}
      savedBy={last ? { name: last.changedBy?.name ?? null, at: last.changedAt } : null}
    />
  )
}
