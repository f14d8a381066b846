import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Proposal, Setting } from '../schema.ts'
import { approveProposal, returnProposal, settingsQuery, withdrawProposal } from './api.ts'
import { changedTable } from './changed-table.tsx'
import { cardId } from './setting-card.tsx'
import { SettingValue } from './setting-value.tsx'
import { OPERATIONS } from './words.ts'

type ProposalCardProps = { setting: Setting; proposal: Proposal; otherOfficers: number }

/** A proposal that waits: the old value beside the new one, by day, with its ordinance; and what the reader may do. */
export function ProposalCard({ setting, proposal, otherOfficers }: ProposalCardProps) {
  const client = useQueryClient()
  const show = useToast()
  const [isReturning, setReturning] = useState(false)
  const decide = useMutation({
    mutationFn: (deed: 'approve' | 'withdraw') =>
      deed === 'approve' ? approveProposal(proposal.id) : withdrawProposal(proposal.id),
    onSuccess: (_, deed) =>
      show(deed === 'approve' ? `「${setting.title}」の提案を承認しました` : '提案を取り下げました'),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
      if (!isThere(proposal.id)) focusCard(setting.key)
    },
  })
  const { may, operation } = proposal
  const act = (deed: 'approve' | 'withdraw') => decide.isPending || decide.mutate(deed)
  return (
    <article
      id={proposal.id}
      className="rounded-lg border-2 border-edge p-4"
      aria-label={`${setting.title}の提案`}
    >
      <div className="flex flex-wrap items-baseline gap-3">
        <h3 className="font-bold">{setting.title}</h3>
        <Status tone="caution">承認待ち</Status>
        <span className="text-sm text-soft">{OPERATIONS[operation]}</span>
      </div>
      <Change setting={setting} proposal={proposal} />
      <dl className="mt-2 grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1 text-sm">
        <dt className="text-soft">根拠</dt>
        <dd>{proposal.source}</dd>
        {proposal.note ? (
          <>
            <dt className="text-soft">備考</dt>
            <dd>{proposal.note}</dd>
          </>
        ) : null}
        <dt className="text-soft">提案</dt>
        <dd>
          {proposal.proposedBy ?? '―'}　{formatDate(dayInJapan(proposal.proposedAt), 'short')}{' '}
          {timeInJapan(proposal.proposedAt)}
        </dd>
      </dl>
      {may === 'decide' ? (
        <p className="mt-3 flex gap-2">
          <Button
            look="primary"
            aria-label={`${setting.title}の提案を確かめて承認する`}
            onPress={() => act('approve')}
          >
            確かめて承認する
          </Button>
          <Button aria-label={`${setting.title}の提案を差し戻す`} onPress={() => setReturning(true)}>
            差し戻す
          </Button>
        </p>
      ) : null}
      {may === 'withdraw' ? (
        <>
          <p className="mt-3 text-sm">
            {otherOfficers > 0
              ? `あなたの提案です。ほかの保険者職員（${otherOfficers}人）のだれかが確かめて承認します。`
              : 'あなたの提案です。承認できる保険者職員が、ほかにいません。「職員」で保険者職員の職を加えてもらってください。'}
          </p>
          <p className="mt-2">
            <Button aria-label={`${setting.title}の提案を取り下げる`} onPress={() => act('withdraw')}>
              取り下げる
            </Button>
          </p>
        </>
      ) : null}
      {decide.error ? <Failure error={decide.error} /> : null}
      {isReturning ? (
        <ReturnPanel setting={setting} proposal={proposal} onClose={() => setReturning(false)} />
      ) : null}
    </article>
  )
}

const isThere = (id: string) => document.getElementById(id) !== null
const focusCard = (key: string) => document.getElementById(cardId(key))?.focus()

/** Old → new by date; what is taken back stands alone. */
function Change({ setting, proposal }: Pick<ProposalCardProps, 'setting' | 'proposal'>) {
  const { from, oldFrom, oldValue, value, operation } = proposal
  const day = (on: string) => `${formatDate(on as IsoDate)}から`
  const isMoved = oldFrom !== null && oldFrom !== from
  const changes = operation === 'remove' ? null : changedTable({ setting, before: oldValue, after: value })
  if (changes)
    return (
      <>
        <p className="mt-2 font-bold">
          {day(from)}
          {isMoved ? '（開始日も変わります）' : ''}
        </p>
        {changes}
      </>
    )
  return (
    <table className="mt-2 text-sm">
      <caption className="sr-only">{setting.title}: いまの値と提案の値</caption>
      <tbody>
        <tr className="align-top">
          <th scope="row" className="py-1 pr-4 text-left font-normal text-soft">
            {operation === 'add' ? 'その日のいまの値' : `いまの値（${day(oldFrom ?? from)}）`}
          </th>
          <td className="py-1">
            <SettingValue setting={setting} value={oldValue} />
          </td>
        </tr>
        <tr className="align-top">
          <th scope="row" className="py-1 pr-4 text-left">
            {operation === 'remove' ? '提案' : `提案（${day(from)}${isMoved ? '。開始日も変わります' : ''}）`}
          </th>
          <td className="py-1 text-base font-bold">
            {operation === 'remove' ? 'この値を取り消す' : <SettingValue setting={setting} value={value} />}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function ReturnPanel({
  setting,
  proposal,
  onClose,
}: Pick<ProposalCardProps, 'setting' | 'proposal'> & { onClose: () => void }) {
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  const submit = async () => {
    await returnProposal(proposal.id, reason)
    await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    show('提案を差し戻しました')
    onClose()
    focusCard(setting.key)
  }
  return (
    <Panel title={`${setting.title}: 提案を差し戻す`} onClose={onClose}>
      <EntryForm label="差し戻す" submitLabel="差し戻す" busyLabel="送っています…" onSubmit={submit}>
        <TextField
          name="reason"
          label="差し戻す理由"
          description="何をどう直せばよいかを、提案した人に伝えます。提案の履歴に残ります。"
          value={reason}
          onChange={setReason}
          isLong
          rows={3}
          isRequired
        />
      </EntryForm>
    </Panel>
  )
}
