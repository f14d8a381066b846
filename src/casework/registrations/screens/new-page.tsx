import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { AppLink, useAddressWord, useGo, usePathParam } from '../../../ui/link/index.ts'
import { WithPersonStrip } from '../../../ui/person-strip/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { INSURED_TYPES } from '../../certifications/codes.ts'
import { labelOf, OCCASIONS, type Occasion } from '../codes.ts'
import { begin, fetchOfPerson, type OfPerson, ofPersonKey, refresh } from './api.ts'
import { checklistOptions } from './checklist-options.ts'
import { blankChoice, ChoiceFields, choiceBody } from './choice-fields.tsx'

export default function NewPage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: ofPersonKey(id), queryFn: () => fetchOfPerson(id) })
  return (
    <WithPersonStrip id={id}>
      {() =>
        query.data ? (
          <Begin data={query.data} />
        ) : query.error ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading />
        )
      }
    </WithPersonStrip>
  )
}

/** 受付と分岐, and the checklist where there is one: one page, in the order of the talk. */
function Begin({ data }: { data: OfPerson }) {
  const [asked] = useAddressWord('checklist', '')
  const [occasionAsked] = useAddressWord('occasion', '')
  const isKnown = data.checklists.some(({ id }) => id === asked)
  const { nowMs } = useClock()
  const [id] = useState(() => newId(nowMs()))
  const go = useGo()
  const show = useToast()
  const queries = useQueryClient()
  const [occasion, setOccasion] = useState<string>(
    occasionAsked || (data.standing.level === '06' ? 'again' : 'first'),
  )
  const [receivedOn, setReceivedOn] = useState<string | null>(data.today)
  const [reason, setReason] = useState(isKnown ? '基本チェックリストで「基準に該当」' : '')
  const [choice, setChoice] = useState(() => blankChoice(data.today, isKnown ? 'checklist' : ''))
  const [checklistId, setChecklistId] = useState(isKnown ? asked : '')
  const current = data.items.find(
    ({ state }) => !['registered', 'ended', 'withdrawn', 'certificationRoute'].includes(state),
  )
  if (!data.mayBegin)
    return (
      <>
        <PageHead title="登録の手続きを始める" />
        <Notice tone="caution" title="新しい手続きは始められません">
          {current ? (
            <p>
              終わっていない手続きがあります。{' '}
              <AppLink to={`/registrations/${current.id}`}>
                {formatDate(current.receivedOn)}の手続きの続きへ
              </AppLink>
            </p>
          ) : (
            <p>亡くなった方、転出した方、ほかの記録へ統合された方の手続きは始められません。</p>
          )}
        </Notice>
      </>
    )
  const submit = async () => {
    const stored = await begin(data.person.id, {
      id,
      occasion: occasion as Occasion,
      receivedOn: receivedOn ?? '',
      reason,
      choice: choiceBody(choice),
      checklistId: choice.route === 'checklist' ? checklistId || null : null,
    })
    await refresh(queries)
    show('手続きを始めました')
    await go(`/registrations/${stored.id}`, { replace: true })
  }
  return (
    <>
      <PageHead
        title="登録の手続きを始める"
        lead="相談を受けて、本人の希望と同意をもとに、認定申請か基本チェックリストかを決めます。登録を決めるのは市町村です。"
      />
      <InsuredNotice data={data} />
      <div className="max-w-3xl">
        <EntryForm
          label="登録の手続き"
          submitLabel="保存して次へ進む"
          readers={data.readers}
          onSubmit={submit}
        >
          <RadioChoice
            name="occasion"
            label="きっかけ"
            value={occasion}
            onChange={setOccasion}
            options={OCCASIONS.map(({ code, label }) => ({ value: code, label }))}
            isInline
            isRequired
          />
          <DateField
            name="receivedOn"
            label="相談を受けた日"
            description="チェックリストを行った日より後の日でもかまいません"
            value={receivedOn}
            onChange={setReceivedOn}
            isRequired
          />
          <TextField
            name="reason"
            label="相談の内容（理由）"
            value={reason}
            onChange={setReason}
            isRequired
          />
          <ChoiceFields value={choice} onChange={setChoice} />
          {choice.route === 'checklist' ? (
            <SelectField
              name="checklistId"
              label="基本チェックリスト"
              description="まだ行っていなければ、空けたまま保存し、後から選びます。"
              value={checklistId}
              onChange={setChecklistId}
              options={checklistOptions(data.checklists)}
              blank="まだ行っていない"
            />
          ) : null}
        </EntryForm>
      </div>
    </>
  )
}

function InsuredNotice({ data: { insuredType } }: { data: OfPerson }) {
  if (insuredType === 'category1Insured') return null
  const word =
    insuredType === null
      ? '生年月日が分からないため、被保険者の種別が決められません。先に生年月日を確かめてください。'
      : `${labelOf(INSURED_TYPES, insuredType)}です。事業対象者になれるのは第1号被保険者だけです。認定申請をご案内ください。`
  return (
    <div className="mb-4">
      <Notice tone="caution" title="チェックリストの道には進めません">
        {word}
      </Notice>
    </div>
  )
}
