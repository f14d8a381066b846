import { useQueries, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { IndicatorList } from '../schema.ts'
import { compareQuery, type Level, listQuery, placesQuery } from './api.ts'
import { CatalogueGroup, type CatalogueRow } from './catalogue-group.tsx'
import { asksOf, matches } from './catalogue-rows.ts'
import { PlacePicker } from './place-picker.tsx'
import { KeptViews } from './views.tsx'
import { levelsOf, useInsurer } from './where.ts'

/** 指標: every definition by group, with the figure of one place and where it lies among all. */
export default function CataloguePage() {
  const list = useQuery(listQuery)
  const places = useQuery(placesQuery)
  const [place, setPlace] = useInsurer(places.data)
  const failed = list.error ?? places.error
  return (
    <>
      <PrintHead title="指標" />
      <PageHead
        title="指標"
        lead="公表された統計から作った数を、定義と出典とともに見て、ほかの保険者と比べます。"
        actions={<PrintButton />}
      />
      {failed ? (
        <Failure error={failed} onRetry={() => void Promise.all([list.refetch(), places.refetch()])} />
      ) : null}
      {list.isLoading || places.isLoading ? <Loading /> : null}
      {list.data && places.data ? (
        place && list.data.items.some(({ available }) => available.length > 0) ? (
          <>
            <KeptViews />
            <Catalogue
              list={list.data}
              place={place}
              picker={<PlacePicker places={places.data} level="insurer" value={place} onChange={setPlace} />}
            />
          </>
        ) : (
          <Nothing />
        )
      ) : null}
    </>
  )
}

type CatalogueProps = { list: IndicatorList; place: string; picker: ReactNode }

function Catalogue({ list, place, picker }: CatalogueProps) {
  const [words, setWords] = useState('')
  const asks = asksOf(list.items)
  const answers = useQueries({
    queries: asks.map(({ level, indicators }) =>
      compareQuery({
        indicators,
        level,
        series: 'japan',
        places: [place],
        include: ['values', 'spread', 'series'],
      }),
    ),
  })
  const failed = answers.find(({ error }) => error)
  const byId = new Map(
    answers.flatMap(({ data }) => data?.items.map((item) => [item.definition.id, item] as const) ?? []),
  )
  const rows = list.items
    .filter((definition) => matches(definition, words))
    .map((definition): CatalogueRow => {
      const item = byId.get(definition.id)
      const level: Level | undefined = levelsOf(definition)[0]
      return { definition, level, item, isLoading: !item && answers.some(({ isLoading }) => isLoading) }
    })
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-2 print:hidden">
        {picker}
        <TextField name="words" label="指標の名や内容で探す" value={words} onChange={setWords} width={20} />
        <ul className="flex flex-wrap gap-x-5 pb-2">
          <li>
            <AppLink to={`/indicators/charts?place=${encodeURIComponent(place)}`}>図の一覧で見る</AppLink>
          </li>
          <li>
            <AppLink to={`/indicators/compare?place=${encodeURIComponent(place)}`}>
              指標どうしを比べる
            </AppLink>
          </li>
        </ul>
      </div>
      {failed?.error ? <Failure error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      <p className="mb-2 text-sm text-soft">
        「位置」の図: 線は全体の幅、箱は中央の半分、箱の中の線は中央値、破線は全国、◆は選んだ場所です。
      </p>
      {rows.length === 0 ? (
        <Empty title={`「${words}」に当てはまる指標はありません`}>
          短い言葉にするか、消してみてください。
        </Empty>
      ) : null}
      <div className="flex flex-col gap-8">
        {list.groups
          .map((group) => ({ group, of: rows.filter(({ definition }) => definition.group === group) }))
          .filter(({ of }) => of.length > 0)
          .map(({ group, of }) => (
            <CatalogueGroup key={group} title={group} rows={of} place={place} />
          ))}
      </div>
      <ul aria-label="出典" className="mt-6 text-xs text-soft">
        {[...new Set([...byId.values()].flatMap(({ attribution }) => attribution))].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function Nothing() {
  const may = useAbilities()
  return (
    <Empty title="指標のもとになる統計は、まだ読み込まれていません">
      {may('import.statistics') ? (
        <>
          介護保険事業状況報告（年報）の第2表と第4-1-1表を、
          <AppLink to="/imports">ファイルの読み込み</AppLink>
          から読み込んでください。
        </>
      ) : (
        '市の担当者か管理者が「ファイルの読み込み」から年報を読み込むと、ここに出ます。'
      )}
    </Empty>
  )
}
