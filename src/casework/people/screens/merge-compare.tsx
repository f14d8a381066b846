import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { MergeChoice, MergeField } from '../merge/fields.ts'
import type { MergePreview } from '../merge/schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { refreshPerson } from './api.ts'
import { mergeRecords, previewMerge, undoMerge } from './api-life.ts'
import { readersOnly } from './person-page.tsx'
import { addressWord, birthWord, sexWord } from './words.ts'

type CompareProps = { sheet: Sheet; otherId: string; onBack: () => void }

/** Both records side by side; which of the two goes on, which value of each field, and what moves. */
export function MergeCompare({ sheet, otherId, onBack }: CompareProps) {
  const [keepsOther, setKeepsOther] = useState(false)
  const [keptId, mergedId] = keepsOther ? [otherId, sheet.person.id] : [sheet.person.id, otherId]
  const query = useQuery({
    queryKey: ['person', keptId, 'merge-preview', mergedId],
    queryFn: () => previewMerge(keptId, mergedId),
    gcTime: 60_000,
  })
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-3">
        <Button size="small" onPress={() => setKeepsOther(!keepsOther)}>
          残す記録を入れ替える
        </Button>
        <Button size="small" look="quiet" onPress={onBack}>
          別の記録を選ぶ
        </Button>
      </div>
      <MergeForm
        key={`${keptId} ${query.dataUpdatedAt}`}
        sheet={sheet}
        preview={query.data}
        onStale={() => void query.refetch()}
      />
    </>
  )
}

type FormProps = { sheet: Sheet; preview: MergePreview; onStale: () => void }

function MergeForm({ sheet, preview, onStale }: FormProps) {
  const { kept, merged, fields, moves, refusal } = preview
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const [choices, setChoices] = useState<Partial<Record<MergeField, MergeChoice>>>(() => defaultsOf(fields))
  const [reason, setReason] = useState('')
  const refresh = () => Promise.all([refreshPerson(client, kept.id), refreshPerson(client, merged.id)])
  const save = async () => {
    const done = await mergeRecords(kept.id, {
      version: kept.version,
      otherId: merged.id,
      otherVersion: merged.version,
      choices,
      reason: reason.trim(),
    })
    await refresh()
    await go(`/people/${kept.id}`)
    show(`二つの記録を ${kept.name} さんに統合しました（${done.rows}件の記録が移りました）`, {
      undo: async () => {
        await undoMerge(kept.id, done.mergeId, '統合の直後に取り消し')
        await refresh()
      },
    })
  }
  const total = moves.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="max-w-5xl">
      <Sides preview={preview} />
      <section aria-labelledby="moves-heading" className="my-4">
        <h2 id="moves-heading" className="font-bold">
          統合すると移る記録（{total.toLocaleString('ja-JP')}件）
        </h2>
        {total === 0 ? <p className="text-soft">移る記録はありません</p> : null}
        <ul className="flex flex-wrap gap-x-6 text-sm">
          {moves.map(({ table, label, count }) => (
            <li key={table}>
              {label} <span className="font-bold tabular-nums">{count.toLocaleString('ja-JP')}</span>件
            </li>
          ))}
        </ul>
        <p className="text-sm text-soft">
          業務の件数は、した日・したセンターのまま残ります。まとめる側の記録は検索に出なくなり、開くと残す記録を案内します。
        </p>
      </section>
      {refusal ? (
        <Notice tone="caution" title="ここでは統合できません">
          {refusal}
        </Notice>
      ) : (
        <EntryForm
          label="統合"
          submitLabel="統合する"
          readers={readersOnly(sheet)}
          onSubmit={save}
          onConflict={(_: Conflict) => {
            show('ほかの人が先に直しました。両方の内容を見直してください。', { tone: 'danger' })
            onStale()
          }}
        >
          {fields.map((one) =>
            one.decided ? (
              <p key={one.field}>
                <span className="font-bold">{one.label}</span>　{one[one.decided] || '（空欄）'}
                <span className="ml-2 text-sm text-soft">基幹系システムの記録の値が残ります。</span>
              </p>
            ) : (
              <RadioChoice
                key={one.field}
                name={one.field}
                label={one.label}
                options={[
                  { value: 'kept', label: `残す記録: ${one.kept || '（空欄）'}` },
                  { value: 'merged', label: `まとめる記録: ${one.merged || '（空欄）'}` },
                  ...(one.field === 'note' && one.kept && one.merged
                    ? [{ value: 'both', label: '両方を続けて残す' }]
                    : []),
                ]}
                value={choices[one.field] ?? 'kept'}
                onChange={(value) => setChoices((all) => ({ ...all, [one.field]: value as MergeChoice }))}
                isRequired
              />
            ),
          )}
          <TextField
            name="reason"
            label="同じ方だとわかったわけ"
            description="例: 本人に生年月日と旧住所を確かめた"
            value={reason}
            onChange={setReason}
            maxLength={300}
            isLong
            rows={2}
            isRequired
          />
        </EntryForm>
      )}
    </div>
  )
}

/** An empty value gives way to a written one; two notes stay both. */
function defaultsOf(fields: MergePreview['fields']): Partial<Record<MergeField, MergeChoice>> {
  const choice = (one: MergePreview['fields'][number]): MergeChoice => {
    if (one.field === 'note' && one.kept !== '' && one.merged !== '') return 'both'
    return one.kept === '' ? 'merged' : 'kept'
  }
  return Object.fromEntries(fields.filter(({ decided }) => !decided).map((one) => [one.field, choice(one)]))
}

function Sides({ preview: { kept, merged } }: { preview: MergePreview }) {
  const rows: [string, string, string][] = [
    ['氏名', kept.name, merged.name],
    ['フリガナ', kept.kana, merged.kana],
    ['生年月日', birthWord(kept), birthWord(merged)],
    ['性別', sexWord(kept.sex), sexWord(merged.sex)],
    ['住所', addressWord(kept.address), addressWord(merged.address)],
    ['電話', phoneWord(kept), phoneWord(merged)],
    ['被保険者番号', kept.insuredNumber ?? 'なし', merged.insuredNumber ?? 'なし'],
    ['宛名番号', kept.residentNumber ?? 'なし', merged.residentNumber ?? 'なし'],
    ['担当センター', kept.centre?.name ?? '未定', merged.centre?.name ?? '未定'],
    ['主担当', kept.staff?.name ?? '未定', merged.staff?.name ?? '未定'],
    ['もと', sourceWord(kept), sourceWord(merged)],
  ]
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">二つの記録</caption>
      <thead className="bg-shade">
        <tr>
          <th scope="col" className="w-32 px-2 py-1 text-left">
            項目
          </th>
          <th scope="col" className="px-2 py-1 text-left">
            残す記録
          </th>
          <th scope="col" className="px-2 py-1 text-left">
            まとめる記録
          </th>
          <th scope="col" className="w-24 px-2 py-1 text-left">
            くらべ
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, left, right]) => (
          <tr key={label} className="border-b border-line align-top">
            <th scope="row" className="px-2 py-1 text-left font-normal text-soft">
              {label}
            </th>
            <td className="px-2 py-1 wrap-anywhere">{left}</td>
            <td className="px-2 py-1 wrap-anywhere">{right}</td>
            <td className="px-2 py-1">
              {left === right ? (
                <span className="text-soft">同じ</span>
              ) : (
                <Status tone="caution">違う</Status>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Side = MergePreview['kept']
const phoneWord = (side: Side) => (side.isProtected ? '伏せています' : (side.phone ?? '登録なし'))
const sourceWord = (side: Side) => (side.source === 'core-system' ? '基幹系システム' : '手で登録')
