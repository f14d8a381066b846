import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { AppLink, useAddressWord, useGo } from '../../../ui/link/index.ts'
import { PageHead, WithContext } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { centresQuery, newId, registerPerson, townsQuery } from './api.ts'
import { DuplicateCandidates, DuplicateReminder, useDuplicates } from './duplicate-candidates.tsx'
import { blankPerson, bodyOfPerson, type PersonEntry } from './person-entry.ts'
import { AddressFields, FurtherFields, IdentityFields, PhoneField, RegisterFields } from './person-fields.tsx'

/** Registers somebody by hand; who may already be registered stands beside the form while it is typed. */
export default function NewPage() {
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const [purpose] = useAddressWord('for', '')
  const isForIntake = purpose === 'intake'
  // Made once: a save whose answer was lost and that is sent again stores one person.
  const [id] = useState(newId)
  const [entry, setEntry] = useState(blankPerson)
  const [restored, setRestored] = useState(0)
  const draft = useDraft<PersonEntry>('person.new', entry, (kept) => {
    setEntry(kept)
    setRestored((count) => count + 1)
  })
  const towns = useQuery(townsQuery)
  const centres = useQuery(centresQuery)
  const put =
    <K extends keyof PersonEntry>(key: K) =>
    (value: PersonEntry[K]) =>
      setEntry((now) => ({ ...now, [key]: value }))
  const save = async () => {
    const stored = await registerPerson({ id, ...bodyOfPerson(entry) })
    await draft.discard()
    await client.invalidateQueries({ queryKey: ['people'] })
    await go(isForIntake ? `/consultations/new?person=${stored.id}&back=1` : `/people/${stored.id}`)
    const centre = centres.data?.find((one) => one.id === stored.centreId)?.name ?? '未定'
    show(
      stored.isGranted
        ? `${entry.name} さんを登録しました。担当は${centre}です。あなたは14日間、この方の記録を見られます。`
        : `${entry.name} さんを登録しました。担当は${centre}です。`,
    )
  }
  const duplicates = useDuplicates(entry)
  const fields = { entry, put }
  const centreName = towns.data?.find((one) => one.id === entry.townId)?.centreName
  return (
    <>
      <PageHead
        title="利用者の登録"
        lead={`市の取り込みにまだ入っていない方を、手で登録します。登録の前に、右の「登録ずみかもしれない方」を確かめてください。${
          isForIntake ? '登録すると、書きかけの相談へ戻ります。' : ''
        }`}
      />
      <WithContext
        label="二重登録の確認"
        context={<DuplicateCandidates entry={entry} duplicates={duplicates} isForIntake={isForIntake} />}
      >
        <DraftFound draft={draft} />
        <EntryForm
          label="利用者の登録"
          submitLabel="利用者を登録する"
          readers={`${centreName ?? 'あなたのセンター'}の職員、保険者職員・地区担当保健師・認定担当`}
          onSubmit={save}
          actions={
            <>
              {isForIntake ? <AppLink to="/consultations/new">登録せずに相談へ戻る</AppLink> : null}
              <DraftState draft={draft} />
            </>
          }
        >
          <IdentityFields {...fields} restored={restored} />
          <AddressFields {...fields} />
          <PhoneField {...fields} />
          <RegisterFields {...fields} />
          <FurtherFields {...fields} />
          <DuplicateReminder count={duplicates.items?.length ?? 0} />
        </EntryForm>
      </WithContext>
    </>
  )
}
