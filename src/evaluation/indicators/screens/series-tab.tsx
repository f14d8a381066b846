import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { seriesPicture } from '../pictures/pictures.ts'
import { placePoint } from '../pictures/place-points.ts'
import type { Level } from './api.ts'
import { seriesQuery } from './api.ts'
import { asOfWords, figureWords } from './figure-words.ts'
import type { ShownOnPage } from './shown.ts'

/** Whose lines are drawn: ours, the five alike, the prefecture and the nation, each at its own level. */
function asksOf({ definition, at, ours, roles, compared }: ShownOnPage) {
  if (!ours) return []
  const peers = compared === 'similar' ? [...roles.peers] : []
  const wholes: [Level, string | null][] =
    at.level === 'town'
      ? [['municipality', at.series]]
      : at.level === 'insurer'
        ? [
            ['prefecture', ours.prefectureCode],
            ['nation', '000000'],
          ]
        : []
  return [
    { at, codes: [ours.code, ...peers] },
    ...wholes.flatMap(([level, code]) =>
      code && definition.levels.includes(level) ? [{ at: { level, series: 'japan' }, codes: [code] }] : [],
    ),
  ]
}

/** 推移: ours beside the places it is compared with, through every period that is stored. */
export function SeriesTab({ page }: { page: ShownOnPage }) {
  const { definition, values, ours } = page
  const answers = useQueries({
    queries: asksOf(page).map(({ at, codes }) => seriesQuery(definition.id, at, codes)),
  })
  const failed = answers.find(({ error }, n) => error && n === 0)
  const lines = answers.flatMap(({ data }) => data?.places ?? [])
  const key = lines.map(({ code, points }) => `${code}${points.length}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are told apart by their key
  const chart = useMemo(() => seriesPicture(definition, lines), [definition, key])
  if (!ours) return <Empty title="場所を選ぶと、移り変わりが出ます" />
  if (failed?.error) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />
  if (answers.some(({ isLoading }) => isLoading)) return <Loading label="移り変わりを読んでいます…" />
  if (chart.categories.length < 2) {
    return (
      <Empty title={`いま取り込まれているのは、1時点（${asOfWords(values)}）だけです`}>
        {placePoint(ours, page.roles).name}は{figureWords(ours, definition)}。
        次の時点の統計を取り込むと、ここに線が出ます。
      </Empty>
    )
  }
  return (
    <ChartWithTable
      title={`${definition.title}の移り変わり`}
      data={chart}
      notes={[...values.attribution, '縦の軸は0から始まっていません。', ...values.notes.slice(0, 1)]}
    />
  )
}
