import type { IsoDate } from '../../../platform/calendar/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { NumberField, TextField } from '../../../ui/form/index.ts'
import { CHANGES, OUTCOMES, SUBJECTS, type Subject, WAYS, type Way } from '../codes.ts'
import type { CourseRecord, RecordBody } from './api.ts'
import { optionsOf } from './words.ts'

export interface RecordEntry {
  subject: Subject
  doneOn: IsoDate | null
  way: Way | null
  result: string
  change: string | null
  outcome: string | null
  planFrom: IsoDate | null
  planTo: IsoDate | null
  minutes: number | null
}

export const blankRecord = (today: IsoDate): RecordEntry => ({
  subject: 'monitoring',
  doneOn: today,
  way: null,
  result: '',
  change: null,
  outcome: null,
  planFrom: null,
  planTo: null,
  minutes: null,
})

export const recordEntryOf = (record: CourseRecord): RecordEntry => ({
  subject: record.subject as Subject,
  doneOn: record.doneOn,
  way: record.way as Way,
  result: record.result,
  change: record.change,
  outcome: record.outcome,
  planFrom: record.planFrom,
  planTo: record.planTo,
  minutes: record.minutes,
})

export const recordBodyOf = (entry: RecordEntry): Omit<RecordBody, 'id' | 'subject'> => ({
  doneOn: entry.doneOn ?? '',
  way: entry.way ?? 'home',
  result: entry.result,
  change: (entry.change ?? 'unknown') as RecordBody['change'],
  outcome: entry.outcome as RecordBody['outcome'],
  planFrom: entry.planFrom,
  planTo: entry.planTo,
  minutes: entry.minutes,
})

type FieldsProps = {
  entry: RecordEntry
  set: (change: Partial<RecordEntry>) => void
  isContractor: boolean
  /** a stored record keeps its kind */
  isStored?: boolean
}

/** Few keys: number, number, text. Only what the kind asks for is shown. */
export function RecordFields({ entry, set, isContractor, isStored }: FieldsProps) {
  const { today } = useClock()
  const subjects = SUBJECTS.filter(({ code }) => code !== 'plan' || isContractor)
  return (
    <>
      {isStored ? null : (
        <RadioChoice
          name="subject"
          label="記録の種類"
          options={optionsOf(subjects)}
          columns="repeat(2, 1fr)"
          isDense
          value={entry.subject}
          onChange={(subject) => set({ subject: subject as Subject })}
        />
      )}
      <RadioChoice
        name="way"
        label="方法"
        options={optionsOf(WAYS)}
        columns="repeat(2, 1fr)"
        isDense
        value={entry.way}
        onChange={(way) => set({ way: way as Way })}
        isRequired
      />
      <RadioChoice
        name="change"
        label="状態の変化"
        options={optionsOf(CHANGES)}
        columns="repeat(2, 1fr)"
        isDense
        value={entry.change}
        onChange={(change) => set({ change })}
        isRequired
      />
      <TextField
        name="result"
        label="内容"
        value={entry.result}
        onChange={(result) => set({ result })}
        isLong
        rows={4}
        maxLength={4000}
        isRequired
      />
      {entry.subject === 'evaluation' ? (
        <RadioChoice
          name="outcome"
          label="今後の方針"
          options={optionsOf(OUTCOMES)}
          isInline
          value={entry.outcome}
          onChange={(outcome) => set({ outcome })}
          isRequired
        />
      ) : null}
      {entry.subject === 'plan' ? (
        <>
          <DateField
            name="planFrom"
            label="計画の初日"
            value={entry.planFrom}
            onChange={(planFrom) => set({ planFrom })}
            isRequired
          />
          <DateField
            name="planTo"
            label="計画の終わり"
            value={entry.planTo}
            onChange={(planTo) => set({ planTo })}
            isRequired
          />
        </>
      ) : null}
      <DateField
        name="doneOn"
        label="行った日"
        value={entry.doneOn}
        onChange={(doneOn) => set({ doneOn })}
        limits={{ notAfter: today() }}
        offersToday
        isRequired
      />
      <NumberField
        name="minutes"
        label="時間"
        unit="分"
        description="空欄は「記録なし」です。0分とは別に数えます。"
        min={0}
        max={1440}
        value={entry.minutes}
        onChange={(minutes) => set({ minutes })}
      />
    </>
  )
}
