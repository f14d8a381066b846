import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../platform/calendar/index.ts'
import type { OwnSession } from '../../platform/identity/schema.ts'
import { Button } from '../button/index.ts'
import { dayInJapan, timeInJapan } from '../clock/clock.ts'
import { Empty } from '../empty/index.ts'
import { callPath } from '../http/index.ts'
import { List } from '../list/index.ts'
import { PageHead } from '../shell/page.tsx'
import { Status } from '../status/index.ts'
import { useToast } from '../toast/index.ts'

const when = (instant: string) => `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

/** /account/sessions: where I am signed in, and the way to end what I do not know. */
export default function SessionsPage() {
  const client = useQueryClient()
  const show = useToast()
  const query = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => callPath<{ sessions: OwnSession[] }>('GET', '/api/session/list'),
  })
  const end = async ({ id, device }: OwnSession) => {
    try {
      await callPath('DELETE', `/api/session/list/${encodeURIComponent(id)}`)
      show(`${device} のサインインを終わらせました`)
    } catch {
      show('終わらせられませんでした。もう一度お試しください。', { tone: 'danger' })
    }
    await client.invalidateQueries({ queryKey: ['own-sessions'] })
  }
  return (
    <>
      <PageHead
        title="サインインの一覧"
        lead="心あたりのないものがあれば、終わらせてからパスワードを変更してください。"
      />
      <List
        label="サインインの一覧"
        rows={query.data?.sessions}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        empty={<Empty title="サインインの記録はありません" />}
        columns={[
          { id: 'device', header: 'ブラウザー', cell: ({ device }) => device },
          { id: 'signedInAt', header: '開始', cell: ({ signedInAt }) => when(signedInAt) },
          { id: 'lastUsedAt', header: '最後の操作', cell: ({ lastUsedAt }) => when(lastUsedAt) },
          {
            id: 'deed',
            header: '状態',
            cell: (one) =>
              one.isCurrent ? (
                <Status tone="info">この画面</Status>
              ) : (
                <Button size="small" onPress={() => void end(one)}>
                  終わらせる
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
