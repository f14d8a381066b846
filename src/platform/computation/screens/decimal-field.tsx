import { useRef, useState } from 'react'
import { type FieldProps, TextField } from '../../../ui/form/index.ts'
import { decimalRange, readDecimal } from './read-decimal.ts'

type DecimalFieldProps = FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  unit: string | null
  min: number | null
  max: number | null
}

/** A number that may have a fraction (statistics), typed as text. */
export function DecimalField({ value, onChange, unit, min, max, ...field }: DecimalFieldProps) {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const sent = useRef(value)
  if (value !== sent.current) {
    sent.current = value
    setTyped(value === null ? '' : String(value))
  }
  const complain = (text: string) => {
    const read = readDecimal(text)
    if (read === null)
      return `${field.label}「${text}」は数字として読めません。0.25 のように入力してください。`
    const range = decimalRange(read, min, max)
    return range ? `${field.label}: ${range}で入力してください。` : null
  }
  return (
    <TextField
      {...field}
      label={unit ? `${field.label}（${unit}）` : field.label}
      value={typed}
      width={10}
      check={complain}
      onChange={(text) => {
        setTyped(text)
        const read = readDecimal(text)
        sent.current = read !== null && decimalRange(read, min, max) === null ? read : null
        onChange(sent.current)
      }}
    />
  )
}
