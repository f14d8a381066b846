import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { timeInJapan } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { joinRecord, type Record, readRecord } from './api.ts'
import { Facts } from './detail-facts.tsx'
import { EditForm } from './edit-form.tsx'
import { RecordHistory } from './history.tsx'
import { JoinPanel } from './join-panel.tsx'
import { Referrals } from './referrals.tsx'
import { WithdrawPanel } from './withdraw-panel.tsx'

const readers = '対象者の担当センターと保険者の職員（虐待に関わらない記録は、割り当てられた委託先も）'

export default function DetailPage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: ['consultation', id], queryFn: () => readRecord(id) })
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return <Detail record={query.data} />
}

function Detail({ record }: { record: Record }) {
  const client = useQueryClient()
  const may = useAbilities()
  const show = useToast()
  const [isEditing, setEditing] = useAddressWord('edit', '')
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [isJoining, setJoining] = useState(false)
  const title = `${formatDate(record.receivedOn, 'short')} ${timeInJapan(record.receivedAt)} の相談`
  useCrumb(title)
  const mayWrite = may('consultation.write') && record.withdrawnAt === null
  const onChanged = (next: Record) => {
    client.setQueryData(['consultation', record.id], next)
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== record.id,
    })
    void client.invalidateQueries({ queryKey: ['consultation-history', record.id] })
  }
  if (isEditing && mayWrite) {
    return (
      <>
        <PageHead title={`${title}を直す`} />
        <EditForm
          record={record}
          readers={readers}
          onDone={(next) => {
            onChanged(next)
            setEditing('')
            show('相談記録を直しました')
          }}
          onCancel={() => setEditing('')}
        />
      </>
    )
  }
  return (
    <>
      <PrintHead title="相談記録" readers={readers} />
      <PageHead
        title={title}
        lead={record.person ? <PersonLine person={record.person} /> : '氏名不明の方の相談'}
        actions={
          <>
            {mayWrite ? (
              <Button look="primary" onPress={() => setEditing('1')}>
                記録を直す
              </Button>
            ) : null}
            {mayWrite && record.person === null ? (
              <Button onPress={() => setJoining(true)}>対象者を決める</Button>
            ) : null}
            <PrintButton />
            <a
              className={buttonClass()}
              href={`/api/consultations/${record.id}/pdf`}
              target="_blank"
              rel="noreferrer"
            >
              PDFにする
            </a>
            {mayWrite ? <Button onPress={() => setWithdrawing(true)}>取り下げる</Button> : null}
          </>
        }
      />
      {record.withdrawnAt ? (
        <div className="mb-4">
          <Notice tone="caution" title="取り下げた記録です。件数には入りません">
            {formatDate(record.withdrawnAt.slice(0, 10), 'short')} 理由: {record.withdrawnReason}
          </Notice>
        </div>
      ) : null}
      <Facts record={record} />
      <Referrals record={record} mayWrite={mayWrite} onChanged={onChanged} />
      <p className="mt-4 text-sm text-soft print:hidden">閲覧できる人: {readers}</p>
      <RecordHistory id={record.id} />
      {isJoining ? (
        <JoinPanel
          record={record}
          readers={readers}
          onClose={() => setJoining(false)}
          onDone={(next) => {
            setJoining(false)
            onChanged(next)
            show(`${next.person?.name ?? ''} さんの相談にしました`, {
              undo: async () => onChanged(await joinRecord(next.id, next.version, null)),
            })
          }}
        />
      ) : null}
      {isWithdrawing ? (
        <WithdrawPanel
          record={record}
          onClose={() => setWithdrawing(false)}
          onDone={(next) => {
            setWithdrawing(false)
            onChanged(next)
            show('相談記録を取り下げました')
          }}
        />
      ) : null}
    </>
  )
}

const PersonLine = ({ person }: { person: NonNullable<Record['person']> }) => (
  <span className="text-lg">
    <AppLink to={`/people/${person.id}`}>
      <ruby>
        {person.name}
        <rp>（</rp>
        <rt>{person.kana}</rt>
        <rp>）</rp>
      </ruby>
    </AppLink>
  </span>
)
