import { useQuery } from '@tanstack/react-query'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { nameOf } from '../pictures/place-points.ts'
import type { Comparison } from '../schema.ts'
import { compareQuery, similarQuery } from './api.ts'
import { type Listed, useChosenSet } from './chosen-set.ts'
import { figureWords, intervalWords, periodWords } from './figure-words.ts'
import { SetPicker } from './set-picker.tsx'

type Item = Comparison['items'][number]

/** 隣と並べる: the chosen indicators in rows, ours, the five alike and the nation in columns, each with its interval. */
export function SideBySideTab({ items, place }: { items: readonly Listed[]; place: string }) {
  const [chosen, setChosen] = useChosenSet(items)
  const similar = useQuery(similarQuery(chosen[0]?.id ?? 'certification-rate', place))
  const codes = [place, ...(similar.data?.items ?? []).map(({ code }) => code)]
  const answer = useQuery({
    ...compareQuery({
      indicators: chosen.map(({ id }) => id),
      level: 'insurer',
      series: 'japan',
      places: codes,
      include: ['values'],
    }),
    enabled: chosen.length > 0 && !similar.isLoading,
  })
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />
  const names = new Map(
    (answer.data?.items ?? []).flatMap(({ values }) => values?.map((one) => [one.code, nameOf(one)]) ?? []),
  )
  const columns: Column<Item>[] = [
    {
      id: 'title',
      header: '指標',
      cell: ({ definition }) => (
        <AppLink to={`/indicators/${definition.id}?place=${encodeURIComponent(place)}`}>
          {definition.title}
        </AppLink>
      ),
    },
    ...codes.map(
      (code): Column<Item> => ({
        id: code,
        header: `${code === place ? '◆ ' : ''}${names.get(code) ?? code}`,
        isRight: true,
        cell: ({ definition, values }) => {
          const value = values?.find((one) => one.code === code)
          if (!value) return '値なし'
          const width = intervalWords(value, definition)
          return (
            <span className={code === place ? 'font-bold' : ''}>
              {figureWords(value, definition)}
              {width ? <span className="block text-xs font-normal text-soft">{width}</span> : null}
            </span>
          )
        },
      }),
    ),
    {
      id: 'nation',
      header: '全国',
      isRight: true,
      cell: ({ definition, nation }) => (nation ? figureWords(nation, definition) : '―'),
    },
    { id: 'day', header: '時点', cell: (item) => `${periodWords(item)} ${item.release}` },
  ]
  return (
    <div className="flex flex-col gap-4">
      <SetPicker items={items} chosen={chosen} onChange={setChosen} />
      {answer.data ? (
        <section aria-label="隣と並べる">
          <List
            label="指標ごとに並べた値"
            columns={columns}
            rows={answer.data.items}
            rowKey={({ definition }) => definition.id}
            empty={null}
          />
          <ul className="text-xs text-soft">
            {[
              ...new Set(answer.data.items.flatMap(({ attribution, notes }) => [...attribution, ...notes])),
            ].map((line) => (
              <li key={line}>{line}</li>
            ))}
            {similar.data ? <li>{similar.data.rule}</li> : null}
            <li>小さい字は95％の幅です。多くの差を一度に見ると、偶然だけでも大きく見える差が出ます。</li>
          </ul>
        </section>
      ) : (
        <Loading />
      )}
    </div>
  )
}
