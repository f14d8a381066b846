import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { PostRequest } from '../schema.ts'
import { decideRequest, requestsQuery } from './api.ts'
import { period } from './words.ts'

const reasons: Record<PostRequest['reason'], string> = {
  own: '管理者が自分に加える職',
  insurer: '保険者全体に届く職',
  administrator: '管理者の職',
}
const decisions = { confirmed: '確認しました', refused: '断りました', withdrawn: '取り下げました' } as const
const states = {
  confirmed: { tone: 'good', word: '確認済み' },
  refused: { tone: 'danger', word: '断り' },
  withdrawn: { tone: 'neutral', word: '取り下げ' },
} as const

/** /staff/confirmations: posts that hold only after a second person has looked. */
export default function ConfirmationsPage() {
  const client = useQueryClient()
  const show = useToast()
  const query = useQuery(requestsQuery)
  const decide = useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: keyof typeof decisions }) =>
      decideRequest(id, decision),
    onSuccess: (_, { decision }) => show(decisions[decision]),
    onSettled: () => client.invalidateQueries({ queryKey: ['staff'] }),
  })
  const act = (id: string, decision: keyof typeof decisions) =>
    decide.isPending || decide.mutate({ id, decision })
  return (
    <>
      <PageHead
        title="職の確認"
        lead="保険者全体に届く職、管理者の職、管理者が自分に加える職は、もう一人が確認してから有効になります。"
      />
      {decide.error ? <Failure error={decide.error} /> : null}
      <List<PostRequest>
        label="確認を待つ職と、最近決まったもの"
        rows={query.data}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        empty={<Empty title="確認を待つ職はありません" />}
        columns={[
          {
            id: 'staff',
            header: '職員',
            cell: (one) => (
              <>
                {one.staffName}
                <span className="block text-xs text-soft">{one.staffNumber}</span>
              </>
            ),
          },
          {
            id: 'post',
            header: '職',
            cell: (one) => (
              <>
                {one.roleLabel}
                {one.place ? `　${one.place}` : ''}
                <span className="block text-xs text-soft">{period(one)}</span>
              </>
            ),
          },
          { id: 'reason', header: '確認の理由', cell: ({ reason }) => reasons[reason] },
          {
            id: 'asked',
            header: '頼んだ人',
            cell: (one) => <Who name={one.requestedBy} at={one.requestedAt} />,
          },
          {
            id: 'state',
            header: '状態',
            cell: ({ decision }) =>
              decision ? (
                <Status tone={states[decision].tone}>{states[decision].word}</Status>
              ) : (
                <Status tone="caution">確認待ち</Status>
              ),
          },
          {
            id: 'decided',
            header: '決めた人',
            cell: (one) => (one.decidedAt ? <Who name={one.decidedBy} at={one.decidedAt} /> : '―'),
          },
          {
            id: 'deed',
            header: '操作',
            cell: (one) =>
              one.may === 'decide' ? (
                <span className="flex gap-2 whitespace-nowrap">
                  <Button
                    size="small"
                    aria-label={`${one.staffName}の${one.roleLabel}を確認する`}
                    onPress={() => act(one.id, 'confirmed')}
                  >
                    確認する
                  </Button>
                  <Button
                    size="small"
                    look="quiet"
                    aria-label={`${one.staffName}の${one.roleLabel}を断る`}
                    onPress={() => act(one.id, 'refused')}
                  >
                    断る
                  </Button>
                </span>
              ) : one.may === 'withdraw' ? (
                <Button size="small" look="quiet" onPress={() => act(one.id, 'withdrawn')}>
                  取り下げる
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  )
}

const Who = ({ name, at }: { name: string | null; at: string }) => (
  <>
    {name ?? '―'}
    <span className="block text-xs text-soft">
      {formatDate(dayInJapan(at), 'short')} {timeInJapan(at)}
    </span>
  </>
)
