import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips, List, type Sort } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Organisation } from '../schema.ts'
import { exportOrganisations, organisationsQuery } from './api.ts'
import { kindWords, OrganisationForm } from './organisation-form.tsx'

/** /organisations: corporations that run centres, offices that take entrusted plans, other partners. */
export default function OrganisationsPage() {
  const may = useAbilities()
  const { today } = useClock()
  const client = useQueryClient()
  const show = useToast()
  const query = useQuery(organisationsQuery)
  const [shown, setShown] = useAddressWord('shown', 'now')
  const [word, setWord] = useState('')
  const [sort, setSort] = useState<Sort>({ by: 'name', direction: 'ascending' })
  const [edited, setEdited] = useState<Organisation | 'new' | null>(null)
  const isEnded = ({ validTo }: Organisation) => validTo !== null && validTo < today()
  const sought = word.normalize('NFKC').trim()
  const rows = query.data
    ?.filter((one) => shown === 'all' || !isEnded(one))
    .filter((one) => `${one.name} ${one.officeNumber ?? ''}`.normalize('NFKC').includes(sought))
    .toSorted((a, b) => order(a, b, sort))
  const mayChange = may('organisation.manage')
  return (
    <>
      <PrintHead title="法人・事業所の台帳" />
      <PageHead
        title="法人・事業所"
        lead="センターを運営する法人、計画を委託する居宅介護支援事業所、社会福祉協議会などの台帳です。"
        actions={
          <>
            {mayChange ? (
              <Button look="primary" onPress={() => setEdited('new')}>
                法人・事業所を登録する
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      {edited ? (
        <OrganisationForm
          key={edited === 'new' ? 'new' : edited.id}
          organisation={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={async (warnings) => {
            await client.invalidateQueries({ queryKey: organisationsQuery.queryKey })
            setEdited(null)
            show(['保存しました', ...warnings].join('。'))
          }}
        />
      ) : null}
      <div className="mb-2 flex flex-wrap items-end gap-4 print:hidden">
        <div className="w-72">
          <TextField name="word" label="名称か事業所番号で探す" value={word} onChange={setWord} />
        </div>
        <FilterChips
          label="表示"
          chips={[{ id: 'all', label: '終わったものも出す' }]}
          selected={shown === 'all' ? ['all'] : []}
          onChange={(selected) => setShown(selected.length > 0 ? 'all' : 'now')}
        />
        <ExportButtons load={exportOrganisations} />
      </div>
      <List<Organisation>
        label="法人・事業所の一覧"
        rows={rows}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        {...(mayChange ? { onOpen: setEdited } : {})}
        empty={
          <Empty title={sought ? '当てはまる法人・事業所はありません' : '登録された法人・事業所はありません'}>
            委託のセンターを登録する前に、運営する法人を登録してください。
          </Empty>
        }
        columns={[
          {
            id: 'name',
            header: '名称',
            isSortable: true,
            cell: (one) => (
              <>
                {one.name} {isEnded(one) ? <Status tone="neutral">終了</Status> : null}
              </>
            ),
          },
          { id: 'kind', header: '種別', isSortable: true, cell: ({ kind }) => kindWords[kind] },
          {
            id: 'officeNumber',
            header: '事業所番号',
            isSortable: true,
            cell: (one) => one.officeNumber ?? '―',
          },
          { id: 'phone', header: '電話', cell: ({ phone }) => phone ?? '登録なし' },
          { id: 'centres', header: 'センター（件）', isRight: true, cell: (one) => one.centreCount },
          { id: 'posts', header: '有効な職（件）', isRight: true, cell: (one) => one.postCount },
          {
            id: 'to',
            header: '終わる日',
            isRight: true,
            cell: ({ validTo }) => (validTo ? formatDate(validTo as IsoDate, 'short') : '―'),
          },
        ]}
      />
    </>
  )
}

function order(a: Organisation, b: Organisation, { by, direction }: Sort): number {
  const of = (one: Organisation) =>
    by === 'kind' ? kindWords[one.kind] : by === 'officeNumber' ? (one.officeNumber ?? '') : one.name
  const compared = of(a).localeCompare(of(b), 'ja')
  return direction === 'ascending' ? compared : -compared
}
