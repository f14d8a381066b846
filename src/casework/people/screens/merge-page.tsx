import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PageHead, SearchBox } from '../../../ui/shell/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import type { DuplicateCandidate } from '../schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { findDuplicates } from './api.ts'
import { requestMerge } from './api-life.ts'
import { MergeCompare } from './merge-compare.tsx'
import { MergedRecords } from './merged-records.tsx'
import { PersonHead, readersOnly, WithSheet } from './person-page.tsx'
import { birthYearWord, sexWord } from './words.ts'

export default function MergePage() {
  const id = usePathParam('id')
  return <WithSheet id={id}>{(sheet) => <Merge key={id} sheet={sheet} />}</WithSheet>
}

/** 同一人物の統合: first which other record, then both side by side. The other's id stands in the address, nothing else. */
function Merge({ sheet }: { sheet: Sheet }) {
  const [other, setOther] = useAddressWord('with', '')
  const { person } = sheet
  return (
    <>
      <PersonHead sheet={sheet} />
      <PageHead
        title="同一人物の統合"
        lead="同じ方の記録が二つあるとき、一つにまとめます。あとから取り消せます。"
        actions={<AppLink to={`/people/${person.id}`}>フェースシートに戻る</AppLink>}
      />
      {sheet.mergedInto ? (
        <Notice tone="caution" title={`この記録は ${sheet.mergedInto.name} さんに統合されました`}>
          <AppLink to={`/people/${sheet.mergedInto.id}/merge`}>統合先の記録で続ける</AppLink>
        </Notice>
      ) : other === '' || other === person.id ? (
        <>
          <Choose sheet={sheet} onChoose={setOther} />
          <MergedRecords sheet={sheet} />
        </>
      ) : (
        <MergeCompare key={other} sheet={sheet} otherId={other} onBack={() => setOther('')} />
      )}
    </>
  )
}

function Choose({ sheet, onChoose }: { sheet: Sheet; onChoose: (id: string) => void }) {
  const { person } = sheet
  const query = useQuery({
    queryKey: ['person', person.id, 'twins'],
    queryFn: ({ signal }) =>
      findDuplicates(
        {
          name: person.name,
          kana: person.kana,
          birthOn: person.birthOn,
          sex: person.sex,
          phone: person.phone ?? '',
          insuredNumber: person.insuredNumber ?? '',
        },
        signal,
      ),
    gcTime: 60_000, // names do not stay in the memory of the page
  })
  const twins = query.data?.items.filter(({ id }) => id !== person.id)
  return (
    <div className="grid max-w-5xl gap-6 lg:grid-cols-2">
      <section aria-labelledby="twins-heading">
        <h2 id="twins-heading" className="font-bold">
          同じ方かもしれない記録
        </h2>
        <p role="status" className="text-sm text-soft">
          {twins === undefined
            ? '保険者全体から探しています…'
            : twins.length === 0
              ? '似た記録は見つかりません。'
              : `${twins.length}件あります。`}
        </p>
        {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
        <ul className="divide-y divide-line">
          {twins?.map((one, index) => (
            <li key={one.id ?? `${one.name} ${one.centreName} ${index}`} className="py-2 text-sm">
              <Twin one={one} onChoose={onChoose} />
            </li>
          ))}
        </ul>
        <h2 className="mt-4 mb-1 font-bold">ほかの記録を探す</h2>
        <SearchBox label="統合する記録（カナ・番号・電話・住所）" onOpen={(found) => onChoose(found.id)} />
      </section>
      <Ask sheet={sheet} />
    </div>
  )
}

function Twin({ one, onChoose }: { one: DuplicateCandidate; onChoose: (id: string) => void }) {
  const { id } = one
  const facts = one.masked
    ? [birthYearWord(one.birthYear)]
    : [one.birthOn && formatDate(one.birthOn as never, 'short'), one.sex && sexWord(one.sex), one.townName]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Status tone="caution">{one.reasonLabel}</Status>
      <span className="font-bold">{one.name}</span>
      <span className="text-soft">{one.kana}</span>
      <span className="tabular-nums">{facts.filter(Boolean).join('　')}</span>
      <span>担当: {one.centreName ?? '未定'}</span>
      {id === null ? (
        <span className="text-soft">担当の外の方なので伏せています。保険者へ統合を依頼してください。</span>
      ) : (
        <Button size="small" aria-label={`${one.name} さんの記録と見比べる`} onPress={() => onChoose(id)}>
          見比べる
        </Button>
      )}
    </div>
  )
}

/** The way for who may not merge, or may not see the other record. */
function Ask({ sheet }: { sheet: Sheet }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  if (asked) {
    return <p role="status">保険者へ統合を依頼しました。返事の期限は{formatDate(asked as never)}です。</p>
  }
  return (
    <section aria-labelledby="ask-heading" className="rounded-lg border border-line p-3">
      <h2 id="ask-heading" className="mb-2 font-bold">
        保険者へ統合を依頼する
      </h2>
      <EntryForm
        label="統合の依頼"
        submitLabel="統合を依頼する"
        readers={readersOnly(sheet)}
        onSubmit={async () => setAsked((await requestMerge(sheet.person.id, reason.trim())).dueOn)}
      >
        <TextField
          name="reason"
          label="理由"
          description="どの記録と同じ方か、どうしてそう思うか。もう一つの記録が自分のセンターの方でないときに使います。"
          value={reason}
          onChange={setReason}
          maxLength={300}
          isLong
          rows={3}
          isRequired
        />
      </EntryForm>
    </section>
  )
}
