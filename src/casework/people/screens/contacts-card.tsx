import { Button } from '../../../ui/button/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Contact } from '../schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { Card } from './sheet-cards.tsx'

/** Contacts that go on paper; the rest is counted there. */
const onPaper = 4

export function ContactsCard({ sheet, onEdit }: { sheet: Sheet; onEdit: (contact: Contact) => void }) {
  const { contacts } = sheet
  const mayChange = sheet.abilities.includes('person.change')
  return (
    <Card title={`連絡先・家族（${contacts.length}件）`}>
      {contacts.length === 0 ? <p className="text-soft">登録はまだありません</p> : null}
      <ul className="divide-y divide-line">
        {contacts.map((contact, index) => (
          <li key={contact.id} className={`py-1 ${index >= onPaper ? 'print:hidden' : ''}`}>
            <div className="flex flex-wrap items-center gap-x-2">
              <span className="font-bold">{contact.name}</span>
              <span>{contact.relationship}</span>
              <span className="tabular-nums">{contact.phone ?? '電話なし'}</span>
              {mayChange ? (
                <span className="ml-auto">
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={`${contact.name} さんの連絡先を直す`}
                    onPress={() => onEdit(contact)}
                  >
                    直す
                  </Button>
                </span>
              ) : null}
            </div>
            <ContactMarks contact={contact} />
            {contact.address ? <p className="text-soft">{contact.address}</p> : null}
            {contact.note ? <p className="text-soft print:line-clamp-1">{contact.note}</p> : null}
          </li>
        ))}
      </ul>
      {contacts.length > onPaper ? (
        <p className="hidden print:block">ほかに{contacts.length - onPaper}件</p>
      ) : null}
    </Card>
  )
}

function ContactMarks({ contact }: { contact: Contact }) {
  if (!contact.isKeyPerson && !contact.isEmergency && !contact.isCallerWarning) return null
  return (
    <p className="flex flex-wrap gap-1">
      {contact.isCallerWarning ? <Status tone="danger">連絡注意</Status> : null}
      {contact.isKeyPerson ? <Status tone="info">キーパーソン</Status> : null}
      {contact.isEmergency ? <Status tone="caution">緊急連絡先</Status> : null}
    </p>
  )
}
