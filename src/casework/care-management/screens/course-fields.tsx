import type { ReactNode } from 'react'
import { CheckChoice, RadioChoice } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { NumberField, SelectField, TextField } from '../../../ui/form/index.ts'
import {
  COURSE_TYPES,
  type CourseType,
  FLEXIBLE_CONDITIONS,
  LEVELS,
  type Level,
  MODES,
  type ModeCode,
  STATES,
  VIDEO_CONDITIONS,
} from '../codes.ts'
import { PROCESS } from '../rules/type.ts'
import type { CourseEntry } from './entry.ts'
import { MonthField } from './month-field.tsx'
import { ChoiceFields, ServiceFields } from './row-fields.tsx'
import { optionsOf } from './words.ts'

export type FieldsProps = {
  entry: CourseEntry
  set: (change: Partial<CourseEntry>) => void
  staff: { id: string; name: string }[]
  proposed: CourseType | null
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="border-t border-line pt-3">
    <h2 className="mb-3 text-lg font-bold">{title}</h2>
    <div className="flex flex-col gap-4">{children}</div>
  </section>
)

/** All fields of a course in the order of the work: state, services, type, who, when, contract, fairness. */
export function CourseFields(props: FieldsProps) {
  const { entry, set } = props
  return (
    <>
      <Section title="状態と予定のサービス">
        <SelectField
          name="level"
          label="要介護度"
          blank="わからない"
          value={entry.level}
          onChange={(level) => set({ level: level as Level | '' })}
          options={optionsOf(LEVELS)}
        />
        <ServiceFields rows={entry.services} onChange={(services) => set({ services })} />
      </Section>
      <TypeSection {...props} />
      <WhoAndWhen {...props} />
      {entry.type === 'A' ? <ModeSection {...props} /> : null}
      {entry.type === 'B' ? <IntervalSection {...props} /> : null}
      <ContractSection {...props} />
      <Section title="公正中立: 事業所の選択">
        <ChoiceFields rows={entry.choices} onChange={(choices) => set({ choices })} />
      </Section>
    </>
  )
}

function TypeSection({ entry, set, proposed }: FieldsProps) {
  const isOther = proposed !== null && entry.type !== '' && entry.type !== proposed
  return (
    <Section title="類型">
      <RadioChoice
        name="type"
        label="類型"
        description={
          proposed === null ? 'サービスの種類を選ぶと、案が出ます。' : `サービスからの案は ${proposed} です。`
        }
        options={COURSE_TYPES.map(({ code, label }) => ({
          value: code,
          label: code === proposed ? `${label}（案）` : label,
          description: `モニタリング: ${PROCESS[code].monitoring}`,
        }))}
        columns="repeat(3, 1fr)"
        value={entry.type === '' ? null : entry.type}
        onChange={(type) => set({ type: type as CourseType })}
      />
      <TextField
        name="typeReason"
        label={isOther ? '案と違う類型にする理由' : '類型についてのメモ'}
        value={entry.typeReason}
        onChange={(typeReason) => set({ typeReason })}
        isRequired={isOther}
      />
    </Section>
  )
}

function WhoAndWhen({ entry, set, staff }: FieldsProps) {
  return (
    <Section title="担当と期間">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="staffId"
          label="責任者"
          blank="未定"
          value={entry.staffId}
          onChange={(staffId) => set({ staffId })}
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <MonthField
          name="startMonth"
          label="サービスの開始月"
          description="この翌月からモニタリングの期間を数えます。例: R8.12"
          value={entry.startMonth}
          onChange={(startMonth) => set({ startMonth })}
        />
        <DateField
          name="planFrom"
          label="計画の初日"
          value={entry.planFrom}
          onChange={(planFrom) => set({ planFrom })}
        />
        <DateField
          name="planTo"
          label="計画の終わり"
          value={entry.planTo}
          onChange={(planTo) =>
            set(
              entry.evaluationOn === null || entry.evaluationOn === entry.planTo
                ? { planTo, evaluationOn: planTo }
                : { planTo },
            )
          }
        />
        <DateField
          name="evaluationOn"
          label="評価期間の終わり"
          description="計画の終わりと同じ日が入ります。違うときは直してください。"
          value={entry.evaluationOn}
          onChange={(evaluationOn) => set({ evaluationOn })}
        />
        <RadioChoice
          name="state"
          label="状態"
          options={optionsOf(STATES.slice(0, 2))}
          isInline
          value={entry.state}
          onChange={(state) => set({ state: state as CourseEntry['state'] })}
        />
      </div>
    </Section>
  )
}

