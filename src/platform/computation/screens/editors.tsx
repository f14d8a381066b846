import type { ReactNode } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { NumberField, SelectField, TextField } from '../../../ui/form/index.ts'
import type { IsoDate } from '../../calendar/index.ts'
import { formatStepValue, type StepValue } from '../../explanation/index.ts'
import { isYearUnit } from '../words.ts'
import { DecimalField } from './decimal-field.tsx'
import { isFields } from './entry.ts'
import { type Compound, type Field, isScalar, type Scalar } from './field.ts'
import { TableField } from './table-field.tsx'

export type EditorProps<F extends Field = Field> = {
  field: F
  /** where the server names it: `adopt.unitYen` */
  path: string
  value: unknown
  onChange: (value: unknown) => void
  /** settings of the insurer stand in for what is left blank */
  hasOwn: boolean
}

const within = (path: string, name: string | number) => (path === '' ? String(name) : `${path}.${name}`)

/** The fields of one level: short ones side by side, those with parts across the whole width, all in the rule's order. */
export function FieldsEditor({
  fields,
  path,
  value,
  onChange,
  hasOwn,
}: Omit<EditorProps, 'field'> & { fields: readonly Field[] }) {
  const held = isFields(value) ? value : {}
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] items-start gap-x-6 gap-y-4">
      {fields
        .filter(({ kind }) => kind !== 'fixed')
        .map((field) => (
          <div key={field.name} className={isScalar(field) ? '' : 'col-span-full'}>
            <FieldEditor
              field={field}
              path={within(path, field.name)}
              value={held[field.name]}
              onChange={(next) => onChange({ ...held, [field.name]: next })}
              hasOwn={hasOwn}
            />
          </div>
        ))}
    </div>
  )
}

export function FieldEditor(props: EditorProps) {
  const { field } = props
  return isScalar(field) ? (
    <ScalarEditor {...props} field={field} />
  ) : (
    <CompoundEditor {...props} field={field} />
  )
}

/** What a blank means here, beside what the rule itself says of the field. */
export function helpText(field: Field, hasOwn: boolean): string | null {
  const blank = field.help?.includes('空')
    ? null
    : field.setting && hasOwn
      ? '空欄なら、保険者の設定の値です。'
      : field.fallback !== undefined
        ? `空欄なら、${fallbackText(field)}です。`
        : field.isNullable
          ? '空欄は「値なし」です。'
          : null
  return [field.help, blank].filter(Boolean).join('　') || null
}

function fallbackText({ fallback, unit, ...field }: Field): string {
  const option = 'options' in field ? field.options.find(({ value }) => value === fallback) : undefined
  if (option) return `「${option.label}」`
  return typeof fallback === 'object' && fallback !== null
    ? '決まりの初めの値'
    : formatStepValue(fallback as StepValue, unit ?? '')
}

/** Whether something must be written. */
export const mustFill = (field: Field, hasOwn: boolean): boolean =>
  !(field.kind === 'text' && field.mayBeEmpty) &&
  field.isRequired &&
  !field.isNullable &&
  field.fallback === undefined &&
  !(field.setting && hasOwn)

function ScalarEditor({ field, path, value, onChange, hasOwn }: EditorProps<Scalar>) {
  const own = {
    name: path,
    label: field.title,
    description: helpText(field, hasOwn) ?? undefined,
    isRequired: mustFill(field, hasOwn),
  }
  const number = typeof value === 'number' ? value : null
  const put = (next: unknown) => onChange(next === null || next === '' ? undefined : next)
  switch (field.kind) {
    case 'whole':
      return (
        <NumberField
          {...own}
          unit={field.unit ?? undefined}
          value={number}
          onChange={put}
          min={field.min ?? undefined}
          max={field.max ?? undefined}
          separates={!isYearUnit(field.unit)}
        />
      )
    case 'decimal':
      return (
        <DecimalField
          {...own}
          unit={field.unit}
          value={number}
          onChange={put}
          min={field.min}
          max={field.max}
        />
      )
    case 'date':
      return (
        <DateField {...own} value={typeof value === 'string' ? (value as IsoDate) : null} onChange={put} />
      )
    case 'choice':
      return (
        <SelectField
          {...own}
          value={value === undefined || value === null ? '' : JSON.stringify(value)}
          onChange={(code) => put(field.options.find((one) => one.code === code)?.value ?? null)}
          options={field.options.map(({ code, label }) => ({ value: code, label }))}
          blank={own.isRequired ? '選んでください' : '（空欄）'}
        />
      )
    default:
      return (
        <TextField
          {...own}
          value={typeof value === 'string' ? value : ''}
          onChange={put}
          maxLength={field.maxLength ?? undefined}
        />
      )
  }
}

