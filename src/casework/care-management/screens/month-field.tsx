import { useState } from 'react'
import { parseDate } from '../../../platform/calendar/index.ts'
import { type FieldProps, TextField } from '../../../ui/form/index.ts'
import { monthWord } from './words.ts'

type MonthFieldProps = Omit<FieldProps, 'placeholder'> & {
  /** 'YYYY-MM' */
  value: string | null
  onChange: (value: string | null) => void
}

/** A month as people write it: R8.12, 令和8年12月, 2026-12. Null: blank or no month. */
export function readMonth(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const plain = /^(\d{4})[-/.年](\d{1,2})月?$/u.exec(text)
  const day = plain ? `${plain[1]}-${String(plain[2]).padStart(2, '0')}-01` : `${text.replace(/月$/u, '')}.1`
  const read = parseDate(day.replace(/年/u, '.'))
  return read.ok ? read.date.slice(0, 7) : null
}

/** What was understood stands beneath in 和暦, so that nobody has to trust it. */
export function MonthField({ value, onChange, ...field }: MonthFieldProps) {
  const [typed, setTyped] = useState(value === null ? '' : value)
  const read = readMonth(typed)
  const shown = read === value ? typed : (value ?? typed)
  return (
    <TextField
      {...field}
      value={shown}
      onChange={(text) => {
        setTyped(text)
        onChange(readMonth(text))
      }}
      width={10}
      check={(text) =>
        text !== '' && readMonth(text) === null
          ? `${field.label}: 年と月がわかりません。「R8.12」「2026-12」のように入力してください。`
          : null
      }
      after={value ? <span className="text-sm text-soft">{monthWord(value)}</span> : null}
    />
  )
}
