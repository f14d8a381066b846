import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

/** One page of a list as every route answers it. `cursor` is null at the end; `total` only when it was asked for. */
export type Keyset<T> = { items: T[]; cursor?: string | null; nextCursor?: string | null; total?: number }

/**
 * A list page by page, in the shape `List` takes: `<List {...useKeyset(['people', filter], load)} … />`.
 * @param load fetches the page at a cursor; undefined is the first
 */
export function useKeyset<T>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Keyset<T>>,
  size = 50,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor ?? page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.items),
    total: query.data?.pages[0]?.total,
    error: query.error,
    onRetry: () => void query.refetch(),
    more: {
      hasMore: query.hasNextPage,
      isLoading: query.isFetchingNextPage,
      load: () => void query.fetchNextPage(),
      size,
    },
  }
}
