import type { ReactNode, Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
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

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** says what is wrong with a filled field, or null */
  check?: (value: string) => string | null
  type?: 'text' | 'password' | 'tel' | 'email'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  autoComplete?: string
  autoFocus?: boolean
  maxLength?: number
  /** how wide the answer is, in full-width characters; the field shows it */
  width?: number
  /** several lines; Enter is a new line, Tab leaves */
  isLong?: boolean
  rows?: number
  /** under the field: an echo, a counter */
  after?: ReactNode
  inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { name, label, value, isRequired, check, inputRef } = props
  const { id, message } = useField(name, props.error, () => {
    if (value.trim() === '') return isRequired ? missing(label) : null
    return check?.(value) ?? null
  })
  const width = props.width ? { maxWidth: `${props.width + 2}em` } : undefined
  return (
    <AriaTextField
      id={id}
      name={name}
      value={value}
      onChange={props.onChange}
      onBlur={props.onBlur}
      type={props.type ?? 'text'}
      autoFocus={props.autoFocus}
      autoComplete={props.autoComplete ?? 'off'}
      maxLength={props.maxLength}
      inputMode={props.inputMode}
      isRequired={isRequired}
      isDisabled={props.isDisabled}
      isInvalid={message !== null}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Label className={labelClass}>
        <LabelText label={label} isRequired={isRequired} />
      </Label>
      {props.description ? (
        <Text slot="description" className={descriptionClass}>
          {props.description}
        </Text>
      ) : null}
      {props.isLong ? (
        <TextArea
          className={`${inputClass} field-sizing-content`}
          style={{ ...width, minHeight: `calc(${props.rows ?? 5}lh + 1.25rem)` }}
        />
      ) : (
        <Input ref={inputRef} className={inputClass} style={width} />
      )}
      {props.after}
      <FieldError>{message === null ? null : <ErrorText>{message}</ErrorText>}</FieldError>
    </AriaTextField>
  )
}
