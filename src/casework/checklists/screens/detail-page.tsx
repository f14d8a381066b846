import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { NotFoundPage, PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { CODINGS, METHODS, RESPONDENTS, SOURCES } from '../codes.ts'
import { type Checklist, readChecklist, type Sheet } from './api.ts'
import { Confirmation } from './confirmation.tsx'
import { EditForm } from './edit-form.tsx'
import { RecordHistory } from './history.tsx'
import { JudgementPanel } from './judgement-panel.tsx'
import { NextSteps } from './next-steps.tsx'
import { PaperView } from './paper-view.tsx'
import { PersonHead, WithPerson } from './person-head.tsx'
import { shownOfResult } from './shown.ts'
import { WithdrawPanel } from './withdraw-panel.tsx'
import { instantWord, wordOf } from './words.ts'

export default function DetailPage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: ['checklist', id], queryFn: () => readChecklist(id) })
  if (query.error instanceof Problem && [404, 422].includes(query.error.status) && !query.data)
    return <NotFoundPage />
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const record = query.data
  return <WithPerson id={record.person.id}>{(sheet) => <Detail record={record} sheet={sheet} />}</WithPerson>
}

const DONE = {
  changed: 'チェックリストを直しました',
  withdrawn: 'チェックリストを取り下げました',
  confirmed: '判定案を確認しました',
}
export type Done = keyof typeof DONE

function Detail({ record, sheet }: { record: Checklist; sheet: Sheet }) {
  const client = useQueryClient()
  const may = useAbilities()
  const show = useToast()
  const [isEditing, setEditing] = useAddressWord('edit', '')
  const [isWithdrawing, setWithdrawing] = useState(false)
  const title = `${formatDate(record.answeredOn)} のチェックリスト`
  useCrumb(title)
  const mayWrite = may('checklist.write') && record.withdrawnAt === null
  const readers = sheet.readers.replace(/^閲覧できる人[:：]\s*/u, '')
  const refresh = (done: Done) => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    show(DONE[done])
  }
  if (isEditing && mayWrite)
    return (
      <EditForm
        record={record}
        sheet={sheet}
        readers={readers}
        onDone={() => {
          refresh('changed')
          setEditing('')
        }}
        onCancel={() => setEditing('')}
      />
    )
  return (
    <>
      <PrintHead title="基本チェックリスト" readers={readers} />
      <PersonHead sheet={sheet} />
      <PageHead
        title={title}
        actions={
          <>
            {mayWrite ? <Button onPress={() => setEditing('1')}>直す</Button> : null}
            <PrintButton />
            <PdfLink path={`${record.id}/pdf`}>様式のPDF</PdfLink>
            <PdfLink path={`${record.id}/result-pdf`}>本人に渡すPDF</PdfLink>
            {mayWrite ? <Button onPress={() => setWithdrawing(true)}>取り下げる</Button> : null}
          </>
        }
      />
      {record.withdrawnAt === null ? null : (
        <div className="mb-4">
          <Notice tone="caution" title="取り下げたチェックリストです。件数にも推移にも入りません">
            {instantWord(record.withdrawnAt)} 理由: {record.withdrawnReason}
          </Notice>
        </div>
      )}
      <div className="grid gap-x-6 gap-y-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <Facts record={record} />
          <PaperView record={record} />
        </div>
        <aside aria-label="判定" className="flex flex-col gap-4">
          <Confirmation record={record} onDone={() => refresh('confirmed')} />
          <NextSteps record={record} />
          <JudgementPanel shown={shownOfResult(record.result, record.steps)} />
        </aside>
      </div>
      <p className="mt-4 text-sm text-soft print:hidden">閲覧できる人: {readers}</p>
      {may('checklist.history') ? <RecordHistory id={record.id} /> : null}
      {isWithdrawing ? (
        <WithdrawPanel
          record={record}
          onClose={() => setWithdrawing(false)}
          onDone={() => {
            setWithdrawing(false)
            refresh('withdrawn')
          }}
        />
      ) : null}
    </>
  )
}

function PdfLink({ path, children }: { path: string; children: string }) {
  return (
    <a className={buttonClass()} href={`/api/checklists/${path}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

/** The head of the paper, and how it came in. */
function Facts({ record }: { record: Checklist }) {
  const facts: [string, string][] = [
    ['実施日', formatDate(record.answeredOn)],
    ['方法', wordOf(METHODS, record.method)],
    ['回答者', wordOf(RESPONDENTS, record.respondent)],
    ['実施者', `${record.staff.name}${record.recordedCentre ? `（${record.recordedCentre.name}）` : ''}`],
    ['入力', `${wordOf(SOURCES, record.source)}（${wordOf(CODINGS, record.coding)}）`],
    ['所要時間', record.minutes === null ? '記録なし' : `${record.minutes}分`],
    ['備考', record.note ?? 'なし'],
  ]
  return (
    <dl className="mb-3 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      {facts.map(([label, value]) => (
        <div key={label} className="flex gap-1.5">
          <dt className="text-soft">{label}</dt>
          <dd className="whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
