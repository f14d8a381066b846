import { useState } from 'react'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { APPLICATION_KINDS, levelLabel, PROXIES } from '../codes.ts'
import { type Entry, enter, type Sheet } from './api.ts'
import {
  IndependenceFields,
  independenceOf,
  LevelField,
  MonthsField,
  noIndependence,
  optionsOf,
} from './fields.tsx'
import type { Basis } from './person-page.tsx'

const TITLES: Record<Basis, { title: string; submit: string; said: string }> = {
  application: { title: '認定の申請を記録する', submit: '申請を保存する', said: '申請を記録しました' },
  card: {
    title: '被保険者証から記録する',
    submit: '認定を保存する',
    said: '被保険者証の認定を記録しました。更新の予定を作りました',
  },
  decision: { title: '認定の決定を記録する', submit: '決定を保存する', said: '認定の決定を記録しました' },
}
const KINDS = APPLICATION_KINDS.filter(({ code }) => code !== 'disqualified')
const THREE = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
  { value: 'unknown', label: '未確認' },
]
const threeOf = (value: string) => (value === 'unknown' ? null : value === 'yes')

const blankOf = (sheet: Sheet) => ({
  kind: sheet.current ? 'renewal' : 'new',
  appliedOn: null as string | null,
  proxy: 'none',
  askedBy: '',
  askedOn: null as string | null,
  handedInOn: null as string | null,
  isCardKept: 'unknown',
  isDisclosureAgreed: 'unknown',
  doctor: '',
  specifiedDisease: '',
  note: '',
  level: '',
  decidedOn: null as string | null,
  validFrom: null as string | null,
  validTo: null as string | null,
  confirmedOn: sheet.today as string | null,
  months: null as number | null,
  movedInOn: null as string | null,
  independence: noIndependence,
})
type Fields = ReturnType<typeof blankOf>
type PanelProps = { sheet: Sheet; basis: Basis; onClose: () => void; onDone: (said: string) => void }
type PartProps = { sheet: Sheet; value: Fields; set: (change: Partial<Fields>) => void }

/** One of the three ways in which a 認定 comes to be recorded. */
export function EntryPanel({ sheet, basis, onClose, onDone }: PanelProps) {
  const { nowMs } = useClock()
  const [id] = useState(() => newId(nowMs()))
  const [value, setValue] = useState(() => blankOf(sheet))
  const set = (change: Partial<Fields>) => setValue((all) => ({ ...all, ...change }))
  const words = TITLES[basis]
  const part = { sheet, value, set }
  return (
    <Panel title={words.title} onClose={onClose}>
      <EntryForm
        label={words.title}
        submitLabel={words.submit}
        readers={sheet.readers}
        onSubmit={async () => {
          await enter(sheet.person.id, bodyOf(basis, id, value))
          onDone(words.said)
        }}
      >
        {basis === 'card' ? (
          <CardFields {...part} />
        ) : (
          <ApplicationFields {...part} isDecision={basis === 'decision'} />
        )}
        {basis === 'application' ? null : (
          <IndependenceFields value={value.independence} onChange={(independence) => set({ independence })} />
        )}
        <TextField
          name="note"
          label="備考"
          value={value.note}
          onChange={(note) => set({ note })}
          isLong
          rows={2}
        />
      </EntryForm>
    </Panel>
  )
}

function CardFields({ value, set }: PartProps) {
  return (
    <>
      <p className="text-sm">
        被保険者証に書いてあるとおりに記録します。保険者の決定は、保険者の担当だけが記録します。
      </p>
      <LevelField value={value.level} onChange={(level) => set({ level })} withoutNone />
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
      <DateField
        name="decidedOn"
        label="認定年月日"
        value={value.decidedOn}
        onChange={(decidedOn) => set({ decidedOn })}
      />
      <DateField
        name="confirmedOn"
        label="被保険者証を確かめた日"
        value={value.confirmedOn}
        onChange={(confirmedOn) => set({ confirmedOn })}
        isRequired
      />
    </>
  )
}

function ApplicationFields({ sheet, value, set, isDecision }: PartProps & { isDecision: boolean }) {
  return (
    <>
      <RadioChoice
        name="kind"
        label="申請区分"
        value={value.kind}
        onChange={(kind) => set({ kind })}
        options={optionsOf(KINDS)}
        columns="repeat(2, 1fr)"
        isRequired
      />
      <DateField
        name="appliedOn"
        label="市町村が申請を受け付けた日"
        description="署名した日ではありません。この日から30日と有効期間を数えます。分からなければ空けておきます。"
        value={value.appliedOn}
        onChange={(appliedOn) => set({ appliedOn })}
        isRequired={isDecision}
        offersToday
      />
      {isDecision ? <DecisionFields sheet={sheet} value={value} set={set} /> : null}
      {sheet.insuredType === 'category1Insured' ? null : (
        <SelectField
          name="specifiedDisease"
          label="特定疾病（第2号被保険者）"
          value={value.specifiedDisease}
          onChange={(specifiedDisease) => set({ specifiedDisease })}
          options={sheet.diseases.map(({ key, label }) => ({ value: key, label }))}
        />
      )}
      {isDecision ? null : <ProxyFields sheet={sheet} value={value} set={set} />}
    </>
  )
}

