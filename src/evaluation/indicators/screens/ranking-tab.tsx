import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { placeWord, rankingPicture } from '../pictures/pictures.ts'
import { nameOf } from '../pictures/place-points.ts'
import { figureText } from '../rules/words.ts'
import { rankingQuery, similarQuery } from './api.ts'
import { intervalWords } from './figure-words.ts'
import { GROUP_WORDS, type Group, isGroup, type RankedPlace, rankedRows } from './ranking-rows.ts'
import type { ShownOnPage } from './shown.ts'

const size = 50

/** 順位: the picture of the order, and the list of it with search, filter and the places that have none. */
export function RankingTab({ page }: { page: ShownOnPage }) {
  const { definition, at, roles, values, places, ours, level } = page
  const ranking = useQuery(rankingQuery(definition.id, at))
  const similar = useQuery({
    ...similarQuery(definition.id, roles.own),
    enabled: level === 'insurer' && ours !== null,
  })
  const [groupWord, setGroup] = useAddressWord('group', 'all')
  const [order, setOrder] = useAddressWord('order', 'falling')
  const [words, setWords] = useState('')
  const [pages, setPages] = useState(1)
  const group: Group = isGroup(groupWord) ? groupWord : 'all'
  const rows = useMemo(
    () =>
      rankedRows(ranking.data?.items ?? [], {
        own: roles.own,
        group,
        similar: similar.data?.items ?? [],
        words,
        isRising: order === 'rising',
      }),
    [ranking.data, similar.data, roles.own, group, words, order],
  )
  const chart = useMemo(() => {
    const codes = new Set(rows.map(({ code }) => code))
    const of = group === 'all' ? page.items : page.items.filter(({ code }) => codes.has(code))
    return rankingPicture({ ...page, items: of })
  }, [page, rows, group])
  if (ranking.error) return <Failure error={ranking.error} onRetry={() => void ranking.refetch()} />
  if (!ranking.data) return <Loading label="順位を読んでいます…" />
  const { of, missing, tooFew, rule } = ranking.data
  const prefecture = new Map(places.prefectures.map(({ code, name }) => [code, name]))
  const columns: Column<RankedPlace>[] = [
    { id: 'rank', header: '順位', isRight: true, width: '6rem', cell: (one) => rankWords(one) },
    {
      id: 'name',
      header: placeWord(level),
      cell: (one) => (
        <AppLink
          to={`/indicators/${definition.id}?${new URLSearchParams({ ...(level === 'insurer' ? {} : { level, series: at.series }), place: one.code })}`}
        >
          {one.code === roles.own ? `◆ ${nameOf(one)}` : nameOf(one)}
        </AppLink>
      ),
    },
    ...(level === 'town' || level === 'prefecture'
      ? []
      : [
          {
            id: 'prefecture',
            header: '都道府県',
            cell: (one: RankedPlace) => prefecture.get(one.prefectureCode ?? '') ?? '',
          },
        ]),
    {
      id: 'value',
      header: `値（${definition.unit}）`,
      isRight: true,
      isSortable: true,
      cell: ({ value }) => (value === null ? '' : figureText(value, definition.decimals)),
    },
    {
      id: 'interval',
      header: '95％の幅',
      isRight: true,
      cell: (one) => intervalWords(one, definition) ?? '―',
    },
    {
      id: 'counts',
      header: '分子 ÷ 分母',
      isRight: true,
      cell: ({ numerator, denominator }) =>
        numerator === null || denominator === null
          ? '―'
          : `${figureText(numerator, 0)} ÷ ${figureText(denominator, 0)}`,
    },
  ]
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2 print:hidden">
        {level === 'insurer' ? (
          <SelectField
            name="group"
            label="範囲"
            value={group}
            onChange={(next) => {
              setGroup(next)
              setPages(1)
            }}
            options={Object.entries(GROUP_WORDS).map(([value, label]) => ({ value, label }))}
            isComplete
          />
        ) : null}
        <TextField
          name="name"
          label={`${placeWord(level)}の名で絞る`}
          value={words}
          onChange={setWords}
          width={14}
        />
      </div>
      <ChartWithTable
        title={`${definition.title}の順位${group === 'all' ? '' : `（${GROUP_WORDS[group]}）`}`}
        data={chart}
        notes={[...values.attribution, rule]}
      />
      <section aria-labelledby="ranks-heading">
        <h2 id="ranks-heading" className="mb-1 text-lg font-bold">
          順位の一覧
        </h2>
        <p className="mb-2 text-sm text-soft">
          順位は全国の中のものです。順位のあるもの {figureText(of, 0)}、値のないもの {figureText(missing, 0)}
          、人数が少なく順位を付けないもの {figureText(tooFew, 0)}。
        </p>
        <List
          label="順位の一覧"
          columns={columns}
          rows={rows.slice(0, pages * size)}
          rowKey={({ code }) => code}
          sort={{ by: 'value', direction: order === 'rising' ? 'ascending' : 'descending' }}
          onSort={({ direction }) => setOrder(direction === 'ascending' ? 'rising' : 'falling')}
          total={rows.length}
          more={{
            hasMore: rows.length > pages * size,
            isLoading: false,
            load: () => setPages(pages + 1),
            size,
          }}
          empty={<Empty title={`「${words}」に当てはまる${placeWord(level)}はありません`} />}
        />
      </section>
    </div>
  )
}

const rankWords = ({ rank, tied }: RankedPlace): string => `${figureText(rank, 0)}${tied > 1 ? '（同）' : ''}`
