import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { buttonClass } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List, type Sort, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { FacilityKey, FacilityLine, Filter } from '../schema.ts'
import { listsQuery, searchPage } from './api.ts'
import { FacilityPanel } from './facility-panel.tsx'
import { Filters } from './filters.tsx'
import { Saving } from './saving.tsx'
import { Sources } from './sources.tsx'
import { listsShown } from './words.ts'

/** /facilities: published lists of places; words to search by stay in memory, kind and municipality stand in the address. */
export default function FacilitiesPage() {
  const lists = useQuery(listsQuery)
  const mayImport = useAbilities()('import.statistics')
  return (
    <>
      <PrintHead title="施設・場所の一覧" />
      <PageHead
        title="施設・場所の一覧"
        lead="市区町村が公表している施設や場所です。読み込んだ一覧ごとに、出典と時点を下に出します。"
        actions={
          <>
            {mayImport ? <ImportLinks /> : null}
            <PrintButton />
          </>
        }
      />
      {lists.error ? <Failure error={lists.error} onRetry={() => void lists.refetch()} /> : null}
      {lists.isLoading ? <Loading /> : null}
      {lists.data?.length === 0 ? (
        <Empty title="まだ、一覧が読み込まれていません">
          {mayImport
            ? '市のオープンデータの CSV か Excel を「一覧を読み込む」から読み込みます。見出しが独自の一覧は「様式のない一覧」から読み込めます。'
            : '市町村の担当者が、公表されている一覧を読み込むと、ここに出ます。'}
        </Empty>
      ) : null}
      {lists.data && lists.data.length > 0 ? <Places lists={lists.data} /> : null}
    </>
  )
}

const ImportLinks = () => (
  <>
    <AppLink to="/imports?kind=facilities" className={buttonClass('secondary')}>
      一覧を読み込む
    </AppLink>
    <AppLink to="/facilities/mapping" className={buttonClass('secondary')}>
      様式のない一覧
    </AppLink>
  </>
)

function Places({ lists }: { lists: Parameters<typeof listsShown>[0] }) {
  const [category, setCategory] = useAddressWord('category', '')
  const [areaCode, setAreaCode] = useAddressWord('area', '')
  const [by, setBy] = useAddressWord('sort', 'category')
  const [way, setWay] = useAddressWord('way', 'ascending')
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<FacilityKey | null>(null)
  const filter = {
    words,
    category: category || null,
    areaCode: areaCode || null,
    sort: by as Filter['sort'],
    direction: way as Filter['direction'],
  }
  // a list that was loaded since is another answer
  const loadedAt = lists
    .map((one) => one.loadedAt)
    .sort()
    .at(-1)
  const list = useKeyset<FacilityLine>(['facilities', filter, loadedAt], (cursor) =>
    searchPage(filter, cursor),
  )
  const sort = ({ by: next, direction }: Sort) => {
    setBy(next)
    setWay(direction)
  }
  const shown = listsShown(lists, filter)
  return (
    <>
      <Filters
        lists={lists}
        category={category}
        onCategory={setCategory}
        areaCode={areaCode}
        onArea={setAreaCode}
        words={words}
        onWords={setWords}
      />
      <Saving filter={filter} isOneList={shown.length === 1 && category !== '' && areaCode !== ''} />
      <List<FacilityLine>
        label="施設・場所の一覧"
        columns={columns}
        {...list}
        rowKey={({ areaCode: area, category: kind, key }) => `${area} ${kind} ${key}`}
        onOpen={({ areaCode: area, category: kind, key }) =>
          setOpened({ areaCode: area, category: kind, key })
        }
        sort={{ by, direction: filter.direction }}
        onSort={sort}
        empty={
          <Empty title="この条件に合う施設・場所はありません">
            ことばを短くするか、種類と市区町村を「すべて」にすると、見つかることがあります。
          </Empty>
        }
      />
      <Sources lists={shown} />
      {opened ? <FacilityPanel facilityKey={opened} onClose={() => setOpened(null)} /> : null}
    </>
  )
}

const columns: Column<FacilityLine>[] = [
  { id: 'name', header: '名称', cell: ({ name }) => name, isSortable: true },
  {
    id: 'category',
    header: '種類',
    cell: ({ category, service }) => (
      <>
        {category}
        {service && service !== category ? (
          <span className="line-clamp-1 text-xs text-soft">{service}</span>
        ) : null}
      </>
    ),
    isSortable: true,
    width: '12rem',
  },
  { id: 'address', header: '住所', cell: ({ address }) => address ?? '記載なし', isSortable: true },
  {
    id: 'telephone',
    header: '電話',
    cell: ({ telephone }) => <span className="line-clamp-2">{telephone ?? '記載なし'}</span>,
    width: '9rem',
  },
  {
    id: 'hours',
    header: '利用できる時間',
    cell: ({ openDays, hours }) => (
      <>
        {openDays ?? (hours ? '' : '記載なし')} <span className="whitespace-nowrap">{hours}</span>
      </>
    ),
    width: '9rem',
  },
  { id: 'area', header: '市区町村', cell: ({ areaName }) => areaName, width: '7rem' },
]