function CompoundEditor({ field, ...props }: EditorProps<Compound>) {
  switch (field.kind) {
    case 'fields':
      return <FieldsPart {...props} field={field} />
    case 'table':
      return <TableField {...props} field={field} />
    case 'blocks':
      return <Blocks {...props} field={field} />
    case 'variants':
      return <Variants {...props} field={field} />
    case 'fixed':
      return null
    default:
      return <JsonField {...props} field={field} />
  }
}

const Part = ({ title, help, children }: { title: string; help: string | null; children: ReactNode }) => (
  <fieldset className="min-w-0 rounded-lg border border-line px-4 pt-1 pb-4">
    <legend className="px-1 font-bold">{title}</legend>
    {help ? <p className="mb-2 text-sm text-soft">{help}</p> : null}
    {children}
  </fieldset>
)

function FieldsPart({ field, value, ...props }: EditorProps<Extract<Compound, { kind: 'fields' }>>) {
  const isFilled = field.setting !== null && props.hasOwn
  const mayClose = !field.isRequired || field.isNullable || isFilled
  const isOpen =
    value === undefined ? !mayClose || (field.isNullable && !isFilled && field.isRequired) : value !== null
  return (
    <Part title={field.title} help={helpText(field, props.hasOwn)}>
      {mayClose ? (
        <SingleCheck
          label={`${field.title}を入力する`}
          isSelected={isOpen}
          onChange={(isOn) =>
            props.onChange(isOn ? {} : field.isNullable && field.isRequired ? null : undefined)
          }
        />
      ) : null}
      {isOpen ? <FieldsEditor {...props} value={value} fields={field.fields} /> : null}
    </Part>
  )
}

function Variants({ field, value, ...props }: EditorProps<Extract<Compound, { kind: 'variants' }>>) {
  const { path, onChange, hasOwn } = props
  const mark = isFields(value) ? value[field.by] : undefined
  const chosen = field.variants.find((one) => one.mark === mark)
  return (
    <Part title={field.title} help={field.help}>
      <div className="flex flex-col gap-4">
        <SelectField
          name={within(path, field.by)}
          label={`${field.title}の種類`}
          isRequired={mustFill(field, hasOwn)}
          value={chosen ? JSON.stringify(mark) : ''}
          onChange={(code) => onChange(code === '' ? undefined : { [field.by]: JSON.parse(code) as unknown })}
          options={field.variants.map((one) => ({ value: JSON.stringify(one.mark), label: one.label }))}
        />
        {chosen ? <FieldsEditor {...props} value={value} fields={chosen.fields} /> : null}
      </div>
    </Part>
  )
}

function Blocks({
  field,
  path,
  value,
  onChange,
  hasOwn,
}: EditorProps<Extract<Compound, { kind: 'blocks' }>>) {
  const rows = Array.isArray(value) ? (value as unknown[]) : []
  const isFull = field.most !== null && rows.length >= field.most
  return (
    <Part title={field.title} help={field.help}>
      <div className="flex flex-col gap-4">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the list
          <div key={at} className="rounded-lg bg-ground p-3">
            <div className="mb-2 flex items-center justify-between">
              <span className="font-bold">{at + 1}番目</span>
              <Button
                size="small"
                look="quiet"
                onPress={() => onChange(rows.filter((_, other) => other !== at))}
              >
                {at + 1}番目を消す
              </Button>
            </div>
            <FieldEditor
              field={{ ...field.item, title: `${field.title} ${at + 1}番目`, help: null }}
              path={within(path, at)}
              value={row}
              onChange={(next) => onChange(rows.map((one, other) => (other === at ? next : one)))}
              hasOwn={hasOwn}
            />
          </div>
        ))}
        <div>
          <Button size="small" isDisabled={isFull} onPress={() => onChange([...rows, {}])}>
            {field.title}を一つ増やす
          </Button>
        </div>
      </div>
    </Part>
  )
}

/** A shape no form can show: its JSON, checked when it is sent. */
function JsonField({ field, path, value, onChange, hasOwn }: EditorProps) {
  const text = typeof value === 'string' ? value : ''
  const complain = (typed: string) => {
    try {
      JSON.parse(typed)
      return null
    } catch {
      return `${field.title}: JSON として読めません。かっこ、引用符、コンマを確かめてください。`
    }
  }
  return (
    <div className="[&_textarea]:max-h-96">
      <TextField
        name={path}
        label={field.title}
        description={[helpText(field, hasOwn), 'JSON で書きます。「例を入れる」で形を見られます。']
          .filter(Boolean)
          .join('　')}
        isRequired={mustFill(field, hasOwn)}
        value={text}
        onChange={onChange}
        check={complain}
        isLong
      />
    </div>
  )
}
