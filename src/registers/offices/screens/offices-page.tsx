import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List, type Sort, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Holdings, OfficeRow } from '../schema.ts'
import { exportOffices, type Filter, holdingsQuery, searchOffices } from './api.ts'
import { Loaded } from './loaded.tsx'
import { Pick } from './pick.tsx'
import { SearchWord } from './search-word.tsx'
import { Sources } from './sources.tsx'
import { ALL, openCount, ownMunicipality, serviceWords, stateWords } from './words.ts'

/** /offices: the published care offices, found by word, service and municipality. */
export default function OfficesPage() {
  const held = useQuery(holdingsQuery)
  const isEmpty = held.data?.prefectures.length === 0
  return (
    <>
      <PrintHead title="介護事業所" />
      <PageHead
        title="介護事業所"
        lead="公表された介護サービス事業所の一覧です。"
        actions={
          <>
            {held.data && !isEmpty ? <DifferencesLink data={held.data} /> : null}
            <PrintButton />
          </>
        }
      />
      {held.error ? <Failure error={held.error} onRetry={() => void held.refetch()} /> : null}
      {held.isLoading ? <Loading /> : null}
      {isEmpty ? <Nothing /> : null}
      {held.data && !isEmpty ? <Offices data={held.data} /> : null}
    </>
  )
}

function DifferencesLink({ data }: { data: Holdings }) {
  const count = openCount(data.differences)
  return (
    <AppLink to="/offices/differences" className={buttonClass('secondary')}>
      名称・住所のちがい{count > 0 ? `（決めるもの ${count.toLocaleString('ja-JP')}件）` : ''}
    </AppLink>
  )
}

function Offices({ data }: { data: Holdings }) {
  const [city, setCity] = useAddressWord('city', ownMunicipality(data.municipalities))
  const [service, setService] = useAddressWord('service', ALL)
  const [sortWord, setSort] = useAddressWord('sort', 'municipality-ascending')
  const [word, setWord] = useState('')
  const sort = readSort(sortWord)
  const filter: Filter = {
    word,
    municipalityCode: city === ALL ? null : city,
    serviceCode: service === ALL ? null : service,
    by: sort.by as Filter['by'],
    direction: sort.direction,
  }
  const list = useKeyset<OfficeRow>(['offices', 'list', filter], async (cursor, signal) => {
    const page = await searchOffices({ ...filter, ...(cursor ? { cursor } : { withTotal: true }) }, signal)
    return {
      items: page.items,
      nextCursor: page.nextCursor,
      ...(page.total === null ? {} : { total: page.total }),
    }
  })
  return (
    <>
      <div className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
        <SearchWord word={word} onSearch={setWord} />
        <Pick label="市区町村" value={city} onChange={setCity} options={cityOptions(data)} />
        <Pick
          label="サービス"
          value={service}
          onChange={setService}
          options={[
            { value: ALL, label: 'すべて' },
            ...data.services.map(({ code, label }) => ({ value: code, label: `${code} ${label}` })),
          ]}
        />
        <ExportButtons load={(format) => exportOffices(filter, format)} />
      </div>
      <List<OfficeRow>
        label="介護事業所の一覧"
        columns={columns}
        {...list}
        rowKey={({ id, variant }) => `${id} ${variant}`}
        hrefOf={({ id }) => `/offices/${id}`}
        sort={sort}
        onSort={({ by, direction }) => setSort(`${by}-${direction}`)}
        empty={
          <Empty title="この条件に合う事業所は、この一覧にありません">
            入っていないサービスもあります（下の「入っていないもの」）。
            {word ? (
              <span className="mt-2 block">
                <Button size="small" onPress={() => setWord('')}>
                  探す言葉を消す
                </Button>
              </span>
            ) : null}
          </Empty>
        }
      />
      <Sources lines={data.attribution} />
      <Loaded prefectures={data.prefectures} />
    </>
  )
}

function readSort(word: string): Sort {
  const [by = '', direction] = word.split('-')
  const known = ['name', 'number', 'municipality', 'services'].includes(by) ? by : 'municipality'
  return { by: known, direction: direction === 'descending' ? 'descending' : 'ascending' }
}

export const cityOptions = ({ municipalities }: Holdings) => [
  { value: ALL, label: 'すべて' },
  ...municipalities.map(({ code, name, prefectureName }) => ({
    value: code,
    label: `${prefectureName}${name}`,
  })),
]

const columns: Column<OfficeRow>[] = [
  {
    id: 'name',
    header: '事業所名',
    isSortable: true,
    width: '15rem',
    cell: ({ name }) => name,
  },
  { id: 'number', header: '事業所番号', isSortable: true, cell: ({ officeNumber }) => officeNumber },
  {
    id: 'municipality',
    header: '市区町村',
    isSortable: true,
    cell: ({ municipalityName }) => <span className="whitespace-nowrap">{municipalityName}</span>,
  },
  {
    id: 'address',
    header: '住所',
    width: '18rem',
    cell: ({ address, building }) => (
      <>
        {address ?? <span className="text-soft">記載なし</span>}
        {building && !address?.includes(building) ? (
          <span className="block text-xs text-soft">{building}</span>
        ) : null}
      </>
    ),
  },
  {
    id: 'phone',
    header: '電話',
    cell: ({ phone }) => <span className="whitespace-nowrap">{phone?.normalize('NFKC') ?? '―'}</span>,
  },
  {
    id: 'services',
    header: 'サービス',
    isSortable: true,
    cell: ({ services }) => serviceWords(services),
  },
  { id: 'difference', header: '表記', width: '7.5rem', cell: (row) => <Difference row={row} /> },
]

function Difference({ row: { difference } }: { row: OfficeRow }) {
  if (difference === null) return null
  return <Status tone={difference === 'open' ? 'caution' : 'info'}>{stateWords[difference]}</Status>
}

function Nothing() {
  const may = useAbilities()
  return (
    <Empty title="介護事業所の一覧は、まだ読み込まれていません">
      {may('import.statistics') ? (
        <>
          厚生労働省の「介護サービス情報公表システム オープンデータ」の CSV を、
          <AppLink to="/imports?kind=care-offices">ファイルの読み込み</AppLink>から読み込んでください。
        </>
      ) : (
        '市の担当者か管理者が「ファイルの読み込み」から読み込むと、ここに出ます。'
      )}
    </Empty>
  )
}
