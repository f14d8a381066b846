import { RadioChoice } from '../../../ui/choice/index.ts'
import { NumberField, SelectField } from '../../../ui/form/index.ts'
import { DECIDED_LEVELS, DEMENTIA_CLASSES, DISABILITY_CLASSES } from '../codes.ts'

export const optionsOf = (codes: readonly { code: string; label: string }[]) =>
  codes.map(({ code, label }) => ({ value: code, label }))

export interface Independence {
  disabilityByDoctor: string
  disabilityByExaminer: string
  dementiaByDoctor: string
  dementiaByExaminer: string
}
export const noIndependence: Independence = {
  disabilityByDoctor: '',
  disabilityByExaminer: '',
  dementiaByDoctor: '',
  dementiaByExaminer: '',
}

const SCALES = [
  ['disabilityByDoctor', '寝たきり度（主治医意見書）', DISABILITY_CLASSES],
  ['disabilityByExaminer', '寝たきり度（認定調査票）', DISABILITY_CLASSES],
  ['dementiaByDoctor', '認知症の自立度（主治医意見書）', DEMENTIA_CLASSES],
  ['dementiaByExaminer', '認知症の自立度（認定調査票）', DEMENTIA_CLASSES],
] as const

/** ADL-01 and ADL-02, each with its origin; blank is not recorded, 記載なし is a value of its own. */
export function IndependenceFields({
  value,
  onChange,
}: {
  value: Independence
  onChange: (value: Independence) => void
}) {
  return (
    <details>
      <summary className="text-accent underline underline-offset-4">日常生活自立度</summary>
      <div className="mt-3 flex flex-col gap-4">
        {SCALES.map(([name, label, codes]) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            value={value[name]}
            onChange={(chosen) => onChange({ ...value, [name]: chosen })}
            options={optionsOf(codes)}
            blank="記録しない"
          />
        ))}
      </div>
    </details>
  )
}

/** null where nothing was chosen, so that blank never becomes 自立. */
export const independenceOf = (value: Independence) => ({
  disabilityByDoctor: value.disabilityByDoctor || null,
  disabilityByExaminer: value.disabilityByExaminer || null,
  dementiaByDoctor: value.dementiaByDoctor || null,
  dementiaByExaminer: value.dementiaByExaminer || null,
})

export function LevelField({
  value,
  onChange,
  withoutNone,
}: {
  value: string
  onChange: (value: string) => void
  /** 非該当 stands on no card */
  withoutNone?: boolean
}) {
  return (
    <RadioChoice
      name="level"
      label="要介護状態区分"
      value={value || null}
      onChange={onChange}
      options={optionsOf(withoutNone ? DECIDED_LEVELS.filter(({ code }) => code !== '01') : DECIDED_LEVELS)}
      columns="repeat(2, 1fr)"
      isRequired
    />
  )
}

export function MonthsField({
  value,
  onChange,
  help,
}: {
  value: number | null
  onChange: (value: number | null) => void
  help: string
}) {
  return (
    <NumberField
      name="months"
      label="有効期間"
      unit="か月"
      value={value}
      onChange={onChange}
      min={1}
      max={60}
      description={help}
    />
  )
}
