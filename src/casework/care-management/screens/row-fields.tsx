import type { ReactNode } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { SERVICE_GROUPS, type ServiceGroup } from '../codes.ts'
import { blankChoice, blankService, type ChoiceEntry, type ServiceEntry } from './entry.ts'
import { optionsOf } from './words.ts'

type RowsProps<T> = { rows: T[]; onChange: (rows: T[]) => void }

const changed = <T,>(rows: T[], at: number, change: Partial<T>): T[] =>
  rows.map((row, index) => (index === at ? { ...row, ...change } : row))

function Row({ title, onRemove, children }: { title: string; onRemove: () => void; children: ReactNode }) {
  return (
    <fieldset className="m-0 rounded-lg border border-line p-3">
      <legend className="px-1 text-sm text-soft">{title}</legend>
      {children}
      <div className="mt-2">
        <Button size="small" look="quiet" aria-label={`${title}を外す`} onPress={onRemove}>
          外す
        </Button>
      </div>
    </fieldset>
  )
}

const remove = <T,>(rows: T[], at: number) => rows.filter((_, index) => index !== at)

/** Planned services: the kind decides the type, the rest says what it is. */
export function ServiceFields({ rows, onChange }: RowsProps<ServiceEntry>) {
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
        <Row key={at} title={`サービス ${at + 1}`} onRemove={() => onChange(remove(rows, at))}>
          <div className="grid gap-3 sm:grid-cols-2">
            <SelectField
              name={`services.${at}.group`}
              label="種類"
              value={row.group}
              onChange={(group) => onChange(changed(rows, at, { group: group as ServiceGroup | '' }))}
              options={optionsOf(SERVICE_GROUPS)}
              isRequired
            />
            <TextField
              name={`services.${at}.label`}
              label="サービスの名前"
              value={row.label}
              onChange={(label) => onChange(changed(rows, at, { label }))}
              isRequired
            />
            <TextField
              name={`services.${at}.officeName`}
              label="事業所"
              value={row.officeName}
              onChange={(officeName) => onChange(changed(rows, at, { officeName }))}
            />
            <TextField
              name={`services.${at}.code`}
              label="サービス種類コード"
              description="わかるときだけ。例: A6、67"
              value={row.code}
              onChange={(code) => onChange(changed(rows, at, { code }))}
              width={6}
              maxLength={4}
            />
          </div>
        </Row>
      ))}
      <div>
        <Button size="small" onPress={() => onChange([...rows, blankService])}>
          サービスを加える
        </Button>
      </div>
    </div>
  )
}

/** 公正中立 (DLY-05): offices shown, the one chosen, and the reason in the person's words. */
export function ChoiceFields({ rows, onChange }: RowsProps<ChoiceEntry>) {
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
        <Row key={at} title={`選択 ${at + 1}`} onRemove={() => onChange(remove(rows, at))}>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              name={`choices.${at}.about`}
              label="何を選んだか"
              value={row.about}
              onChange={(about) => onChange(changed(rows, at, { about }))}
              isRequired
            />
            <TextField
              name={`choices.${at}.chosen`}
              label="選んだ事業所"
              value={row.chosen}
              onChange={(chosen) => onChange(changed(rows, at, { chosen }))}
              isRequired
            />
            <TextField
              name={`choices.${at}.shown`}
              label="示した事業所"
              description="一行に一か所"
              value={row.shown}
              onChange={(shown) => onChange(changed(rows, at, { shown }))}
              isLong
              rows={2}
            />
            <TextField
              name={`choices.${at}.reason`}
              label="選んだ理由（本人の言葉）"
              description="空欄のときは、画面に注意が出ます"
              value={row.reason}
              onChange={(reason) => onChange(changed(rows, at, { reason }))}
              isLong
              rows={2}
            />
            <DateField
              name={`choices.${at}.explainedOn`}
              label="説明した日"
              value={row.explainedOn}
              onChange={(explainedOn) => onChange(changed(rows, at, { explainedOn }))}
              offersToday
            />
          </div>
        </Row>
      ))}
      <div>
        <Button size="small" onPress={() => onChange([...rows, blankChoice])}>
          事業所の選択を加える
        </Button>
      </div>
    </div>
  )
}
