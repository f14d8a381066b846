import { useQuery } from '@tanstack/react-query'
import { buttonClass } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, FilterChips, List, useKeyset } from '../../../ui/list/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Status } from '../../../ui/status/index.ts'
import type { StaffMember } from '../schema.ts'
import { choicesQuery, exportStaff, listKey, listStaff } from './api.ts'
import { accountState, period, placeOf, postState, professionWord } from './words.ts'

/** /staff: everybody who works with the system, by staff number, with posts and the state of the account. */
export default function ListPage() {
  const { today } = useClock()
  const [shown, setShown] = useAddressWord('shown', 'now')
  const list = useKeyset(listKey, listStaff, 100)
  useQuery(choicesQuery) // ready when the form opens
  const holdsPost = (member: StaffMember) => member.posts.some((post) => postState(post, today()) !== 'ended')
  const rows = shown === 'all' ? list.rows : list.rows?.filter(holdsPost)
  return (
    <>
      <PageHead
        title="職員と口座"
        lead="だれが、どの職で、いつからいつまで使えるかを決めます。利用者の記録は、この役割では見られません。"
        actions={
          <>
            <AppLink to="/staff/new" className={buttonClass('primary')}>
              職員を登録する
            </AppLink>
            <AppLink to="/staff/bulk" className={buttonClass('secondary')}>
              まとめて登録する
            </AppLink>
            <AppLink to="/staff/first-passwords" className={buttonClass('secondary')}>
              最初のパスワードの紙
            </AppLink>
          </>
        }
      />
      <ExportButtons load={exportStaff} />
      <FilterChips
        label="表示"
        chips={[{ id: 'all', label: '職の終わった人も出す' }]}
        selected={shown === 'all' ? ['all'] : []}
        onChange={(selected) => setShown(selected.length > 0 ? 'all' : 'now')}
      />
      <List<StaffMember>
        {...list}
        rows={rows}
        label="職員の一覧"
        rowKey={({ id }) => id}
        hrefOf={({ id }) => `/staff/${id}`}
        columns={columns(today())}
        empty={<Empty title="登録された職員はいません">「職員を登録する」から加えてください。</Empty>}
      />
    </>
  )
}

const columns = (today: string): Column<StaffMember>[] => [
  { id: 'number', header: '職員番号', cell: ({ staffNumber }) => staffNumber, width: '9rem' },
  {
    id: 'name',
    header: '氏名',
    cell: ({ name, kana }) => (
      <>
        {name}
        <span className="block text-xs text-soft">{kana}</span>
      </>
    ),
  },
  { id: 'profession', header: '職種', cell: ({ profession }) => professionWord(profession) },
  { id: 'posts', header: '職', cell: ({ posts }) => <Posts posts={posts} today={today} /> },
  {
    id: 'account',
    header: '口座',
    cell: ({ account, posts }) => {
      const { tone, word } = accountState(account, posts, today)
      return <Status tone={tone}>{word}</Status>
    },
  },
  {
    id: 'secondFactor',
    header: '確認コード',
    cell: ({ account }) => (account === null ? '―' : account.hasSecondFactor ? '設定済み' : '未設定'),
  },
  {
    id: 'sessions',
    header: 'サインイン（台）',
    isRight: true,
    cell: ({ account }) => (account === null ? '―' : account.sessionCount),
  },
]

/** The posts that hold or will hold; else the last one that ended. */
function Posts({ posts, today }: { posts: StaffMember['posts']; today: string }) {
  const living = posts.filter((post) => postState(post, today) !== 'ended')
  const shown = living.length > 0 ? living : posts.slice(0, 1)
  if (shown.length === 0) return <span className="text-soft">なし</span>
  return (
    <ul>
      {shown.map((post) => (
        <li key={post.id}>
          {post.roleLabel}　{placeOf(post)}　<span className="text-soft">{period(post)}</span>
        </li>
      ))}
    </ul>
  )
}
