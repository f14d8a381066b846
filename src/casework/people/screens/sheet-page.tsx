import { useState } from 'react'
import { Button, buttonClass, Key } from '../../../ui/button/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink, useGo, usePathParam } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { Dropdown, useCrumb } from '../../../ui/shell/index.ts'
import type { Contact } from '../schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { blankContact, type ContactEntry, entryOf } from './contact-entry.ts'
import { ContactPanel } from './contact-panel.tsx'
import { LifeNotices } from './event-notice.tsx'
import { EventPanel } from './event-panel.tsx'
import { PersonHead, readersOnly, WithSheet } from './person-page.tsx'
import { RestrictionPanel } from './restriction-panel.tsx'
import { SheetCards } from './sheet-cards.tsx'
import { SheetTimeline } from './sheet-timeline.tsx'
import { TransferPanel } from './transfer-panel.tsx'

export default function SheetPage() {
  const id = usePathParam('id')
  return <WithSheet id={id}>{(sheet) => <FaceSheet key={id} sheet={sheet} />}</WithSheet>
}

type Open =
  | { kind: 'contact'; contact: Contact | null }
  | { kind: 'transfer' | 'event' | 'restriction' }
  | null

/** フェースシート: who it is, what happened (left), what there is (right); one A4 page on paper in the same order. */
function FaceSheet({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  useCrumb(person.name)
  const [open, setOpen] = useState<Open>(null)
  // What is typed in a panel lives here, so that closing the panel loses nothing.
  const [entries, setEntries] = useState<Record<string, ContactEntry>>({})
  const close = () => setOpen(null)
  const contact = open?.kind === 'contact' ? open.contact : null
  const contactKey = contact?.id ?? 'new'
  const entry = entries[contactKey] ?? (contact ? entryOf(contact) : blankContact)
  const forget = () => setEntries(({ [contactKey]: _, ...others }) => others)
  return (
    <>
      <h1 className="sr-only">{person.name} さんのフェースシート</h1>
      <PrintHead title="フェースシート" readers={readersOnly(sheet)} />
      <PersonHead
        sheet={sheet}
        actions={
          <SheetActions
            sheet={sheet}
            onContact={() => setOpen({ kind: 'contact', contact: null })}
            onOpen={(kind) => setOpen({ kind })}
          />
        }
      />
      <LifeNotices sheet={sheet} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_21rem] print:grid-cols-[minmax(0,1fr)_17rem] print:gap-4">
        <SheetTimeline personId={person.id} />
        <SheetCards sheet={sheet} onContact={(one) => setOpen({ kind: 'contact', contact: one })} />
      </div>
      <p className="mt-4 text-sm text-soft print:hidden">{sheet.readers}</p>
      {open?.kind === 'contact' ? (
        <ContactPanel
          key={contactKey}
          sheet={sheet}
          contact={contact}
          entry={entry}
          onChange={(next) => setEntries((all) => ({ ...all, [contactKey]: next }))}
          onClose={close}
          onDone={() => {
            forget()
            close()
          }}
        />
      ) : null}
      {open?.kind === 'transfer' ? <TransferPanel sheet={sheet} onClose={close} /> : null}
      {open?.kind === 'event' ? <EventPanel sheet={sheet} onClose={close} /> : null}
      {open?.kind === 'restriction' ? <RestrictionPanel sheet={sheet} onClose={close} /> : null}
    </>
  )
}

type ActionsProps = {
  sheet: Sheet
  onContact: () => void
  onOpen: (kind: 'transfer' | 'event' | 'restriction') => void
}

function SheetActions({ sheet, onContact, onOpen }: ActionsProps) {
  const { person, abilities } = sheet
  const go = useGo()
  const may = (ability: string) => abilities.includes(ability)
  const intake = `/consultations/new?person=${person.id}`
  useShortcuts(
    [{ keys: ['F2'], label: 'この方の相談を受け付ける', group: 'ページ', run: () => void go(intake) }],
    may('consultation.write'),
  )
  const link = buttonClass('secondary', 'small')
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {may('consultation.write') ? (
        <AppLink to={intake} className={buttonClass('primary', 'small')}>
          <Icon name="plus" className="size-4" />
          この方の相談
          <Key>F2</Key>
        </AppLink>
      ) : null}
      {may('person.change') ? (
        <>
          <Button size="small" onPress={onContact}>
            連絡先を追加
          </Button>
          <AppLink to={`/people/${person.id}/edit`} className={link}>
            修正
          </AppLink>
        </>
      ) : null}
      {may('person.transfer') ? (
        <Button size="small" onPress={() => onOpen('transfer')}>
          引き継ぎ
        </Button>
      ) : null}
      <FurtherDeeds sheet={sheet} onOpen={onOpen} />
      {may('person.history') ? (
        <AppLink to={`/people/${person.id}/history`} className={link}>
          履歴
        </AppLink>
      ) : null}
      {sheet.menu.map((entry) => (
        <AppLink key={entry.id} to={entry.link} className={link}>
          {entry.label}
        </AppLink>
      ))}
      <PrintButton label="印刷" size="small" />
    </div>
  )
}

/** What is rare and weighs much stands behind one button. */
function FurtherDeeds({ sheet, onOpen }: Pick<ActionsProps, 'sheet' | 'onOpen'>) {
  const { person, abilities } = sheet
  const go = useGo()
  const deeds: { label: string; run: () => void }[] = []
  if (abilities.includes('person.record-event') && (person.diedOn === null || person.movedOutOn === null))
    deeds.push({ label: '死亡・転出', run: () => onOpen('event') })
  if (abilities.includes('person.compare'))
    deeds.push({ label: '同一人物の統合', run: () => void go(`/people/${person.id}/merge`) })
  if (abilities.includes('person.restrict'))
    deeds.push({ label: '支援措置・閲覧制限', run: () => onOpen('restriction') })
  if (deeds.length === 0) return null
  return (
    <Dropdown button={<span className="font-bold text-accent">その他の手続き ▾</span>}>
      {(close) => (
        <ul className="flex flex-col gap-1">
          {deeds.map(({ label, run }) => (
            <li key={label}>
              <Button
                size="small"
                look="quiet"
                onPress={() => {
                  close()
                  run()
                }}
              >
                {label}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dropdown>
  )
}
