import { RadioChoice } from '../../../ui/choice/index.ts'
import { NumberField } from '../../../ui/form/index.ts'
import type { Setting } from '../schema.ts'
import { StructureField } from './structure-field.tsx'

type ValueFieldProps = { setting: Setting; value: unknown; onChange: (value: unknown) => void }

/** The field that fits the setting: choices, yes or no, a whole number that may be "none", or a table. */
export function ValueField({ setting: { input, unit, title }, value, onChange }: ValueFieldProps) {
  if (input.kind === 'integer')
    return (
      <NumberField
        name="value"
        label={title}
        unit={unit ?? undefined}
        description={input.blank === null ? undefined : `空欄は「${input.blank}」です。`}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
        min={input.min}
        max={input.max}
        isRequired={input.blank === null}
      />
    )
  if (input.kind === 'yesNo') {
    const options = [
      { value: 'true', label: input.yes },
      { value: 'false', label: input.no },
    ]
    return (
      <RadioChoice
        name="value"
        label={title}
        options={options}
        isInline
        value={value === undefined ? null : String(value)}
        onChange={(word) => onChange(word === 'true')}
        isRequired
      />
    )
  }
  if (input.kind === 'choice')
    return (
      <RadioChoice
        name="value"
        label={title}
        options={input.choices.map(({ code, label }) => ({ value: code, label }))}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
        isRequired
      />
    )
  return <StructureField title={title} shape={input.shape} value={value} onChange={onChange} />
}
