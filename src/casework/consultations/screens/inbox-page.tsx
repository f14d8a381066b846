import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { receiveReferral, referralInbox } from './api.ts'

type Row = Awaited<ReturnType<typeof referralInbox>>['rows'][number]

const columns: Column<Row>[] = [
  { id: 'sentOn', header: '紹介日', width: '6rem', cell: ({ sentOn }) => formatDate(sentOn, 'short') },
  {
    id: 'from',
    header: '紹介元',
    cell: ({ fromCentre, fromStaff }) => `${fromCentre ?? ''} ${fromStaff ?? ''}`,
  },
  {
    id: 'person',
    header: '対象者',
    cell: ({ personName, personKana }) =>
      personName ? `${personName}（${personKana ?? ''}）` : '紹介元へお問い合わせください',
  },
  { id: 'content', header: '内容', cell: ({ content }) => <span className="line-clamp-2">{content}</span> },
  {
    id: 'due',
    header: '回答の期限',
    cell: ({ replyDueOn }) => (replyDueOn ? formatDate(replyDueOn, 'short') : 'なし'),
  },
  {
    id: 'state',
    header: '受領',
    cell: ({ receivedAt }) =>
      receivedAt ? <Status tone="good">受領済み</Status> : <Status tone="caution">受領待ち</Status>,
  },
]

/** 届いた紹介: what others sent to me or my centre. Receiving ends the sender's 回答待ち. */
export default function InboxPage() {
  const client = useQueryClient()
  const show = useToast()
  const query = useQuery({ queryKey: ['referral-inbox'], queryFn: referralInbox })
  const receive = async (row: Row) => {
    try {
      await receiveReferral(row.id, row.version)
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      show('紹介を受領しました。紹介元の回答待ちは終わりました。')
    } catch (error) {
      show(error instanceof Problem ? `${error.title} ${error.detail}` : '受領できませんでした。', {
        tone: 'danger',
      })
    }
  }
  return (
    <>
      <PageHead
        title="届いた紹介"
        lead="自分または自分のセンターあての紹介です。氏名は、同意のあるものだけが出ます。"
      />
      <List<Row>
        label="届いた紹介の一覧"
        columns={columns}
        rows={query.data?.rows}
        rowKey={({ id }) => id}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKeys={[
          {
            key: 'r',
            label: '受領する',
            run: (row) => void receive(row),
            isOffered: ({ receivedAt }) => receivedAt === null,
          },
        ]}
        empty={<Empty title="届いている紹介はありません" />}
      />
    </>
  )
}