function DecisionFields({ sheet, value, set }: PartProps) {
  return (
    <>
      <DateField
        name="decidedOn"
        label="認定年月日"
        value={value.decidedOn}
        onChange={(decidedOn) => set({ decidedOn })}
        isRequired
        offersToday
      />
      <LevelField value={value.level} onChange={(level) => set({ level })} />
      {value.kind === 'movedIn' ? (
        <DateField
          name="movedInOn"
          label="転入した日"
          value={value.movedInOn}
          onChange={(movedInOn) => set({ movedInOn })}
          isRequired
        />
      ) : null}
      <MonthsField
        value={value.months}
        onChange={(months) => set({ months })}
        help={monthsHelp(sheet, value.kind, value.level)}
      />
    </>
  )
}

/** 「3～48か月。空けておくと12か月（初期値）」, by what CRT-04 and the municipality allow. */
export function monthsHelp({ validity, current }: Sheet, kind: string, level: string): string {
  const isSame = current !== null && level === current.level
  const [limits, localMax] =
    kind === 'renewal'
      ? isSame
        ? [validity.renewalSame, validity.maxRenewalSame]
        : [validity.renewalOther, validity.maxRenewalOther]
      : [kind === 'new' || kind === 'movedIn' ? validity.new : validity.change, null]
  const max = Math.min(limits.max, localMax ?? limits.max)
  const which =
    kind === 'renewal' && current && level
      ? isSame
        ? `${levelLabel(current.level)}のまま変わらない更新。`
        : `${levelLabel(current.level)}から変わる更新。`
      : ''
  const unread = validity.confidence === 'seen' ? '' : '（出典未確認）'
  return `${which}${limits.min}～${max}か月。空けておくと${Math.min(limits.default, max)}か月（初期値）。根拠 ${validity.source}${unread}`
}

function ProxyFields({ value, set }: PartProps) {
  return (
    <>
      <RadioChoice
        name="proxy"
        label="申請の提出"
        value={value.proxy}
        onChange={(proxy) => set({ proxy })}
        options={optionsOf(PROXIES)}
        isRequired
      />
      {value.proxy === 'none' ? null : (
        <>
          <TextField
            name="askedBy"
            label="申請を頼んだ人"
            description="例: 本人、長女"
            value={value.askedBy}
            onChange={(askedBy) => set({ askedBy })}
            isRequired
          />
          <DateField
            name="askedOn"
            label="頼まれた日"
            value={value.askedOn}
            onChange={(askedOn) => set({ askedOn })}
          />
          <DateField
            name="handedInOn"
            label="提出した日"
            value={value.handedInOn}
            onChange={(handedInOn) => set({ handedInOn })}
          />
        </>
      )}
      <TextField
        name="doctor"
        label="主治医・医療機関"
        value={value.doctor}
        onChange={(doctor) => set({ doctor })}
      />
      <RadioChoice
        name="isCardKept"
        label="被保険者証を市に預けている（資格者証）"
        value={value.isCardKept}
        onChange={(isCardKept) => set({ isCardKept })}
        options={THREE}
        isInline
      />
      <RadioChoice
        name="isDisclosureAgreed"
        label="計画を作るための情報提供に同意"
        value={value.isDisclosureAgreed}
        onChange={(isDisclosureAgreed) => set({ isDisclosureAgreed })}
        options={THREE}
        isInline
      />
    </>
  )
}

function bodyOf(basis: Basis, id: string, value: Fields): Entry {
  const note = value.note.trim() || null
  if (basis === 'card')
    return {
      basis,
      id,
      level: value.level,
      decidedOn: value.decidedOn,
      validFrom: value.validFrom ?? '',
      validTo: value.validTo ?? '',
      confirmedOn: value.confirmedOn ?? '',
      ...independenceOf(value.independence),
      note,
    }
  const application = {
    id,
    kind: value.kind,
    proxy: value.proxy,
    askedBy: value.askedBy.trim() || null,
    askedOn: value.askedOn,
    handedInOn: value.handedInOn,
    isCardKept: threeOf(value.isCardKept),
    isDisclosureAgreed: threeOf(value.isDisclosureAgreed),
    doctor: value.doctor.trim() || null,
    specifiedDisease: value.specifiedDisease || null,
    note,
  }
  if (basis === 'application') return { ...application, basis, appliedOn: value.appliedOn }
  return {
    ...application,
    basis,
    appliedOn: value.appliedOn ?? '',
    decidedOn: value.decidedOn ?? '',
    level: value.level,
    months: value.months,
    movedInOn: value.movedInOn,
    ...independenceOf(value.independence),
  }
}
