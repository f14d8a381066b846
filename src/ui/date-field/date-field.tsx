import { useRef, useState } from 'react'
import { type DateLimits, formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import { Button } from '../button/index.ts'
import { useClock } from '../clock/clock.ts'
import { type FieldProps, TextField } from '../form/index.ts'
import { interpretation, readDateField } from './reading.ts'

export type DateFieldProps = FieldProps & {
  value: IsoDate | null
  /** null while what is typed is no date; the form's check then says why */
  onChange: (value: IsoDate | null) => void
  limits?: DateLimits
  /** 満○歳 behind the date, for birth dates */
  showsAge?: boolean
  /** a button 「今日」 beside the field */
  offersToday?: boolean
}

/** A date typed as people write it; what was understood stands beneath in 和暦 and ISO, so that nobody has to trust it. */
export function DateField({ value, onChange, limits, showsAge, offersToday, ...field }: DateFieldProps) {
  const { today } = useClock()
  const [typed, setTyped] = useState(value === null ? '' : formatDate(value))
  const [isLeft, setLeft] = useState(false)
  const sent = useRef(value)
  if (value !== sent.current) {
    // Set from outside: a restored draft, a cleared form.
    sent.current = value
    setTyped(value === null ? '' : formatDate(value))
  }
  const reading = readDateField(typed, limits)
  const put = (text: string) => {
    setTyped(text)
    const read = readDateField(text, limits)
    sent.current = read.state === 'date' ? read.date : null
    onChange(sent.current)
  }
  const refusal = reading.state === 'refused' && isLeft ? `${field.label}: ${reading.message}` : null
  return (
    <div className="flex flex-col gap-1">
      <TextField
        {...field}
        value={typed}
        onChange={(text) => {
          setLeft(false)
          put(text)
        }}
        onBlur={() => setLeft(true)}
        width={14}
        description={field.description ?? '例: S15.3.4　昭和15年3月4日　19400304'}
        error={field.error ?? refusal}
        check={() => (reading.state === 'refused' ? `${field.label}: ${reading.message}` : null)}
        after={
          <div className="flex min-h-8 flex-wrap items-center gap-2 text-sm text-soft">
            <output>
              {reading.state === 'date' ? interpretation(reading.date, showsAge ? today() : undefined) : null}
            </output>
            {offersToday && typed === '' ? (
              <Button size="small" look="quiet" onPress={() => put(formatDate(today()))}>
                今日（{formatDate(today(), 'short')}）にする
              </Button>
            ) : null}
          </div>
        }
      />
      {reading.state === 'refused' && reading.suggestion && isLeft ? (
        <div>
          <Button size="small" onPress={() => put(reading.suggestion ?? '')}>
            {reading.suggestion}にする
          </Button>
        </div>
      ) : null}
    </div>
  )
}
