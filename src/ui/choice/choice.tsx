import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { Key } from '../button/index.ts'
import { useField } from '../form/index.ts'
import {
  descriptionClass,
  ErrorText,
  type FieldProps,
  fieldClass,
  LabelText,
  labelClass,
  missing,
} from '../form/parts.tsx'
import { Icon } from '../icon/index.ts'
import { keyOf, optionOfKey } from './number-keys.ts'

export type Option = {
  value: string
  label: string
  description?: string
  /** the key printed on the paper form; without one the options count 1, 2, 3 … */
  key?: string
}

type GroupProps = FieldProps & {
  options: Option[]
  isInline?: boolean
  hidesKeys?: boolean
  /** small type and little air, for forms that must stay in sight while somebody telephones */
  isDense?: boolean
  /** CSS grid of the options on wide windows, for example 'repeat(3, 1fr)' */
  columns?: string
  /** after a number key chose; the page may lead on to the next field */
  onKey?: (value: string) => void
}
export type RadioChoiceProps = GroupProps & { value: string | null; onChange: (value: string) => void }
export type CheckChoiceProps = GroupProps & { value: string[]; onChange: (value: string[]) => void }

const boxClass = (isRound: boolean, isDense?: boolean) =>
  `${isDense ? 'mt-1 size-4' : 'mt-0.5 size-5'} grid shrink-0 place-items-center border-2 border-edge bg-paper group-selected:border-accent ${
    isRound ? 'rounded-full' : 'rounded-sm group-selected:bg-accent group-selected:text-white'
  }`
const optionClass = (isDense?: boolean) =>
  `group flex cursor-pointer items-start rounded-lg border border-transparent hover:bg-shade selected:bg-accent-soft disabled:text-edge ${
    isDense ? 'gap-1 px-1 py-0.5 text-sm leading-6' : 'gap-2 px-2 py-1.5'
  }`

type OptionTextProps = { option: Option; index: number } & Pick<GroupProps, 'hidesKeys' | 'isDense'>

function OptionText({ option, index, hidesKeys, isDense }: OptionTextProps) {
  return (
    <span className="flex flex-col">
      <span className={`flex ${isDense ? 'items-baseline gap-1 leading-5' : 'items-center gap-2'}`}>
        {hidesKeys || keyOf(option, index) === null ? null : (
          <span aria-hidden="true" className="text-soft">
            <Key>{keyOf(option, index)?.toUpperCase()}</Key>
          </span>
        )}
        {option.label}
      </span>
      {option.description ? (
        <span className={`${descriptionClass} whitespace-pre-wrap`}>{option.description}</span>
      ) : null}
    </span>
  )
}

/** Puts the number keys in front of the group's own keys; the focus follows to the chosen option. */
function useNumberKeys(
  options: Option[],
  isOff: boolean | undefined,
  choose: (value: string) => void,
  onKey?: (value: string) => void,
) {
  const box = useRef<HTMLDivElement>(null)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const option = isOff ? null : optionOfKey(options, event.nativeEvent)
    if (!option) return
    event.preventDefault()
    event.stopPropagation()
    choose(option.value)
    const inputs = box.current?.querySelectorAll('input')
    inputs?.[options.indexOf(option)]?.focus()
    onKey?.(option.value)
  }
  return { ref: box, onKeyDownCapture }
}

const Head = ({
  label,
  isRequired,
  description,
}: {
  label: string
  isRequired?: boolean
  description?: ReactNode
}) => (
  <>
    <Label className={labelClass}>
      <LabelText label={label} isRequired={isRequired} />
    </Label>
    {description ? (
      <Text slot="description" className={descriptionClass}>
        {description}
      </Text>
    ) : null}
  </>
)
const listClass = ({ isInline, isDense, columns }: Pick<GroupProps, 'isInline' | 'isDense' | 'columns'>) =>
  columns
    ? 'grid gap-x-1 max-md:grid-cols-2! md:items-start'
    : `flex ${isDense ? 'gap-0' : 'gap-1'} ${isInline ? `flex-wrap ${isDense ? 'gap-x-1' : 'gap-x-3'}` : 'flex-col'}`

/** One of a few. While the focus is in the group, the number in front of an option chooses it. */
export function RadioChoice(props: RadioChoiceProps) {
  const { label, value, isRequired } = props
  const { id, message } = useField(props.name, props.error, () =>
    isRequired && !value ? missing(label, '選択') : null,
  )
  const keys = useNumberKeys(props.options, props.hidesKeys || props.isDisabled, props.onChange, props.onKey)
  return (
    <RadioGroup
      id={id}
      name={props.name}
      value={value}
      onChange={props.onChange}
      isRequired={isRequired}
      isDisabled={props.isDisabled}
      isInvalid={message !== null}
      validationBehavior="aria"
      className={fieldClass}
    >
      <Head label={label} isRequired={isRequired} description={props.description} />
      <div {...keys} className={listClass(props)} style={{ gridTemplateColumns: props.columns }}>
        {props.options.map((option, index) => (
          <Radio key={option.value} value={option.value} className={optionClass(props.isDense)}>
            <span className={boxClass(true, props.isDense)}>
              <span className="size-2 rounded-full group-selected:bg-accent forced-colors:group-selected:bg-[Highlight]" />
            </span>
            <OptionText option={option} index={index} hidesKeys={props.hidesKeys} isDense={props.isDense} />
          </Radio>
        ))}
      </div>
      <FieldError>{message === null ? null : <ErrorText>{message}</ErrorText>}</FieldError>
    </RadioGroup>
  )
}

/** Any of a few. A number key sets and clears its option. */
export function CheckChoice(props: CheckChoiceProps) {
  const { label, value, isRequired, onChange } = props
  const { id, message } = useField(props.name, props.error, () =>
    isRequired && value.length === 0 ? missing(label, '選択') : null,
  )
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  const keys = useNumberKeys(props.options, props.hidesKeys || props.isDisabled, toggle, props.onKey)
  return (
    <CheckboxGroup
      id={id}
      name={props.name}
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={props.isDisabled}
      isInvalid={message !== null}
      validationBehavior="aria"
      data-choice=""
      className={fieldClass}
    >
      <Head label={label} isRequired={isRequired} description={props.description} />
      <div {...keys} className={listClass(props)} style={{ gridTemplateColumns: props.columns }}>
        {props.options.map((option, index) => (
          <Checkbox key={option.value} value={option.value} className={optionClass(props.isDense)}>
            <CheckMark isDense={props.isDense} />
            <OptionText option={option} index={index} hidesKeys={props.hidesKeys} isDense={props.isDense} />
          </Checkbox>
        ))}
      </div>
      <FieldError>{message === null ? null : <ErrorText>{message}</ErrorText>}</FieldError>
    </CheckboxGroup>
  )
}

const CheckMark = ({ isDense }: { isDense?: boolean }) => (
  <span className={boxClass(false, isDense)}>
    <span className="invisible grid group-selected:visible">
      <Icon name="check" className="size-4" />
    </span>
  </span>
)

export type SingleCheckProps = {
  label: string
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

/** One statement that holds or does not. */
export function SingleCheck({ label, ...props }: SingleCheckProps) {
  return (
    <Checkbox {...props} className={optionClass()}>
      <CheckMark />
      {label}
    </Checkbox>
  )
}
