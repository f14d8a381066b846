import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { declineEntrustment, fetchInbox, type InboxRow, receiveEntrustment, refresh } from './api.ts'
import { dayWord } from './words.ts'

/** 受領待ち: hand-overs sent to one's office. Receiving gives the people's page and the tasks; declining gives it back. */
export default function InboxPage() {
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const { today } = useClock()
  const [declining, setDeclining] = useState<InboxRow | null>(null)
  const query = useQuery({ queryKey: ['entrustment-inbox'], queryFn: fetchInbox, refetchInterval: 120_000 })
  const receive = async (row: InboxRow) => {
    try {
      const { personId } = await receiveEntrustment(row.id)
      await refresh(client)
      show(`${row.personName} さんの引き継ぎを受領しました`)
      if (row.from <= today()) await go(`/people/${personId}/care-management`)
    } catch (error) {
      show(error instanceof Problem ? `${error.title} ${error.detail}` : '受領できませんでした。', {
        tone: 'danger',
      })
      await refresh(client)
    }
  }
  const first = query.data?.rows[0]
  useShortcuts(
    [
      {
        keys: ['r'],
        label: '最初の引き継ぎを受領する',
        group: 'ページ',
        run: () => first && void receive(first),
      },
    ],
    first !== undefined && declining === null,
  )
  return (
    <>
      <PageHead
        title="委託の受領待ち"
        lead="自分の事業所あての引き継ぎです。内容を読んでから、受領か辞退を選んでください。"
      />
      {query.error && !query.data ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading />
      ) : query.data.rows.length === 0 ? (
        <Empty title="受領を待っている引き継ぎはありません" />
      ) : (
        <ul className="flex max-w-4xl flex-col gap-4">
          {query.data.rows.map((row, at) => (
            <InboxItem
              key={row.id}
              row={row}
              isFirst={at === 0}
              onReceive={() => void receive(row)}
              onDecline={() => setDeclining(row)}
            />
          ))}
        </ul>
      )}
      {declining ? <DeclinePanel row={declining} onClose={() => setDeclining(null)} /> : null}
    </>
  )
}

type ItemProps = { row: InboxRow; isFirst: boolean; onReceive: () => void; onDecline: () => void }

function InboxItem({ row, isFirst, onReceive, onDecline }: ItemProps) {
  return (
    <li className="rounded-lg border border-line p-4">
      <h2 className="text-lg font-bold">
        <ruby>
          {row.personName}
          <rp>（</rp>
          <rt className="font-normal text-soft">{row.personKana}</rt>
          <rp>）</rp>
        </ruby>{' '}
        さん
      </h2>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="tabular-nums">
          {formatDate(row.from)} から {dayWord(row.to, '定めなし')}
        </span>
        {row.mine ? <Status tone="info">あなたあて</Status> : null}
        {!row.mine && row.contractorName ? <span>{row.contractorName} さんあて</span> : null}
      </p>
      <p className="my-2 whitespace-pre-wrap">{row.handOver}</p>
      <p className="text-sm text-soft">
        {[row.centreName, row.senderName].filter(Boolean).join(' ')}
        {row.centrePhone ? `　電話 ${row.centrePhone}` : ''}
      </p>
      <div className="mt-3 flex gap-2">
        <Button look="primary" shortcut={isFirst ? 'R' : undefined} onPress={onReceive}>
          <span className="sr-only">{row.personName} さんの引き継ぎを</span>
          受領する
        </Button>
        <Button onPress={onDecline}>
          <span className="sr-only">{row.personName} さんの引き継ぎを</span>
          辞退する
        </Button>
      </div>
    </li>
  )
}

function DeclinePanel({ row, onClose }: { row: InboxRow; onClose: () => void }) {
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  return (
    <Panel title={`${row.personName} さんの委託を辞退する`} onClose={onClose}>
      <p className="mb-3 text-sm">理由はセンターに届きます。辞退すると、この方の記録は見られなくなります。</p>
      <EntryForm
        label="辞退"
        submitLabel="辞退する"
        onSubmit={async () => {
          await declineEntrustment(row.id, reason)
          onClose()
          await refresh(client)
          show('辞退しました。センターに理由が届きました。')
        }}
      >
        <TextField
          name="reason"
          label="辞退の理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
