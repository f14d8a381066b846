import { useQueries } from '@tanstack/react-query'
import { Empty, Loading } from '../../../ui/empty/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { figureText } from '../rules/words.ts'
import { compareQuery } from './api.ts'
import { COUNTED, type Count, countsOf } from './counted.ts'
import { periodWords } from './figure-words.ts'
import type { ShownOnPage } from './shown.ts'

/** 数え方のちがい: counts that look alike, each under its own definition and day. They are shown side by side and never averaged. */
export function CountsTab({ page }: { page: ShownOnPage }) {
  const code = page.roles.own
  const answers = useQueries({
    queries: COUNTED.map(({ level, indicators }) =>
      compareQuery({ indicators, level, series: 'japan', places: [code], include: ['values', 'series'] }),
    ),
  })
  if (answers.some(({ isLoading }) => isLoading)) return <Loading label="数を読んでいます…" />
  const counts = countsOf(answers.flatMap(({ data }) => data?.items ?? []))
  if (counts.length === 0) return <Empty title="この場所で並べられる人数はありません" />
  const columns: Column<Count>[] = [
    { id: 'name', header: '数えたもの', cell: ({ name }) => name },
    {
      id: 'value',
      header: '数（人）',
      isRight: true,
      cell: ({ value }) => <strong className="tabular-nums">{figureText(value, 0)}</strong>,
    },
    {
      id: 'day',
      header: '時点',
      cell: ({ periodFrom, periodTo }) => (
        <span className="whitespace-nowrap">{periodWords({ periodFrom, periodTo })}</span>
      ),
    },
    { id: 'words', header: 'だれを数えたか', cell: ({ words }) => words },
    { id: 'source', header: '出典', cell: ({ source }) => source },
  ]
  return (
    <section aria-labelledby="counts-heading">
      <h2 id="counts-heading" className="mb-1 text-lg font-bold">
        似た数を、決まりごとに並べる
      </h2>
      <p className="mb-2 text-sm">
        どれも正しい数で、数えた人と日がちがいます。足したり、平均したり、一本の線につないだりしません。
      </p>
      <List label="数え方のちがい" columns={columns} rows={counts} rowKey={({ key }) => key} empty={null} />
      <ul className="text-xs text-soft">
        {[
          ...new Set(
            answers.flatMap(({ data }) => data?.items.flatMap(({ attribution }) => attribution) ?? []),
          ),
        ].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
