import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { AppLink, linkClass } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Move } from '../schema.ts'
import { fetchMoves, undoMove } from './api.ts'

/** What was moved, the newest first; each person can be taken back as long as nothing came after. */
export function MovesDone() {
  const client = useQueryClient()
  const show = useToast()
  const query = useInfiniteQuery({
    queryKey: ['area-moves', 'done'],
    queryFn: ({ pageParam }) => fetchMoves(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const undo = useMutation({
    mutationFn: ({ id, version }: Move) => undoMove(id, version),
    onSuccess: () => show('元の担当に戻しました'),
    onSettled: () => client.invalidateQueries({ queryKey: ['area-moves'] }),
  })
  return (
    <>
      {undo.error ? <Failure error={undo.error} /> : null}
      <List<Move>
        label="引き継いだ人"
        rows={query.data?.pages.flatMap(({ items }) => items)}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        empty={<Empty title="まとめて引き継いだ人は、まだいません" />}
        more={{
          hasMore: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
          size: 50,
        }}
        columns={[
          {
            id: 'name',
            header: '氏名',
            cell: ({ personId, name, kana }) => (
              <>
                <AppLink to={`/people/${personId}`} className={linkClass}>
                  {name}
                </AppLink>
                <span className="block text-xs text-soft">{kana}</span>
              </>
            ),
          },
          {
            id: 'from',
            header: '前',
            cell: (one) => `${one.fromCentre ?? '担当なし'}／${one.fromArea ?? '圏域なし'}`,
          },
          {
            id: 'to',
            header: '後',
            cell: (one) => `${one.toCentre ?? '担当なし'}／${one.toArea ?? '圏域なし'}`,
          },
          {
            id: 'at',
            header: 'いつ、だれが',
            cell: ({ movedAt, movedBy }) =>
              `${formatDate(dayInJapan(movedAt), 'short')} ${timeInJapan(movedAt)} ${movedBy ?? ''}`,
          },
          {
            id: 'deed',
            header: '操作',
            cell: (one) =>
              one.undoneAt ? (
                <Status tone="neutral">戻しました</Status>
              ) : one.canUndo ? (
                <Button
                  size="small"
                  aria-label={`${one.name}を元に戻す`}
                  onPress={() => undo.isPending || undo.mutate(one)}
                >
                  元に戻す
                </Button>
              ) : (
                <span className="text-soft">そのあとに引き継ぎあり</span>
              ),
          },
        ]}
      />
    </>
  )
}