function ModeSection({ entry, set }: FieldsProps) {
  const conditions = entry.mode === 'video' ? VIDEO_CONDITIONS : FLEXIBLE_CONDITIONS
  return (
    <Section title="モニタリングの方法">
      <RadioChoice
        name="mode.kind"
        label="方法"
        options={optionsOf(MODES)}
        value={entry.mode}
        onChange={(mode) => set({ mode: mode as ModeCode, modeConditions: [], modeMonths: null })}
      />
      {entry.mode === 'flexible' ? (
        <NumberField
          name="mode.months"
          label="間隔"
          unit="か月"
          min={4}
          max={12}
          value={entry.modeMonths}
          onChange={(modeMonths) => set({ modeMonths })}
          isRequired
        />
      ) : null}
      {entry.mode === 'standard' ? null : (
        <>
          <CheckChoice
            name="mode.conditions"
            label="条件（すべて必要です）"
            options={optionsOf(conditions)}
            value={entry.modeConditions}
            onChange={(modeConditions) => set({ modeConditions })}
          />
          <TextField
            name="mode.note"
            label="条件の確認の記録"
            value={entry.modeNote}
            onChange={(modeNote) => set({ modeNote })}
            isLong
            rows={2}
          />
        </>
      )}
    </Section>
  )
}

const IntervalSection = ({ entry, set }: FieldsProps) => (
  <Section title="モニタリングの間隔">
    <NumberField
      name="mode.months"
      label="この方の間隔"
      unit="か月"
      description="空欄のときは、市の設定に従います。"
      min={1}
      max={12}
      value={entry.modeMonths}
      onChange={(modeMonths) => set({ modeMonths })}
    />
  </Section>
)

function ContractSection({ entry, set }: FieldsProps) {
  return (
    <Section title="契約・重要事項説明">
      <p className="text-sm text-soft">
        最初の支援の前に、重要事項を説明して同意を得ます。委託しても、契約の相手はセンターのままです。
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          name="contract.explainedOn"
          label="説明した日"
          value={entry.explainedOn}
          onChange={(explainedOn) => set({ explainedOn })}
          offersToday
        />
        <TextField
          name="contract.explainedTo"
          label="説明した相手"
          description="例: 本人、長女"
          value={entry.explainedTo}
          onChange={(explainedTo) => set({ explainedTo })}
        />
        <DateField
          name="contract.consentedOn"
          label="同意の日"
          value={entry.consentedOn}
          onChange={(consentedOn) => set({ consentedOn })}
          offersToday
        />
        <TextField
          name="contract.version"
          label="重要事項説明書の版"
          value={entry.contractVersion}
          onChange={(contractVersion) => set({ contractVersion })}
        />
        <RadioChoice
          name="contract.medium"
          label="書面か電子か"
          options={[
            { value: 'paper', label: '書面' },
            { value: 'electronic', label: '電子' },
          ]}
          isInline
          value={entry.medium === '' ? null : entry.medium}
          onChange={(medium) => set({ medium: medium as CourseEntry['medium'] })}
        />
      </div>
      {entry.consentedOn === null ? null : (
        <details open={entry.contractEndedOn !== null || undefined}>
          <summary className="text-sm text-accent underline underline-offset-4">契約が終わったとき</summary>
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            <DateField
              name="contract.endedOn"
              label="契約の終わり"
              value={entry.contractEndedOn}
              onChange={(contractEndedOn) => set({ contractEndedOn })}
            />
            <TextField
              name="contract.endReason"
              label="終えた理由"
              value={entry.contractEndReason}
              onChange={(contractEndReason) => set({ contractEndReason })}
            />
          </div>
        </details>
      )}
    </Section>
  )
}
