import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink, useGo } from '../../../ui/link/index.ts'
import { type Column, List, useKeyset } from '../../../ui/list/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { ListItem } from '../schema.ts'
import { centresQuery, exportPeople, fetchPeople } from './api.ts'
import { ListFilters, useListFilter } from './list-filters.tsx'
import { sexWord } from './words.ts'

const columns: Column<ListItem>[] = [
  { id: 'name', header: '氏名', cell: ({ name }) => name },
  { id: 'kana', header: 'フリガナ', cell: ({ kana }) => <span className="text-soft">{kana}</span> },
  {
    id: 'birth',
    header: '生年月日',
    cell: ({ birthOn }) => (birthOn ? formatDate(birthOn, 'short') : '不明'),
    isRight: true,
  },
  { id: 'age', header: '年齢（歳）', cell: ({ ageYears }) => ageYears ?? '不明', isRight: true },
  { id: 'sex', header: '性別', cell: ({ sex }) => sexWord(sex) },
  {
    id: 'town',
    header: '町',
    cell: ({ townName, isProtected }) =>
      isProtected ? <Status tone="danger">支援措置</Status> : (townName ?? '登録なし'),
  },
  { id: 'number', header: '被保険者番号', cell: ({ insuredNumber }) => insuredNumber ?? 'なし' },
  { id: 'staff', header: '主担当', cell: ({ staffName }) => staffName ?? '未定' },
]

/** The reader's people in kana order. What is filtered by stands in the address, without a personal word. */
export default function ListPage() {
  const may = useAbilities()
  const go = useGo()
  const { filter, isFiltered, clear, words } = useListFilter()
  const list = useKeyset(['people', filter], (cursor, signal) => fetchPeople(filter, cursor, signal))
  const centres = useQuery(centresQuery)
  const shortName = (row: ListItem) =>
    centres.data?.find(({ id }) => id === row.centreId)?.shortName ?? row.centreName ?? '未定'
  const isOneCentre = (centres.data?.filter(({ own }) => own).length ?? 0) === 1
  const shown = isOneCentre
    ? columns
    : [...columns, { id: 'centre', header: '担当', cell: shortName } satisfies Column<ListItem>]
  const consult = ({ id }: ListItem) => void go(`/consultations/new?person=${id}`)
  return (
    <>
      <PageHead
        title="利用者"
        lead="担当の方をかな順に並べています。名前や電話からは、画面の上の検索（Ctrl+K）で探せます。"
        actions={
          <>
            {may('person.duplicates') ? (
              <AppLink to="/people/duplicates" className={buttonClass('secondary')}>
                重複の候補
              </AppLink>
            ) : null}
            {may('person.register') ? (
              <AppLink to="/people/new" className={buttonClass('primary')}>
                利用者を登録する
              </AppLink>
            ) : null}
          </>
        }
      />
      <ListFilters words={words} />
      {may('person.export') ? <ExportButtons load={(format) => exportPeople(filter, format)} /> : null}
      <List<ListItem>
        {...list}
        label="利用者の一覧"
        columns={shown}
        rowKey={({ id }) => id}
        hrefOf={({ id }) => `/people/${id}`}
        rowKeys={may('consultation.write') ? [{ key: 'c', label: '相談', run: consult }] : []}
        empty={
          <Empty title={isFiltered ? 'この条件に合う方はいません' : '担当の方はまだいません'}>
            {isFiltered ? (
              <Button size="small" onPress={clear}>
                条件をすべて外す
              </Button>
            ) : (
              '基幹系システムからの取り込みか、登録で入ります。'
            )}
          </Empty>
        }
      />
    </>
  )
}
