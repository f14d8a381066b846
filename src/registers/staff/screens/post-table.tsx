import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { List } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { StoredPost } from '../schema.ts'
import { placeOf, postState, postStateWords } from './words.ts'

const day = (on: string) => formatDate(on as IsoDate, 'short')

type PostTableProps = { posts: StoredPost[]; today: string; onEnd: (postId: string) => void }

/** All posts, the newest first. A post is never taken out; it gets a last day. */
export function PostTable({ posts, today, onEnd }: PostTableProps) {
  return (
    <section aria-labelledby="posts-heading">
      <h2 id="posts-heading" className="mb-1 text-lg font-bold">
        職
      </h2>
      <List<StoredPost>
        label="職"
        rows={posts}
        rowKey={({ id }) => id}
        empty={<Empty title="職がありません">職を加えるまで、この人はサインインできません。</Empty>}
        columns={[
          {
            id: 'role',
            header: '役割',
            cell: ({ roleLabel }) => <span className="whitespace-nowrap">{roleLabel}</span>,
          },
          { id: 'place', header: '所属', cell: placeOf },
          { id: 'from', header: '始まる日', cell: ({ validFrom }) => day(validFrom), isRight: true },
          {
            id: 'to',
            header: '最後の日',
            cell: ({ validTo }) => (
              <span className="whitespace-nowrap">{validTo ? day(validTo) : '決まっていません'}</span>
            ),
            isRight: true,
          },
          {
            id: 'state',
            header: '状態',
            cell: (post) => {
              const { tone, word } = postStateWords[postState(post, today)]
              return <Status tone={tone}>{word}</Status>
            },
          },
          {
            id: 'deed',
            header: '操作',
            cell: (post) =>
              postState(post, today) === 'ended' ? null : (
                <span className="whitespace-nowrap">
                  <Button
                    size="small"
                    aria-label={`${post.roleLabel} ${placeOf(post)} の${post.validTo ? '最後の日を変える' : '職を終える'}`}
                    onPress={() => onEnd(post.id)}
                  >
                    {post.validTo ? '最後の日を変える' : '職を終える'}
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </section>
  )
}
