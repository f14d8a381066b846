import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../platform/calendar/index.ts'
import { Button } from '../button/index.ts'
import { dayInJapan, timeInJapan } from '../clock/clock.ts'
import { Empty } from '../empty/index.ts'
import { callPath } from '../http/index.ts'
import { List } from '../list/index.ts'
import { PageHead } from '../shell/page.tsx'
import { Status } from '../status/index.ts'
import { useToast } from '../toast/index.ts'

/** `GET /api/session/all`: one's own sign-ins, newest first. `place` is what the browser called itself, shortened. */
type SignIn = { id: string; startedAt: string; lastSeenAt: string; place: string; isCurrent: boolean }

const when = (instant: string) => `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

/** /account/sessions: where I am signed in, and the way to end what I do not know. */
export default function SessionsPage() {
  const client = useQueryClient()
  const show = useToast()
  const query = useQuery({
    queryKey: ['session', 'all'],
    queryFn: () => callPath<{ items: SignIn[] }>('GET', '/api/session/all'),
  })
  const end = async ({ id, place }: SignIn) => {
    try {
      await callPath('DELETE', `/api/session/all/${encodeURIComponent(id)}`)
      show(`${place} のサインインを終わらせました`)
    } catch {
      show('終わらせられませんでした。もう一度お試しください。', { tone: 'danger' })
    }
    await client.invalidateQueries({ queryKey: ['session', 'all'] })
  }
  return (
    <>
      <PageHead
        title="サインインの一覧"
        lead="心あたりのないものがあれば、終わらせてからパスワードを変更してください。"
      />
      <List
        label="サインインの一覧"
        rows={query.data?.items}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        empty={<Empty title="サインインの記録はありません" />}
        columns={[
          { id: 'place', header: 'ブラウザー', cell: ({ place }) => place },
          { id: 'startedAt', header: '開始', cell: ({ startedAt }) => when(startedAt) },
          { id: 'lastSeenAt', header: '最後の操作', cell: ({ lastSeenAt }) => when(lastSeenAt) },
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
