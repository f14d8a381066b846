import { useState } from 'react'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { type Certification, change, close, decide, postpone, type Sheet, withdraw } from './api.ts'
import { monthsHelp } from './entry-panel.tsx'
import { type Independence, IndependenceFields, independenceOf, LevelField, MonthsField } from './fields.tsx'

export type Deed = 'decide' | 'postpone' | 'change' | 'withdraw' | 'close'
export type DeedProps = {
  sheet: Sheet
  record: Certification
  onClose: () => void
  onDone: (said: string) => void
}

/** What is done with an entry, each with its own panel. */
export function DeedPanel({ deed, ...props }: DeedProps & { deed: Deed }) {
  switch (deed) {
    case 'decide':
      return <DecidePanel {...props} />
    case 'postpone':
      return <PostponePanel {...props} />
    case 'change':
      return <ChangePanel {...props} />
    case 'withdraw':
      return <WithdrawPanel {...props} />
    case 'close':
      return <ClosePanel {...props} />
  }
}

/** The version to send, and what to say when somebody saved first: sent again, it then holds. */
function useVersion(record: Certification) {
  const [version, setVersion] = useState(record.version)
  const [isStale, setStale] = useState(false)
  const onConflict = (conflict: Conflict) => {
    setVersion((conflict.stored as Certification).version)
    setStale(true)
  }
  const notice = isStale ? (
    <Notice tone="caution" title="ほかの人が先に保存しました" role="alert">
      画面の後ろの記録を見比べて、それでも保存するときは、もう一度押してください。
    </Notice>
  ) : null
  return { version, onConflict, notice }
}

const independenceFrom = (record: Certification): Independence => ({
  disabilityByDoctor: record.disabilityByDoctor ?? '',
  disabilityByExaminer: record.disabilityByExaminer ?? '',
  dementiaByDoctor: record.dementiaByDoctor ?? '',
  dementiaByExaminer: record.dementiaByExaminer ?? '',
})

