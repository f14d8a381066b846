import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { buttonClass } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, usePathParam } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { METHODS } from '../codes.ts'
import { personChecklists, type Row, type Sheet } from './api.ts'
import { PersonHead, WithPerson } from './person-head.tsx'
import { RowJudgement } from './row-judgement.tsx'
import { Trend } from './trend.tsx'
import { criteriaWord, totalWord, wordOf } from './words.ts'

export default function PersonPage() {
  const id = usePathParam('id')
  return <WithPerson id={id}>{(sheet) => <PersonChecklists key={id} sheet={sheet} />}</WithPerson>
}

/** All sheets of one person: how they changed over time, and each of them. */
function PersonChecklists({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  const may = useAbilities()
  const query = useQuery({
    queryKey: ['person', person.id, 'checklists'],
    queryFn: () => personChecklists(person.id),
  })
  useCrumb(`${person.name} さんのチェックリスト`)
  const readers = sheet.readers.replace(/^閲覧できる人[:：]\s*/u, '')
  const entry = `/people/${person.id}/checklists/new`
  return (
    <>
      <PrintHead title="基本チェックリストの推移" readers={readers} />
      <PersonHead sheet={sheet} />
      <PageHead
        title="チェックリスト"
        actions={
          <>
            <a className={buttonClass()} href="/api/checklist-form/pdf" target="_blank" rel="noreferrer">
              白紙の用紙（PDF）
            </a>
            <PrintButton />
            {may('checklist.write') ? (
              <AppLink to={entry} className={buttonClass('primary')}>
                チェックリストを入力する
              </AppLink>
            ) : null}
          </>
        }
      />
      {query.error && !query.data ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        query.data.rows.length === 0 ? (
          <Empty title="この方のチェックリストは、まだありません">
            {may('checklist.write') ? <AppLink to={entry}>一枚目を入力する</AppLink> : null}
          </Empty>
        ) : (
          <>
            <Trend points={query.data.trend} />
            <List<Row>
              label={`${person.name} さんのチェックリスト（新しい順）`}
              columns={columns}
              rows={query.data.rows}
              rowKey={({ id }) => id}
              hrefOf={({ id }) => `/checklists/${id}`}
              empty={null}
            />
          </>
        )
      ) : (
        <Loading />
      )}
      <p className="mt-4 text-sm text-soft print:hidden">閲覧できる人: {readers}</p>
    </>
  )
}

const columns: Column<Row>[] = [
  {
    id: 'answeredOn',
    header: '実施日',
    width: '8rem',
    cell: ({ answeredOn }) => formatDate(answeredOn, 'short'),
  },
  { id: 'judgement', header: '判定', width: '14rem', cell: (row) => <RowJudgement row={row} /> },
  {
    id: 'met',
    header: '該当した基準',
    cell: ({ met }) => (met.length > 0 ? criteriaWord(met) : <span className="text-soft">なし</span>),
  },
  {
    id: 'total',
    header: '合計（25点）',
    isRight: true,
    width: '7rem',
    cell: ({ total }) => totalWord(total),
  },
  { id: 'method', header: '方法', width: '6rem', cell: ({ method }) => wordOf(METHODS, method) },
  { id: 'staff', header: '実施者', width: '10rem', cell: ({ staffName }) => staffName ?? '不明' },
]
