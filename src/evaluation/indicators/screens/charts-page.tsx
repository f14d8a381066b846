import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { intervalPicture } from '../pictures/pictures.ts'
import type { Comparison, IndicatorList } from '../schema.ts'
import { compareQuery, listQuery, placesQuery, similarQuery } from './api.ts'
import { comparable } from './chosen-set.ts'
import { periodWords } from './figure-words.ts'
import { PlacePicker } from './place-picker.tsx'
import { useInsurer } from './where.ts'

const perPage = 20

/** 一覧で見る: twenty pictures on a page, each of ours and the five alike with how sure each figure is. */
export default function ChartsPage() {
  const list = useQuery(listQuery)
  const places = useQuery(placesQuery)
  const [place, setPlace] = useInsurer(places.data)
  const failed = list.error ?? places.error
  if (failed)
    return <Failure error={failed} onRetry={() => void Promise.all([list.refetch(), places.refetch()])} />
  return (
    <>
      <PrintHead title="指標の図の一覧" />
      <PageHead
        title="指標の図の一覧"
        lead="◆が選んだ保険者、▲が規模と年齢構成の似た5つの保険者、破線が全国です。横線は95％の幅です。"
        actions={<PrintButton />}
      />
      {list.data && places.data && place ? (
        <>
          <div className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-2 print:hidden">
            <PlacePicker places={places.data} level="insurer" value={place} onChange={setPlace} />
          </div>
          <Pictures items={comparable(list.data.items)} place={place} />
        </>
      ) : (
        <Loading />
      )}
    </>
  )
}

function Pictures({ items, place }: { items: IndicatorList['items']; place: string }) {
  const [word, setWord] = useAddressWord('page', '1')
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  const page = Math.min(pages, Math.max(1, Number.parseInt(word, 10) || 1))
  const shown = items.slice((page - 1) * perPage, page * perPage)
  const similar = useQuery(similarQuery('certification-rate', place))
  const codes = [place, ...(similar.data?.items ?? []).map(({ code }) => code)]
  const answer = useQuery({
    ...compareQuery({
      indicators: shown.map(({ id }) => id),
      level: 'insurer',
      series: 'japan',
      places: codes,
      include: ['values', 'spread'],
    }),
    enabled: shown.length > 0 && !similar.isLoading,
  })
  if (items.length === 0) {
    return (
      <Empty title="図にできる指標が、まだありません">
        <AppLink to="/indicators">指標の一覧</AppLink>に、もとになる統計が書かれています。
      </Empty>
    )
  }
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <Loading />
  return (
    <>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2 print:grid-cols-1">
        {answer.data.items.map((item) => (
          <One key={item.definition.id} item={item} place={place} />
        ))}
      </div>
      {pages > 1 ? (
        <nav aria-label="ページ" className="mt-6 flex items-center gap-4 print:hidden">
          <Button isDisabled={page === 1} onPress={() => setWord(String(page - 1))}>
            前の{perPage}の図
          </Button>
          <span>
            {page} / {pages}
          </span>
          <Button isDisabled={page === pages} onPress={() => setWord(String(page + 1))}>
            次の図
          </Button>
        </nav>
      ) : null}
    </>
  )
}

function One({ item, place }: { item: Comparison['items'][number]; place: string }) {
  const { definition, values, nation, attribution } = item
  const data = useMemo(
    () =>
      intervalPicture({
        definition,
        level: 'insurer',
        items: values ?? [],
        roles: { own: place, peers: new Set((values ?? []).map(({ code }) => code)) },
        levels: typeof nation?.value === 'number' ? [{ label: '全国', value: nation.value }] : [],
      }),
    [definition, values, nation, place],
  )
  return (
    <ChartWithTable
      title={definition.title}
      level={2}
      data={data}
      notes={[...attribution, `${periodWords(item)} ${item.release}`]}
      foot={
        <p className="mt-1 text-xs text-soft">
          {attribution.join('、')}　{periodWords(item)} {item.release}{' '}
          <AppLink to={`/indicators/${definition.id}?place=${encodeURIComponent(place)}`}>
            くわしく見る
          </AppLink>
        </p>
      }
    />
  )
}
