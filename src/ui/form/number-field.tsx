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
  /** large amounts: 9,519,211,524 as soon as the field is left */
  separates?: boolean
}

const shown = (value: number | null, separates = false) =>
  value === null ? '' : separates ? value.toLocaleString('ja-JP') : String(value)

/** A whole number typed as text: full width and separators are understood, nothing jumps by the wheel. */
export function NumberField({ value, onChange, min, max, unit, separates, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState(shown(value, separates))
  const sent = useRef(value)
  if (value !== sent.current) {
    sent.current = value
    setTyped(shown(value, separates))
  }
  const complain = (text: string) => {
    const read = readWholeNumber(text, { min, max, unit })
    if (read.state === 'unreadable')
      return `${field.label}「${text}」は数字として読めません。整数で入力してください。`
    if (read.state !== 'outside') return null
    const range = [
      min === undefined ? '' : `${shown(min, separates)}${unit ?? ''}以上`,
      max === undefined ? '' : `${shown(max, separates)}${unit ?? ''}以下`,
    ]
    return `${field.label}は${range.filter(Boolean).join('、')}で入力してください。`
  }
  return (
    <TextField
      {...field}
      label={unit ? `${field.label}（${unit}）` : field.label}
      value={typed}
      inputMode="numeric"
      width={separates ? 12 : 8}
      check={complain}
      onBlur={() => separates && value !== null && setTyped(shown(value, true))}
      onChange={(text) => {
        setTyped(text)
        const read = readWholeNumber(text, { min, max, unit })
        sent.current = read.state === 'number' ? read.value : null
        onChange(sent.current)
      }}
    />
  )
}
