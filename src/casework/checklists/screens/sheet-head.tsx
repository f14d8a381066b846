import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { NumberField, SelectField, TextField } from '../../../ui/form/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { type Code, METHODS, RESPONDENTS } from '../codes.ts'
import { FIRST_DAY } from '../judge-sheet.ts'
import { colleagues } from './api.ts'
import type { SheetEntry } from './sheet-entry.ts'

export interface HeadProps {
  entry: SheetEntry
  set: (change: (before: SheetEntry) => Partial<SheetEntry>) => void
  /** after 回答者 was chosen by its number */
  onDone: () => void
}

const optionsOf = (codes: readonly Code[]) => codes.map(({ code, label }) => ({ value: code, label }))

/** The field of that name, or the chosen (else first) button of that group, gets the focus. */
export function focusField(name: string): void {
  const fields = [...document.getElementsByName(name)].filter((one) => one instanceof HTMLInputElement)
  const field = fields.find((one) => one.checked) ?? fields[0]
  field?.focus()
  if (field?.type === 'text') field.select()
}

/** The head of the paper: when, how, who answered, who asked. One key each. */
export function SheetHead({ entry, set, onDone }: HeadProps) {
  const { today } = useClock()
  return (
    <div className="grid gap-x-6 gap-y-2 md:grid-cols-[16rem_minmax(0,1fr)]">
      <DateField
        name="answeredOn"
        label="実施日"
        description="用紙の日付（例 R8.11.22）"
        value={entry.answeredOn}
        onChange={(answeredOn) => set(() => ({ answeredOn }))}
        limits={{ notBefore: FIRST_DAY, notAfter: today() }}
        isRequired
      />
      <div className="flex flex-col gap-1">
        <RadioChoice
          name="method"
          label="方法"
          value={entry.method || null}
          onChange={(method) => set(() => ({ method }))}
          onKey={() => focusField('respondent')}
          options={optionsOf(METHODS)}
          isInline
          isDense
          isRequired
        />
        <RadioChoice
          name="respondent"
          label="回答者"
          value={entry.respondent || null}
          onChange={(respondent) => set(() => ({ respondent }))}
          onKey={onDone}
          options={optionsOf(RESPONDENTS)}
          isInline
          isDense
        />
      </div>
    </div>
  )
}

/** Who did it when it was not the writer, how long it took, and what else was said. Seldom changed, so folded below the paper. */
export function SheetRest({ entry, set }: Pick<HeadProps, 'entry' | 'set'>) {
  const { session } = useSession()
  const [isOpen, setOpen] = useState(entry.note !== '' || entry.minutes !== null)
  const staff = useQuery({ queryKey: ['colleagues'], queryFn: colleagues, staleTime: 600_000 })
  const others = (staff.data?.rows ?? []).filter(({ id }) => id !== session.staff.id)
  const isElse = entry.staffId !== '' && entry.staffId !== session.staff.id
  const staffWord = isElse ? (nameOf(entry.staffId, others) ?? '記録のとおり') : session.staff.name
  const isListed = others.some(({ id }) => id === entry.staffId)
  const kept =
    isElse && !isListed ? [{ value: entry.staffId, label: '記録のとおり（今の同僚にいない職員）' }] : []
  return (
    <section aria-label="実施者・所要時間・備考" className="mt-3">
      <Button size="small" look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        実施者・所要時間・備考（実施者は{staffWord}）
      </Button>
      {isOpen ? (
        <div className="mt-2 grid gap-x-6 gap-y-3 md:grid-cols-[16rem_10rem_minmax(0,1fr)]">
          <SelectField
            name="staffId"
            label="実施者"
            value={isElse ? entry.staffId : ''}
            onChange={(staffId) => set(() => ({ staffId }))}
            blank={`${session.staff.name}（入力する本人）`}
            options={[...kept, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <NumberField
            name="minutes"
            label="所要時間"
            unit="分"
            min={0}
            max={1440}
            value={entry.minutes}
            onChange={(minutes) => set(() => ({ minutes }))}
          />
          <TextField
            name="note"
            label="備考"
            value={entry.note}
            onChange={(note) => set(() => ({ note }))}
            maxLength={2000}
            isLong
            rows={2}
          />
        </div>
      ) : null}
    </section>
  )
}

const nameOf = (id: string, staff: readonly { id: string; name: string }[]) =>
  staff.find((one) => one.id === id)?.name
