import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Conflict } from '../../../ui/http/index.ts'
import { KanaField } from '../../../ui/kana-field/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Contact } from '../schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { addContact, changeContact, refreshPerson, removeContact } from './api.ts'
import { bodyOf, type ContactEntry, entryOf } from './contact-entry.ts'
import { readersOnly } from './person-page.tsx'

type PanelProps = {
  sheet: Sheet
  /** null: a new one */
  contact: Contact | null
  entry: ContactEntry
  onChange: (entry: ContactEntry) => void
  onClose: () => void
  onDone: () => void
}

/** Adds, changes and removes a contact beside the sheet; each deed can be taken back. */
export function ContactPanel({ sheet, contact, entry, onChange, onClose, onDone }: PanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const personId = sheet.person.id
  /** the contact as somebody else has stored it meanwhile */
  const [other, setOther] = useState<Contact | null>(null)
  const refresh = () => refreshPerson(client, personId)
  const set =
    <K extends keyof ContactEntry>(key: K) =>
    (value: ContactEntry[K]) =>
      onChange({ ...entry, [key]: value })
  const done = async (text: string, undo: () => Promise<unknown>) => {
    await refresh()
    onDone()
    show(text, { undo: () => undo().then(refresh) })
  }
  const save = async () => {
    if (contact === null) {
      const stored = await addContact(personId, bodyOf(entry))
      return done(`${stored.name} さんを連絡先に加えました`, () =>
        removeContact(personId, stored.id, stored.version),
      )
    }
    const before = other ?? contact
    const stored = await changeContact(personId, contact.id, { version: before.version, ...bodyOf(entry) })
    return done(`${stored.name} さんの連絡先を直しました`, () =>
      changeContact(personId, stored.id, { version: stored.version, ...bodyOf(entryOf(before)) }),
    )
  }
  const remove = async (one: Contact) => {
    try {
      await removeContact(personId, one.id, (other ?? one).version)
    } catch (error) {
      if (error instanceof Conflict) return setOther(error.stored as Contact)
      return show('外せませんでした。少し待ってから、もう一度お試しください。', { tone: 'danger' })
    }
    await done(`${one.name} さんを連絡先から外しました`, () => addContact(personId, bodyOf(entryOf(one))))
  }
  const title = contact ? '連絡先を直す' : '連絡先を追加'
  return (
    <Panel title={title} onClose={onClose}>
      {other ? <OtherSide other={other} onTake={() => onChange(entryOf(other))} /> : null}
      <EntryForm
        label={title}
        submitLabel="連絡先を保存する"
        readers={readersOnly(sheet)}
        onSubmit={save}
        onConflict={(conflict) => setOther(conflict.stored as Contact)}
        actions={
          contact ? (
            <Button look="quiet" onPress={() => void remove(contact)}>
              この連絡先を外す
            </Button>
          ) : null
        }
      >
        <KanaField
          name={{ name: 'name', label: '氏名', value: entry.name, onChange: set('name'), isRequired: true }}
          kana={{ name: 'kana', label: 'フリガナ', value: entry.kana, onChange: set('kana') }}
        />
        <TextField
          name="relationship"
          label="続柄・関係"
          description="例: 長女、民生委員、主治医"
          value={entry.relationship}
          onChange={set('relationship')}
          width={12}
          isRequired
        />
        <TextField
          name="phone"
          label="電話"
          type="tel"
          inputMode="tel"
          value={entry.phone}
          onChange={set('phone')}
          width={12}
        />
        <TextField name="address" label="住所" value={entry.address} onChange={set('address')} />
        <div className="flex flex-col">
          <SingleCheck label="キーパーソン" isSelected={entry.isKeyPerson} onChange={set('isKeyPerson')} />
          <SingleCheck label="緊急連絡先" isSelected={entry.isEmergency} onChange={set('isEmergency')} />
          <SingleCheck
            label="連絡注意（この人には本人のことを伝えない）"
            isSelected={entry.isCallerWarning}
            onChange={set('isCallerWarning')}
          />
        </div>
        <TextField name="note" label="メモ" value={entry.note} onChange={set('note')} isLong rows={2} />
      </EntryForm>
    </Panel>
  )
}

function OtherSide({ other, onTake }: { other: Contact; onTake: () => void }) {
  return (
    <div className="mb-4">
      <Notice tone="caution" title="ほかの人が先に保存しました" role="alert">
        <p className="text-sm">
          今の内容:{' '}
          {[other.name, other.relationship, other.phone, other.address, other.note]
            .filter(Boolean)
            .join('、')}
        </p>
        <p className="text-sm">このまま保存すると、下の入力に置き換わります。</p>
        <Button size="small" onPress={onTake}>
          今の内容を取り込む
        </Button>
      </Notice>
    </div>
  )
}
