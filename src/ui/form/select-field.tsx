import { useField } from './context.ts'
import {
  descriptionClass,
  ErrorText,
  type FieldProps,
  fieldClass,
  inputClass,
  LabelText,
  labelClass,
  missing,
} from './parts.tsx'

export type SelectFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
  /** the line for "nothing chosen" */
  blank?: string
  /** one of the options always holds; there is no line for "nothing" */
  isComplete?: boolean
}

/** One of many. The browser's own list: typing finds, arrows choose, Enter moves on. Up to seven choices: use Choice. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, value, isRequired } = props
  const { id, message } = useField(name, props.error, () =>
    isRequired && value === '' ? missing(label, '選択') : null,
  )
  const notes = [props.description ? `${id}-description` : '', message ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={fieldClass}>
      <label htmlFor={id} className={labelClass}>
        <LabelText label={label} isRequired={isRequired} />
      </label>
      {props.description ? (
        <span id={`${id}-description`} className={descriptionClass}>
          {props.description}
        </span>
      ) : null}
      <select
        id={id}
        name={name}
        value={value}
        disabled={props.isDisabled}
        aria-required={isRequired}
        aria-invalid={message ? true : undefined}
        aria-describedby={notes || undefined}
        onChange={(event) => props.onChange(event.target.value)}
        className={`${inputClass} max-w-sm`}
      >
        {props.isComplete ? null : <option value="">{props.blank ?? '選んでください'}</option>}
        {props.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {message ? (
        <span id={`${id}-error`}>
          <ErrorText>{message}</ErrorText>
        </span>
      ) : null}
    </div>
  )
}
