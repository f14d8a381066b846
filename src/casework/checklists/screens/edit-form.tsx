import { useCallback, useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { DraftState, useDraft } from '../../../ui/draft/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { type Checklist, changeChecklist, type Sheet } from './api.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { differencesOf } from './differences.ts'
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
  const [base, setBase] = useState(record)
  const [stored, setStored] = useState<Checklist | null>(null)
  const [entry, setEntry] = useState<SheetEntry>(() => entryOf(record))
  const draft = useDraft(`checklist-edit.${record.id}`, entry, setEntry)
  const set = useCallback(
    (change: (before: SheetEntry) => Partial<SheetEntry>) =>
      setEntry((before) => ({ ...before, ...change(before) })),
    [],
  )
  const typeOn = useCallback((day: IsoDate) => insuredTypeOn(sheet, day), [sheet])
  const settle = (next: Checklist, own: SheetEntry) => {
    setBase(next)
    setStored(null)
    setEntry(own)
  }
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
      {stored ? (
        <Collision
          stored={stored}
          entry={entry}
          onKeepOwn={() => settle(stored, entry)}
          onTakeStored={() => settle(stored, entryOf(stored))}
        />
      ) : null}
      <ChecklistForm
        label="基本チェックリストの修正"
        submitLabel="直した内容を保存する"
        entry={entry}
        set={set}
        personId={record.person.id}
        insuredTypeOn={typeOn}
        readers={readers}
        onConflict={(conflict) => setStored(conflict.stored as Checklist)}
        onSubmit={async () => {
          await changeChecklist(record.id, changeBody(entry, base.version))
          await draft.discard().catch(() => undefined)
          onDone()
        }}
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

interface CollisionProps {
  stored: Checklist
  entry: SheetEntry
  onKeepOwn: () => void
  onTakeStored: () => void
}

/** Somebody else corrected the same sheet: both sides, row by row, and the choice. */
function Collision({ stored, entry, onKeepOwn, onTakeStored }: CollisionProps) {
  const differences = differencesOf(entryOf(stored), entry)
  return (
    <div className="mb-4">
      <Notice tone="caution" title="ほかの人が先に保存しました。違うところを確かめてください" role="alert">
        <table className="mt-2 border-collapse text-sm">
          <caption className="sr-only">違うところ</caption>
          <thead>
            <tr className="text-left">
              <th scope="col" className="pr-6">
                項目
              </th>
              <th scope="col" className="pr-6">
                保存されている内容
              </th>
              <th scope="col">この画面の内容</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, stored: theirs, own }) => (
              <tr key={label} className="border-t border-line">
                <th scope="row" className="pr-6 text-left font-normal">
                  {label}
                </th>
                <td className="pr-6">{theirs}</td>
                <td>{own}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {differences.length === 0 ? <p className="text-sm">内容は同じです。</p> : null}
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onPress={onKeepOwn}>
            この画面の内容で続ける
          </Button>
          <Button size="small" onPress={onTakeStored}>
            保存されている内容に替える
          </Button>
        </div>
      </Notice>
    </div>
  )
}
