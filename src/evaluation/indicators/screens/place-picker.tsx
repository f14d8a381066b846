import { SelectField } from '../../../ui/form/index.ts'
import type { PlaceList } from '../places/schema.ts'
import type { Level } from './api.ts'

type PlacePickerProps = {
  places: PlaceList
  level: Level
  value: string | null
  onChange: (code: string) => void
  /** towns of the municipality that is looked at */
  towns?: readonly { code: string; name: string }[]
  label?: string
}

/** A place by prefecture and name; a town by name. */
export function PlacePicker({ places, level, value, onChange, towns = [], label }: PlacePickerProps) {
  if (level === 'nation') return null
  if (level === 'town' || level === 'prefecture') {
    const all = level === 'town' ? towns : places.prefectures
    return (
      <SelectField
        name="place"
        label={label ?? (level === 'town' ? '町' : '都道府県')}
        value={value ?? ''}
        onChange={onChange}
        options={all.map(({ code, name }) => ({ value: code, label: name }))}
        blank="選んでください"
      />
    )
  }
  const all = level === 'insurer' ? places.insurers : places.municipalities
  const chosen = all.find(({ code }) => code === value)
  const prefecture = chosen?.prefectureCode ?? ''
  const within = all.filter(({ prefectureCode }) => prefectureCode === prefecture)
  const known = new Set(all.map(({ prefectureCode }) => prefectureCode))
  const first = (code: string) => all.find(({ prefectureCode }) => prefectureCode === code)?.code
  return (
    <>
      <SelectField
        name="prefecture"
        label="都道府県"
        value={prefecture}
        onChange={(code) => {
          const next = first(code)
          if (next) onChange(next)
        }}
        options={places.prefectures
          .filter(({ code }) => known.has(code))
          .map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="place"
        label={label ?? (level === 'insurer' ? '保険者' : '市区町村')}
        value={value ?? ''}
        onChange={onChange}
        options={within.map(({ code, name }) => ({ value: code, label: name }))}
        isComplete={chosen !== undefined}
      />
    </>
  )
}
