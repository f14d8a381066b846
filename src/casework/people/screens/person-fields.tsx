import { RadioChoice } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { KanaField } from '../../../ui/kana-field/index.ts'
import type { PersonEntry, PersonField } from './person-entry.ts'
import { TownField } from './town-field.tsx'
import { SEXES, UNCERTAINTIES } from './words.ts'

type Put = <K extends PersonField>(key: K) => (value: PersonEntry[K]) => void
export type FieldsProps = { entry: PersonEntry; put: Put }

/** Who it is: name, birth, sex. `restored` grows when a draft was put back, so that the furigana begins anew from it. */
export function IdentityFields({ entry, put, restored }: FieldsProps & { restored: number }) {
  const { today } = useClock()
  return (
    <>
      <KanaField
        key={restored}
        name={{ name: 'name', label: '氏名', value: entry.name, onChange: put('name'), isRequired: true }}
        kana={{
          name: 'kana',
          label: 'フリガナ',
          value: entry.kana,
          onChange: put('kana'),
          isRequired: true,
        }}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <DateField
          name="birthOn"
          label="生年月日"
          value={entry.birthOn}
          onChange={put('birthOn')}
          limits={{ notAfter: today() }}
          showsAge
        />
        <SelectField
          name="birthUncertainty"
          label="生年月日の確かさ"
          description="日や月がわからないときに選びます。"
          blank="選んでください"
          value={entry.birthUncertainty}
          onChange={(value) =>
            put('birthUncertainty')(UNCERTAINTIES.find((one) => one.value === value)?.value ?? 'known')
          }
          options={UNCERTAINTIES}
        />
      </div>
      <RadioChoice
        name="sex"
        label="性別"
        options={SEXES}
        value={entry.sex}
        onChange={(value) => put('sex')(SEXES.find((one) => one.value === value)?.value ?? null)}
        isRequired
        isInline
      />
    </>
  )
}

export function AddressFields({ entry, put }: FieldsProps) {
  return (
    <>
      <TownField name="townId" label="町" value={entry.townId} onChange={put('townId')} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <div className="min-w-48 flex-1">
          <TextField
            name="addressRest"
            label="番地"
            value={entry.addressRest}
            onChange={put('addressRest')}
          />
        </div>
        <div className="min-w-48 flex-1">
          <TextField name="building" label="建物" value={entry.building} onChange={put('building')} />
        </div>
        <TextField
          name="postalCode"
          label="郵便番号"
          value={entry.postalCode}
          onChange={put('postalCode')}
          inputMode="numeric"
          width={7}
        />
      </div>
    </>
  )
}

export const PhoneField = ({ entry, put }: FieldsProps) => (
  <TextField
    name="phone"
    label="電話"
    type="tel"
    inputMode="tel"
    value={entry.phone}
    onChange={put('phone')}
    width={12}
  />
)

/** What a hand may always write. */
export function FurtherFields({ entry, put }: FieldsProps) {
  return (
    <>
      <TextField
        name="alias"
        label="通称"
        description="ふだん名のっている名前が違うときに書きます。"
        value={entry.alias}
        onChange={put('alias')}
        width={14}
      />
      <TextField
        name="note"
        label="メモ"
        description="訪問や電話のときに、知っておくこと。"
        value={entry.note}
        onChange={put('note')}
        isLong
        rows={3}
      />
    </>
  )
}

/** What a core system would keep, typed here as long as it does not. */
export const RegisterFields = ({ entry, put }: FieldsProps) => (
  <div className="flex flex-wrap gap-x-6 gap-y-4">
    <TextField
      name="insuredNumber"
      label="被保険者番号"
      description="わからないときは空けておきます。"
      value={entry.insuredNumber}
      onChange={put('insuredNumber')}
      inputMode="numeric"
      width={10}
    />
    <TextField
      name="relationship"
      label="続柄"
      description="世帯主から見た関係。"
      value={entry.relationship}
      onChange={put('relationship')}
      width={8}
    />
  </div>
)
