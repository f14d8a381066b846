import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { REFERRAL_KINDS } from '../codes.ts'
import { listCentres } from './api.ts'
import type { EntryReferral } from './entry.ts'
import { type FieldsProps, optionsOf } from './field-parts.ts'

export const blankReferral = (id: string): EntryReferral => ({
  id,
  toKind: '',
  toName: '',
  toCentreId: '',
  consent: '',
  content: '',
  replyDueOn: null,
})

const consents = [
  { value: 'yes', label: '同意あり' },
  { value: 'no', label: '同意なし' },
]

/** 紹介: to whom this goes on, each waiting for its receipt afterwards. */
export function ReferralFields({ entry, set }: FieldsProps) {
  const { nowMs } = useClock()
  const put = (at: number, change: Partial<EntryReferral>) =>
    set({ referrals: entry.referrals.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <section aria-label="紹介" className="flex flex-col gap-3 border-t border-line pt-3">
      {entry.referrals.map((one, at) => (
        <fieldset key={one.id} className="m-0 rounded-lg border border-edge px-3 py-2">
          <legend className="px-1 font-bold">紹介 {at + 1}</legend>
          <ReferralInputs value={one} path={`referrals.${at}.`} onChange={(change) => put(at, change)} />
          <Button
            size="small"
            look="quiet"
            onPress={() => set({ referrals: entry.referrals.filter((_, index) => index !== at) })}
          >
            この紹介をやめる
          </Button>
        </fieldset>
      ))}
      {entry.referrals.length < 10 ? (
        <div>
          <Button
            size="small"
            onPress={() => set({ referrals: [...entry.referrals, blankReferral(newId(nowMs()))] })}
          >
            他機関への紹介を加える
          </Button>
        </div>
      ) : null}
    </section>
  )
}

type ReferralInputsProps = {
  value: EntryReferral
  /** where the server names the fields: 'referrals.0.' in a new record, '' alone */
  path?: string
  onChange: (change: Partial<EntryReferral>) => void
}

export function ReferralInputs({ value, path = '', onChange }: ReferralInputsProps) {
  const { today } = useClock()
  const centres = useQuery({ queryKey: ['centres'], queryFn: listCentres, staleTime: 600_000 })
  const isCentre = value.toKind === 'centre'
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      <SelectField
        name={`${path}toKind`}
        label="紹介先の種類"
        options={optionsOf(REFERRAL_KINDS)}
        value={value.toKind}
        onChange={(toKind) => onChange({ toKind, toCentreId: '' })}
        isRequired
      />
      {isCentre ? (
        <SelectField
          name={`${path}toCentreId`}
          label="センター"
          options={(centres.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={value.toCentreId}
          onChange={(toCentreId) =>
            onChange({
              toCentreId,
              toName: centres.data?.items.find(({ id }) => id === toCentreId)?.name ?? value.toName,
            })
          }
        />
      ) : null}
      <TextField
        name={`${path}toName`}
        label="紹介先"
        width={16}
        value={value.toName}
        onChange={(toName) => onChange({ toName })}
        isRequired
      />
      <SelectField
        name={`${path}consent`}
        label="紹介についての同意"
        blank="未確認"
        options={consents}
        value={value.consent}
        onChange={(consent) => onChange({ consent: consent as EntryReferral['consent'] })}
      />
      <DateField
        name={`${path}replyDueOn`}
        label="回答の期限"
        description="空欄なら14日後です。"
        value={value.replyDueOn}
        onChange={(replyDueOn) => onChange({ replyDueOn })}
        limits={{ notBefore: today() }}
      />
      <div className="w-full">
        <TextField
          name={`${path}content`}
          label="紹介の内容"
          value={value.content}
          onChange={(content) => onChange({ content })}
          isLong
          rows={2}
        />
      </div>
    </div>
  )
}
