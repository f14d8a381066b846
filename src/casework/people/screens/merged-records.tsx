import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { MergeList, Undone } from '../merge/schema.ts'
import type { Sheet } from '../schema-sheet.ts'
import { refreshPerson } from './api.ts'
import { fetchMerges, previewUndo, undoMerge } from './api-life.ts'
import { readersOnly } from './person-page.tsx'

type Row = MergeList['items'][number]
const when = (instant: string) => `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

/** What was merged into this record, and the way back. */
export function MergedRecords({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  const query = useQuery({ queryKey: ['person', person.id, 'merges'], queryFn: () => fetchMerges(person.id) })
  const [undoing, setUndoing] = useState<Row | null>(null)
  const [undone, setUndone] = useState<Undone | null>(null)
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data || query.data.items.length === 0) return null
  return (
    <section aria-labelledby="merged-heading" className="mt-6 max-w-5xl">
      <h2 id="merged-heading" className="font-bold">
        この記録へ統合した記録
      </h2>
      {undone ? <AfterUndo undone={undone} /> : null}
      <ul className="divide-y divide-line text-sm">
        {query.data.items.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <AppLink to={`/people/${row.mergedId}`}>{row.mergedName ?? '記録'}</AppLink>
            <span className="tabular-nums">{when(row.mergedAt)}</span>
            <span>{row.mergedByName ?? 'システム'}</span>
            <span>理由: {row.reason}</span>
            <span className="tabular-nums">{row.rows.toLocaleString('ja-JP')}件の記録</span>
            {row.undoneAt ? (
              <Status tone="neutral">
                {when(row.undoneAt)} 取消（{row.undoneReason}）
              </Status>
            ) : sheet.abilities.includes('person.merge') ? (
              <Button
                size="small"
                aria-label={`${row.mergedName ?? ''} さんの統合を取り消す`}
                onPress={() => setUndoing(row)}
              >
                統合を取り消す
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {undoing ? (
        <UndoPanel
          sheet={sheet}
          row={undoing}
          onClose={() => setUndoing(null)}
          onDone={(result) => {
            setUndoing(null)
            setUndone(result)
          }}
        />
      ) : null}
    </section>
  )
}

type UndoProps = { sheet: Sheet; row: Row; onClose: () => void; onDone: (undone: Undone) => void }

function UndoPanel({ sheet, row, onClose, onDone }: UndoProps) {
  const { person } = sheet
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  const query = useQuery({
    queryKey: ['person', person.id, 'undo', row.id],
    queryFn: () => previewUndo(person.id, row.id),
    gcTime: 0,
  })
  const seen = query.data
  const save = async () => {
    const result = await undoMerge(person.id, row.id, reason.trim())
    await Promise.all([refreshPerson(client, person.id), refreshPerson(client, row.mergedId)])
    show(`統合を取り消しました。${result.moved}件の記録が ${row.mergedName ?? '元の記録'} さんに戻りました`)
    onDone(result)
  }
  return (
    <Panel title="統合を取り消す" onClose={onClose}>
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {seen ? null : <Loading />}
      {seen?.refusal ? (
        <Notice tone="caution" title="取り消せません">
          {seen.refusal}
        </Notice>
      ) : null}
      {seen && !seen.refusal ? (
        <>
          <p>取り消すと、二つの記録は統合の前に戻ります。</p>
          <ul className="mt-2 mb-4 list-disc pl-6 text-sm">
            <li>
              {seen.moved.toLocaleString('ja-JP')}件の記録が {row.mergedName ?? '元の記録'} さんに戻ります。
            </li>
            {seen.kept.length > 0 ? (
              <li>統合の後に直した{seen.kept.join('、')}は、今の値のまま残ります。</li>
            ) : null}
            <li>
              {seen.since.length === 0
                ? '統合の後に書いた記録はありません。'
                : `統合の後に書いた${seen.since.length}件は ${person.name} さんに残ります。どちらの方のものか、確かめる予定を作ります。`}
            </li>
          </ul>
          <Since rows={seen.since} />
          <EntryForm
            label="統合の取消"
            submitLabel="統合を取り消す"
            readers={readersOnly(sheet)}
            onSubmit={save}
          >
            <TextField
              name="reason"
              label="理由"
              description="例: 別の方だとわかった"
              value={reason}
              onChange={setReason}
              maxLength={300}
              isLong
              rows={2}
              isRequired
            />
          </EntryForm>
        </>
      ) : null}
    </Panel>
  )
}

const Since = ({ rows }: { rows: Undone['since'] }) => (
  <ul className="mb-4 text-sm">
    {rows.map(({ id, label, at, link }) => (
      <li key={id} className="border-b border-line py-1 tabular-nums">
        {when(at)} {link ? <AppLink to={link}>{label}</AppLink> : label}
      </li>
    ))}
  </ul>
)

const AfterUndo = ({ undone }: { undone: Undone }) =>
  undone.since.length === 0 ? null : (
    <Notice
      tone="caution"
      title={`統合していた間に書いた${undone.since.length}件は、この記録に残っています`}
      role="status"
    >
      <p>どちらの方のものかを確かめてください。「きょう」にも予定を作りました。</p>
      <Since rows={undone.since} />
    </Notice>
  )
