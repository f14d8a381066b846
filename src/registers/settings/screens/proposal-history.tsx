import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Proposal, Setting } from '../schema.ts'
import { proposalsQuery } from './api.ts'
import { SettingValue } from './setting-value.tsx'
import { DECISIONS, OPERATIONS } from './words.ts'

/** Every proposal of a setting with who decided what; asked for when it is opened. */
export function ProposalHistory({ setting }: { setting: Setting }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-2 text-sm" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="text-accent underline underline-offset-4">提案の履歴</summary>
      {isOpen ? <Table setting={setting} /> : null}
    </details>
  )
}

const short = (day: string) => formatDate(day as IsoDate, 'short')
const heads = ['提案の内容', '値', '根拠', '提案した人', '結果']

function Table({ setting }: { setting: Setting }) {
  const query = useQuery(proposalsQuery(setting.key))
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  if (query.data.items.length === 0) return <p className="py-1 text-soft">提案はまだありません。</p>
  return (
    <table className="mt-1 w-full">
      <caption className="sr-only">{setting.title}の提案の履歴</caption>
      <thead>
        <tr className="border-b border-line text-left">
          {heads.map((head) => (
            <th key={head} className="py-1 pr-3">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {query.data.items.map((one) => (
          <tr key={one.id} className="border-b border-line align-top">
            <td className="py-1 pr-3">
              {OPERATIONS[one.operation]}
              <span className="block text-soft">{short(one.from)}から</span>
            </td>
            <td className="py-1 pr-3">
              {one.operation === 'remove' ? '―' : <SettingValue setting={setting} value={one.value} />}
            </td>
            <td className="py-1 pr-3">{one.source}</td>
            <td className="py-1 pr-3">
              {one.proposedBy ?? '―'}
              <span className="block text-soft">{short(dayInJapan(one.proposedAt))}</span>
            </td>
            <td className="py-1 pr-3">
              <Outcome proposal={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ proposal: { decision, decidedBy, decidedAt, reason } }: { proposal: Proposal }) {
  if (!decision || !decidedAt) return <Status tone="caution">承認待ち</Status>
  return (
    <>
      <Status tone={DECISIONS[decision].tone}>{DECISIONS[decision].word}</Status>
      <span className="block text-soft">
        {decidedBy ?? '―'} {short(dayInJapan(decidedAt))}
      </span>
      {reason ? <span className="block">理由: {reason}</span> : null}
    </>
  )
}
