import { useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId, Problem } from '../../../ui/http/index.ts'
import type { Organisation } from '../schema.ts'
import { putOrganisation } from './api.ts'

export const kindWords: Record<Organisation['kind'], string> = {
  corporation: '法人',
  'care-office': '居宅介護支援事業所',
  council: '社会福祉協議会',
  municipality: '市町村',
  other: 'その他',
}
const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }))
const kindOf = (text: string) =>
  (Object.keys(kindWords) as Organisation['kind'][]).find((kind) => kind === text) ?? 'other'

type OrganisationFormProps = {
  organisation: Organisation | null
  onClose: () => void
  onSaved: (warnings: string[]) => Promise<void>
}

/** A new organisation, or one to be changed or ended. What still hangs on it is said when it cannot end. */
export function OrganisationForm({ organisation, onClose, onSaved }: OrganisationFormProps) {
  const { nowMs } = useClock()
  const [id] = useState(organisation?.id ?? newId(nowMs()))
  const [name, setName] = useState(organisation?.name ?? '')
  const [kind, setKind] = useState<string>(organisation?.kind ?? '')
  const [officeNumber, setOfficeNumber] = useState(organisation?.officeNumber ?? '')
  const [corporateNumber, setCorporateNumber] = useState(organisation?.corporateNumber ?? '')
  const [phone, setPhone] = useState(organisation?.phone ?? '')
  const [address, setAddress] = useState(organisation?.address ?? '')
  const [validTo, setValidTo] = useState<IsoDate | null>((organisation?.validTo as IsoDate | null) ?? null)
  const [isDoubtful, setDoubtful] = useState(false)
  const [accepts, setAccepts] = useState(false)
  const submit = async () => {
    try {
      const { warnings } = await putOrganisation({
        id,
        version: organisation?.version ?? null,
        name,
        kind: kindOf(kind),
        officeNumber,
        corporateNumber,
        phone,
        address,
        validTo,
        acceptsOfficeNumber: accepts,
      })
      await onSaved(warnings)
    } catch (error) {
      setDoubtful(error instanceof Problem && error.errors.some(({ path }) => path === 'officeNumber'))
      throw error
    }
  }
  const title = organisation ? `${organisation.name}を直す` : '法人・事業所を登録する'
  return (
    <section aria-label={title} className="mb-6 max-w-2xl rounded-lg border border-line p-4 print:hidden">
      <h2 className="mb-3 text-lg font-bold">{title}</h2>
      <EntryForm
        label={title}
        submitLabel="法人・事業所を保存する"
        onSubmit={submit}
        actions={
          <Button look="quiet" onPress={onClose}>
            やめる
          </Button>
        }
      >
        <TextField name="name" label="名称" value={name} onChange={setName} isRequired autoFocus width={28} />
        <SelectField name="kind" label="種別" value={kind} onChange={setKind} options={kinds} isRequired />
        <TextField
          name="officeNumber"
          label="事業所番号"
          description="指定を受けた事業所だけ。10けた。"
          value={officeNumber}
          onChange={setOfficeNumber}
          width={12}
        />
        {isDoubtful ? (
          <SingleCheck
            isSelected={accepts}
            onChange={setAccepts}
            label="指定の通知書と照らし合わせた。この番号のまま保存する"
          />
        ) : null}
        <TextField
          name="corporateNumber"
          label="法人番号"
          description="13けた。わからなければ空けておきます。"
          value={corporateNumber}
          onChange={setCorporateNumber}
          width={15}
        />
        <TextField name="phone" label="電話" type="tel" value={phone} onChange={setPhone} width={14} />
        <TextField name="address" label="所在地" value={address} onChange={setAddress} width={32} />
        {organisation ? (
          <DateField
            name="validTo"
            label="終わる日"
            description="この日までは使えます。運営するセンター、職、委託が残っていると終えられません。"
            value={validTo}
            onChange={setValidTo}
          />
        ) : null}
      </EntryForm>
    </section>
  )
}
