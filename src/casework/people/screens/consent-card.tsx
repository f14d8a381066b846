import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { CheckChoice, RadioChoice } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { CONSENT_SCOPES, CONSENT_STATES, labelOf } from '../codes.ts'
import type { Sheet } from '../schema-sheet.ts'
import type { ConsentBody } from '../standing/schema.ts'
import { refreshPerson } from './api.ts'
import { recordConsent, withdrawConsent } from './api-life.ts'
import { readersOnly } from './person-page.tsx'
import { Card, Line } from './sheet-cards.tsx'

/** 情報提供への同意: not asked, yes, no — three different things. */
export function ConsentCard({ sheet }: { sheet: Sheet }) {
  const { consent } = sheet
  const [open, setOpen] = useState<'record' | 'withdraw' | null>(null)
  const mayChange = sheet.abilities.includes('person.change')
  return (
    <>
      <Card
        title="情報提供への同意"
        actions={
          mayChange ? (
            <span className="print:hidden">
              <Button
                size="small"
                look="quiet"
                aria-label="情報提供への同意を記録する"
                onPress={() => setOpen('record')}
              >
                {consent ? '改めて聞く' : '記録する'}
              </Button>
            </span>
          ) : null
        }
      >
        {consent ? (
          <>
            <p>
              <Status tone={consent.state === 'obtained' ? 'good' : 'caution'}>
                {CONSENT_STATES[consent.state]}
              </Status>
            </p>
            <dl>
              <Line label="日付">{formatDate(consent.givenOn as IsoDate)}</Line>
              <Line label="氏名">
                {consent.givenBy}（{consent.relationship}）
              </Line>
              {consent.scope.length > 0 ? (
                <Line label="提供先">
                  {consent.scope.map((one) => labelOf(CONSENT_SCOPES, one)).join('、')}
                </Line>
              ) : null}
              {consent.note ? <Line label="条件">{consent.note}</Line> : null}
            </dl>
            {mayChange && consent.state === 'obtained' ? (
              <span className="print:hidden">
                <Button size="small" look="quiet" onPress={() => setOpen('withdraw')}>
                  同意の撤回を記録する
                </Button>
              </span>
            ) : null}
          </>
        ) : (
          <p>
            <Status tone="neutral">まだ聞いていません</Status>
          </p>
        )}
      </Card>
      {open === 'record' ? <RecordPanel sheet={sheet} onClose={() => setOpen(null)} /> : null}
      {open === 'withdraw' ? <WithdrawPanel sheet={sheet} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

const states = Object.entries(CONSENT_STATES).map(([value, label]) => ({ value, label }))
const scopes = Object.entries(CONSENT_SCOPES).map(([value, label]) => ({ value, label }))

function RecordPanel({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const client = useQueryClient()
  const show = useToast()
  const [state, setState] = useState<string | null>(null)
  const [givenOn, setDay] = useState<IsoDate | null>(sheet.today as IsoDate)
  const [givenBy, setBy] = useState(sheet.person.name)
  const [relationship, setRelationship] = useState('本人')
  const [scope, setScope] = useState<string[]>([])
  const [note, setNote] = useState('')
  const save = async () => {
    await recordConsent(sheet.person.id, {
      state: state as ConsentBody['state'],
      givenOn: givenOn ?? '',
      givenBy: givenBy.trim(),
      relationship: relationship.trim(),
      scope: scope as ConsentBody['scope'],
      note: note.trim() || null,
    })
    await refreshPerson(client, sheet.person.id)
    onClose()
    show('情報提供への同意を記録しました')
  }
  return (
    <Panel title="情報提供への同意を記録する" onClose={onClose}>
      <EntryForm
        label="情報提供への同意"
        submitLabel="同意を記録する"
        readers={readersOnly(sheet)}
        onSubmit={save}
      >
        <RadioChoice
          name="state"
          label="同意"
          options={states}
          value={state}
          onChange={setState}
          isInline
          isRequired
        />
        <DateField
          name="givenOn"
          label="日付"
          value={givenOn}
          onChange={setDay}
          limits={{ notAfter: sheet.today as IsoDate }}
          isRequired
        />
        <TextField
          name="givenBy"
          label="氏名"
          description="答えた方。"
          value={givenBy}
          onChange={setBy}
          isRequired
          width={14}
        />
        <TextField
          name="relationship"
          label="本人との関係"
          description="例: 本人、長女、成年後見人"
          value={relationship}
          onChange={setRelationship}
          isRequired
          width={10}
        />
        {state === 'refused' ? null : (
          <CheckChoice
            name="scope"
            label="提供先"
            options={scopes}
            value={scope}
            onChange={setScope}
            isRequired
          />
        )}
        <TextField
          name="note"
          label="条件"
          description="例: 病名は伝えない"
          value={note}
          onChange={setNote}
          isLong
          rows={2}
        />
      </EntryForm>
    </Panel>
  )
}

function WithdrawPanel({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const client = useQueryClient()
  const show = useToast()
  const [on, setOn] = useState<IsoDate | null>(sheet.today as IsoDate)
  const [reason, setReason] = useState('')
  const { consent } = sheet
  if (!consent) return null
  const save = async () => {
    await withdrawConsent(sheet.person.id, consent.id, consent.version, on ?? '', reason.trim())
    await refreshPerson(client, sheet.person.id)
    onClose()
    show('同意の撤回を記録しました')
  }
  return (
    <Panel title="同意の撤回を記録する" onClose={onClose}>
      <p className="mb-3 text-sm">撤回の日から、この同意はないものとして扱います。記録は残ります。</p>
      <EntryForm label="同意の撤回" submitLabel="撤回を記録する" readers={readersOnly(sheet)} onSubmit={save}>
        <DateField
          name="on"
          label="日付"
          value={on}
          onChange={setOn}
          limits={{ notAfter: sheet.today as IsoDate }}
          isRequired
        />
        <TextField
          name="reason"
          label="撤回の理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
