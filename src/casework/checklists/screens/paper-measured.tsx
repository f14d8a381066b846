import { useField } from '../../../ui/form/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import { BMI_ITEM } from '../forms/kihon-checklist/items.ts'
import type { BmiItem } from '../rules/bmi.ts'
import { bmiText } from './judging.ts'
import { readMeasured } from './measured.ts'
import { rowClass } from './paper-row.tsx'
import type { SheetEntry } from './sheet-entry.ts'

interface PaperMeasuredProps {
  entry: Pick<SheetEntry, 'height' | 'weight'>
  set: (change: (before: SheetEntry) => Partial<SheetEntry>) => void
  note: string
  bmi: BmiItem | null
}

const BMI_WARNINGS = {
  heightImplausible:
    '身長が100～220cmの外です。m（1.56など）で入力していませんか。このままではBMIを計算せず、No.12は不明になります。',
  weightImplausible: '体重が20～200kgの外です。このままではBMIを計算せず、No.12は不明になります。',
}

/** A BMI that is printed 18.5 and still scores would look like a mistake: it says why. */
const pointSentence = ({ point, printedBmiTenths }: BmiItem): string =>
  point === 1 && printedBmiTenths === 185 ? '1点（丸める前は18.5未満）' : `${point}点`

/** No.12: the two measurements where the paper has them, with the BMI they give. */
export function PaperMeasured({ entry, set, note, bmi }: PaperMeasuredProps) {
  const warning = (bmi?.warnings ?? []).map((one) => BMI_WARNINGS[one]).join('')
  return (
    <fieldset aria-label={`No.${BMI_ITEM} 身長と体重`} data-item={BMI_ITEM} className={rowClass}>
      <span className="text-right text-sm tabular-nums text-soft">{BMI_ITEM}</span>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-0.5 md:col-span-3">
        <Field
          name="height"
          label="身長"
          unit="cm"
          value={entry.height}
          example="156.0"
          onChange={(height) => set(() => ({ height }))}
        />
        <Field
          name="weight"
          label="体重"
          unit="kg"
          value={entry.weight}
          example="45.5"
          onChange={(weight) => set(() => ({ weight }))}
        />
        <output className="tabular-nums">
          <span className="text-sm text-soft">BMI</span>{' '}
          <b className="text-xl">{bmiText(bmi?.printedBmiTenths ?? null)}</b>
          {bmi && bmi.point !== null ? <span className="ml-2 text-sm">{pointSentence(bmi)}</span> : null}
        </output>
        <span className="text-xs text-soft">（注）{note}</span>
        {warning ? (
          <span role="status" className="flex basis-full items-start gap-1 text-sm text-caution">
            <Icon name="caution" className="mt-0.5 size-4" />
            {warning}
          </span>
        ) : null}
      </div>
    </fieldset>
  )
}

interface FieldProps {
  name: string
  label: string
  unit: 'cm' | 'kg'
  value: string
  example: string
  onChange: (value: string) => void
}

function Field({ name, label, unit, value, example, onChange }: FieldProps) {
  const complaint = `${label}: ${unit}の数字で、小数は第2位までで入力してください（例 ${example}）。`
  const refused = readMeasured(value) === 'unreadable' ? complaint : null
  const { id, message } = useField(name, refused, () => refused)
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <label htmlFor={id}>
        {label}
        <span className="sr-only">（{unit}）</span>
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        value={value}
        aria-invalid={message !== null || undefined}
        aria-describedby={message === null ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 w-20 rounded-lg border border-edge bg-paper px-2 text-right text-lg tabular-nums aria-invalid:border-2 aria-invalid:border-danger"
      />
      <span aria-hidden="true" className="text-sm">
        {unit}
      </span>
      {message === null ? null : (
        <span id={`${id}-error`} className="text-sm text-danger">
          {message}
        </span>
      )}
    </span>
  )
}
