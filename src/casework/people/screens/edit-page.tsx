import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm, SelectField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { AppLink, useGo, usePathParam } from '../../../ui/link/index.ts'
import { beginEditing, conflicted, type Editing } from '../../../ui/merge/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Sheet, SheetPerson } from '../schema-sheet.ts'
import { changePerson, colleaguesQuery, refreshPerson } from './api.ts'
import { KeptFields } from './kept-fields.tsx'
import { MergeForm } from './merge-form.tsx'
import { changeBody, changedFields, entryOfPerson, type PersonEntry } from './person-entry.ts'
import { AddressFields, FurtherFields, IdentityFields, PhoneField, RegisterFields } from './person-fields.tsx'
import { PersonHead, readersOnly, WithSheet } from './person-page.tsx'

export default function EditPage() {
  const id = usePathParam('id')
  return <WithSheet id={id}>{(sheet) => <EditForm key={id} sheet={sheet} />}</WithSheet>
}

function EditForm({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const [editing, setEditing] = useState(() => beginEditing(entryOfPerson(person), person.version))
  const [restored, setRestored] = useState(0)
  const draft = useDraft<Editing<PersonEntry>>(`person-edit.${person.id}`, editing, (kept) => {
    setEditing(kept)
    setRestored((count) => count + 1)
  })
  const { entry } = editing
  const put =
    <K extends keyof PersonEntry>(key: K) =>
    (value: PersonEntry[K]) =>
      setEditing((now) => ({ ...now, entry: { ...now.entry, [key]: value } }))
  const onConflict = (conflict: Conflict) => {
    const stored = conflict.stored as SheetPerson
    setEditing((now) => conflicted(now, entryOfPerson(stored), stored.version))
  }

  const save = async ({ entry: after, base: before, version }: Editing<PersonEntry>) => {
    const sheetPath = `/people/${person.id}`
    if (changedFields(before, after).length === 0) {
      await draft.discard()
      show('変わったところはありません')
      return go(sheetPath)
    }
    const changed = await changePerson(person.id, changeBody(version, before, after))
    await draft.discard()
    await refreshPerson(client, person.id)
    await go(sheetPath)
    const moved = changed.centreByAddress
    const undo = async () => {
      await changePerson(person.id, changeBody(changed.version, after, before))
      await refreshPerson(client, person.id)
    }
    const handOver = moved ? `。新しい住所の担当は${moved.name}です。引き継ぎを確かめてください` : ''
    // What stood there under 支援措置 was never in this form, so it cannot be put back from it.
    show(`${person.name} さんの記録を直しました${handOver}`, person.isProtected ? {} : { undo })
  }
  if (person.mergedInto) return <MergedAway sheet={sheet} into={person.mergedInto} />
  const fields = { entry, put }
  const isCore = person.source === 'core-system'
  const isHidden = person.isProtected && !sheet.abilities.includes('person.hidden-address')
  return (
    <>
      <PersonHead sheet={sheet} />
      <PageHead title="修正" />
      {editing.merging?.isOpen ? (
        <MergeForm
          editing={editing}
          onChange={(next) => {
            setEditing(next)
            setRestored((count) => count + 1)
          }}
          onSave={save}
          readers={readersOnly(sheet)}
          isCore={isCore}
          historyOf={sheet.abilities.includes('person.history') ? person.id : null}
        />
      ) : (
        <div className="max-w-4xl">
          <DraftFound draft={draft} />
          <EntryForm
            label={`${person.name} さんの修正`}
            submitLabel="修正を保存する"
            readers={readersOnly(sheet)}
            onSubmit={() => save(editing)}
            onConflict={onConflict}
            actions={
              <>
                <AppLink to={`/people/${person.id}`}>保存せずに戻る</AppLink>
                <DraftState draft={draft} />
              </>
            }
          >
            {isCore ? <KeptFields person={person} /> : null}
            {isCore ? null : <IdentityFields {...fields} restored={restored} />}
            {person.isProtected ? <ProtectedNotice isHidden={isHidden} /> : null}
            {isCore || isHidden ? null : <AddressFields {...fields} />}
            {isHidden ? null : <PhoneField {...fields} />}
            {isCore ? null : <RegisterFields {...fields} />}
            <StaffField sheet={sheet} value={entry.staffId} onChange={put('staffId')} />
            <FurtherFields {...fields} />
          </EntryForm>
        </div>
      )}
    </>
  )
}

function ProtectedNotice({ isHidden }: { isHidden: boolean }) {
  return (
    <Notice tone="danger" title="支援措置の対象の方です">
      {isHidden
        ? '住所と電話は、市の担当者だけが直せます。変わったときは、市へ連絡してください。'
        : '今の住所と電話は伏せています。書いた項目だけが置き換わります。'}
    </Notice>
  )
}

function MergedAway({ sheet, into }: { sheet: Sheet; into: string }) {
  return (
    <>
      <PersonHead sheet={sheet} />
      <Notice tone="caution" title="この記録は、ほかの記録へ統合されています">
        <AppLink to={`/people/${into}/edit`}>統合先の記録を直す</AppLink>
      </Notice>
    </>
  )
}

type StaffProps = { sheet: Sheet; value: string; onChange: (staffId: string) => void }

/** 主担当 is one of the person's own centre; others can only be looked at from here. */
function StaffField({ sheet, value, onChange }: StaffProps) {
  const colleagues = useQuery(colleaguesQuery)
  const { centre, staff } = sheet.person
  if (!centre?.own) {
    return (
      <p>
        <span className="font-bold">主担当</span>　{staff?.name ?? '未定'}
        <span className="ml-2 text-sm text-soft">担当センターの職員が決めます。</span>
      </p>
    )
  }
  const rows = colleagues.data ?? []
  const all = staff && !rows.some(({ id }) => id === staff.id) ? [staff, ...rows] : rows
  return (
    <SelectField
      name="staffId"
      label="主担当"
      blank="未定"
      value={value}
      onChange={onChange}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
