import { useRef, useState } from 'react'
import type { FieldProps } from './parts.tsx'
import { TextField } from './text-field.tsx'
import { readWholeNumber } from './whole-number.ts'

export type NumberFieldProps = FieldProps & {
  /** null: not answered. Never zero by default. */
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  /** 分, 人, 円: stands behind the label */
  unit?: string
}

/** A whole number typed as text: full width and separators are understood, nothing jumps by the wheel. */
export function NumberField({ value, onChange, min, max, unit, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const sent = useRef(value)
  if (value !== sent.current) {
    sent.current = value
    setTyped(value === null ? '' : String(value))
  }
  const complain = (text: string) => {
    const read = readWholeNumber(text, { min, max, unit })
    if (read.state === 'unreadable')
      return `${field.label}「${text}」は数字として読めません。整数で入力してください。`
    if (read.state !== 'outside') return null
    const range = [
      min === undefined ? '' : `${min}${unit ?? ''}以上`,
      max === undefined ? '' : `${max}${unit ?? ''}以下`,
    ]
    return `${field.label}は${range.filter(Boolean).join('、')}で入力してください。`
  }
  return (
    <TextField
      {...field}
      label={unit ? `${field.label}（${unit}）` : field.label}
      value={typed}
      inputMode="numeric"
      width={8}
      check={complain}
      onChange={(text) => {
        setTyped(text)
        const read = readWholeNumber(text, { min, max, unit })
        sent.current = read.state === 'number' ? read.value : null
        onChange(sent.current)
      }}
    />
  )
}
