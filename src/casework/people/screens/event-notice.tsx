import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { EVENT_KINDS, INFORMATION_SOURCES, labelOf } from '../codes.ts'
import type { Sheet, SheetEvent } from '../schema-sheet.ts'
import { refreshPerson } from './api.ts'
import { cancelEvent } from './api-life.ts'
import { readersOnly } from './person-page.tsx'

/** What stands over everything else on the sheet, calmly: merged, died, moved away; and how it is known. */
export function LifeNotices({ sheet }: { sheet: Sheet }) {
  const [cancelling, setCancelling] = useState<SheetEvent | null>(null)
  const { mergedInto, events, person } = sheet
  return (
    <div className="mb-3 flex flex-col gap-2 empty:hidden">
      {person.mergedInto ? (
        <Notice
          tone="caution"
          title={
            mergedInto ? `${mergedInto.name} さんに統合されました` : 'この記録は、ほかの記録に統合されました'
          }
        >
          {mergedInto ? (
            <AppLink to={`/people/${mergedInto.id}`}>{mergedInto.name} さんの記録を開く</AppLink>
          ) : null}
        </Notice>
      ) : null}
      {events.map((event) => (
        <Notice
          key={event.id}
          tone="neutral"
          title={`${formatDate(event.happenedOn as IsoDate)} ${EVENT_KINDS[event.kind]}`}
        >
          <p className="text-sm">{howKnown(event)}</p>
          {event.coreConfirmedAt === null && sheet.abilities.includes('person.record-event') ? (
            <Button size="small" look="quiet" onPress={() => setCancelling(event)}>
              {EVENT_KINDS[event.kind]}の記録を取り消す
            </Button>
          ) : null}
        </Notice>
      ))}
      {cancelling ? (
        <CancelPanel sheet={sheet} event={cancelling} onClose={() => setCancelling(null)} />
      ) : null}
    </div>
  )
}

function howKnown(event: SheetEvent): string {
  const parts =
    event.origin === 'core-system'
      ? ['基幹システムの異動として届きました。']
      : [
          `${labelOf(INFORMATION_SOURCES, event.informationSource ?? '')}から知りました（確認者 ${event.confirmedByName ?? '不明'}、記録 ${formatDate(dayInJapan(event.recordedAt), 'short')} ${event.recordedByName ?? ''}）。`,
          event.coreConfirmedAt
            ? '基幹システムでも確かめられました。'
            : '基幹システムの届出は、まだ届いていません。',
        ]
  return [
    ...parts,
    event.movedTo ? `転出先: ${event.movedTo}。` : '',
    event.note ? `メモ: ${event.note}` : '',
    '電話・郵送は止めています。',
  ].join('')
}

type CancelProps = { sheet: Sheet; event: SheetEvent; onClose: () => void }

function CancelPanel({ sheet, event, onClose }: CancelProps) {
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  const word = EVENT_KINDS[event.kind]
  const save = async () => {
    const done = await cancelEvent(sheet.person.id, event.id, {
      version: event.version,
      reason: reason.trim(),
    })
    await refreshPerson(client, sheet.person.id)
    onClose()
    show(`${word}の記録を取り消しました。予定${done.reopened}件が戻りました`)
  }
  return (
    <Panel title={`${word}の記録を取り消す`} onClose={onClose}>
      <ul className="mb-4 list-disc pl-6 text-sm">
        <li>取りやめた予定と、終わった閲覧の許可が元に戻ります。</li>
        <li>作った手続きの予定は終わります（済んだものはそのまま残ります）。</li>
        <li>電話・郵送を止める印が外れます。</li>
      </ul>
      <EntryForm label="取消" submitLabel="取り消す" readers={readersOnly(sheet)} onSubmit={save}>
        <TextField
          name="reason"
          label="理由"
          description="例: 別の方だった"
          value={reason}
          onChange={setReason}
          maxLength={300}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