function DecidePanel({ sheet, record, onClose, onDone }: DeedProps) {
  const { version, onConflict, notice } = useVersion(record)
  const [decidedOn, setDecidedOn] = useState<string | null>(sheet.today)
  const [level, setLevel] = useState('')
  const [months, setMonths] = useState<number | null>(null)
  const [movedInOn, setMovedInOn] = useState<string | null>(null)
  const [disease, setDisease] = useState(record.specifiedDisease ?? '')
  const [independence, setIndependence] = useState(independenceFrom(record))
  return (
    <Panel title="認定を決める" onClose={onClose}>
      {notice}
      <EntryForm
        label="認定の決定"
        submitLabel="認定を保存する"
        readers={sheet.readers}
        onConflict={onConflict}
        onSubmit={async () => {
          const stored = await decide(record.id, {
            version,
            decidedOn: decidedOn ?? '',
            level,
            months,
            movedInOn,
            specifiedDisease: disease || null,
            ...independenceOf(independence),
          })
          onDone(
            stored.validTo
              ? '認定を記録しました。担当者に更新の予定を作りました'
              : '非該当として記録しました',
          )
        }}
      >
        <DateField
          name="decidedOn"
          label="認定年月日"
          value={decidedOn}
          onChange={setDecidedOn}
          isRequired
          offersToday
        />
        <LevelField value={level} onChange={setLevel} />
        {record.kind === 'movedIn' ? (
          <DateField
            name="movedInOn"
            label="転入した日"
            value={movedInOn}
            onChange={setMovedInOn}
            isRequired
          />
        ) : null}
        <MonthsField value={months} onChange={setMonths} help={monthsHelp(sheet, record.kind, level)} />
        {sheet.insuredType === 'category1Insured' ? null : (
          <SelectField
            name="specifiedDisease"
            label="特定疾病（第2号被保険者）"
            value={disease}
            onChange={setDisease}
            options={sheet.diseases.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
        <IndependenceFields value={independence} onChange={setIndependence} />
      </EntryForm>
    </Panel>
  )
}

function PostponePanel({ sheet, record, onClose, onDone }: DeedProps) {
  const { version, onConflict, notice } = useVersion(record)
  const [toldOn, setToldOn] = useState<string | null>(sheet.today)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  return (
    <Panel title="延期の通知を記録する" onClose={onClose}>
      {notice}
      <EntryForm
        label="延期の通知"
        submitLabel="延期を保存する"
        onConflict={onConflict}
        onSubmit={async () => {
          await postpone(record.id, { version, to: to ?? '', toldOn: toldOn ?? '', reason })
          onDone('延期の通知を記録しました。期限を見込みの日に移しました')
        }}
      >
        <DateField name="toldOn" label="延期を通知した日" value={toldOn} onChange={setToldOn} isRequired />
        <DateField name="to" label="処理見込みの日" value={to} onChange={setTo} isRequired />
        <TextField name="reason" label="理由" value={reason} onChange={setReason} isRequired />
      </EntryForm>
    </Panel>
  )
}

/** Corrects what was entered. A decided period of the municipality is computed anew; one from a card is typed. */
function ChangePanel({ sheet, record, onClose, onDone }: DeedProps) {
  const { version, onConflict, notice } = useVersion(record)
  const [value, setValue] = useState(record)
  const [independence, setIndependence] = useState(independenceFrom(record))
  const set = (part: Partial<Certification>) => setValue((all) => ({ ...all, ...part }))
  const isDecided = record.state === 'decided'
  const isCard = record.basis === 'card'
  return (
    <Panel title="認定の記録を直す" onClose={onClose}>
      {notice}
      <EntryForm
        label="認定の修正"
        submitLabel="直した内容を保存する"
        readers={sheet.readers}
        onConflict={onConflict}
        onSubmit={async () => {
          await change(record.id, {
            version,
            note: value.note?.trim() || null,
            doctor: value.doctor?.trim() || null,
            appliedOn: value.appliedOn,
            ...(isDecided
              ? { decidedOn: value.decidedOn, level: value.level, ...independenceOf(independence) }
              : {}),
            ...(isDecided && !isCard ? { months: value.months } : {}),
            ...(isCard
              ? { validFrom: value.validFrom, validTo: value.validTo, confirmedOn: value.confirmedOn }
              : {}),
          })
          onDone('認定の記録を直しました。予定も合わせました')
        }}
      >
        {isCard ? null : (
          <DateField
            name="appliedOn"
            label="申請の受付日"
            value={value.appliedOn}
            onChange={(appliedOn) => set({ appliedOn })}
          />
        )}
        {isDecided ? (
          <>
            <LevelField value={value.level ?? ''} onChange={(level) => set({ level })} withoutNone={isCard} />
            <DateField
              name="decidedOn"
              label="認定年月日"
              value={value.decidedOn}
              onChange={(decidedOn) => set({ decidedOn })}
            />
            {isCard ? (
              <>
                <DateField
                  name="validFrom"
                  label="有効期間の始まり"
                  value={value.validFrom}
                  onChange={(validFrom) => set({ validFrom })}
                  isRequired
                />
                <DateField
                  name="validTo"
                  label="有効期間の終わり"
                  value={value.validTo}
                  onChange={(validTo) => set({ validTo })}
                  isRequired
                />
              </>
            ) : (
              <MonthsField
                value={value.months}
                onChange={(months) => set({ months })}
                help={monthsHelp(sheet, record.kind, value.level ?? '')}
              />
            )}
            <IndependenceFields value={independence} onChange={setIndependence} />
          </>
        ) : (
          <TextField
            name="doctor"
            label="主治医・医療機関"
            value={value.doctor ?? ''}
            onChange={(doctor) => set({ doctor })}
          />
        )}
        <TextField
          name="note"
          label="備考"
          value={value.note ?? ''}
          onChange={(note) => set({ note })}
          isLong
          rows={2}
        />
      </EntryForm>
    </Panel>
  )
}

function WithdrawPanel({ sheet, record, onClose, onDone }: DeedProps) {
  const { version, onConflict, notice } = useVersion(record)
  const [on, setOn] = useState<string | null>(sheet.today)
  const [reason, setReason] = useState('')
  return (
    <Panel title="取り下げる" onClose={onClose}>
      {notice}
      <p className="mb-3 text-sm">
        {record.basis === 'card'
          ? '記録は理由とともに残り、区分と更新の予定には使われなくなります。'
          : '申請の取下げを記録します。記録は理由とともに残ります。'}
      </p>
      <EntryForm
        label="取下げ"
        submitLabel="取り下げる"
        onConflict={onConflict}
        onSubmit={async () => {
          await withdraw(record.id, { version, on: on ?? '', reason })
          onDone('取り下げました')
        }}
      >
        <DateField name="on" label="取り下げた日" value={on} onChange={setOn} isRequired />
        <TextField name="reason" label="理由" value={reason} onChange={setReason} isRequired />
      </EntryForm>
    </Panel>
  )
}

function ClosePanel({ sheet, record, onClose, onDone }: DeedProps) {
  const { version, onConflict, notice } = useVersion(record)
  const outcome = record.state === 'received' ? ('rejected' as const) : ('cancelled' as const)
  const [on, setOn] = useState<string | null>(sheet.today)
  const [ends, setEnds] = useState('never')
  const [endedOn, setEndedOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const word = outcome === 'rejected' ? '却下' : '取消'
  return (
    <Panel title={`認定の${word}を記録する`} onClose={onClose}>
      {notice}
      <EntryForm
        label={word}
        submitLabel={`${word}を保存する`}
        onConflict={onConflict}
        onSubmit={async () => {
          await close(record.id, {
            version,
            outcome,
            on: on ?? '',
            endedOn: ends === 'within' ? endedOn : null,
            reason,
          })
          onDone(`${word}を記録しました`)
        }}
      >
        <DateField name="on" label={`${word}の日`} value={on} onChange={setOn} isRequired />
        {outcome === 'cancelled' ? (
          <>
            <RadioChoice
              name="ends"
              label="効力"
              value={ends}
              onChange={setEnds}
              options={[
                { value: 'never', label: '初めから無かったものとする' },
                { value: 'within', label: '途中の日まで効力がある' },
              ]}
            />
            {ends === 'within' ? (
              <DateField
                name="endedOn"
                label="効力の最後の日"
                value={endedOn}
                onChange={setEndedOn}
                isRequired
              />
            ) : null}
          </>
        ) : null}
        <TextField name="reason" label="理由" value={reason} onChange={setReason} isRequired />
      </EntryForm>
    </Panel>
  )
}
