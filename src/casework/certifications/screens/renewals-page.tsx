import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { type Column, FilterChips, List, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { levelLabel } from '../codes.ts'
import { exportRenewals, type Filter, fetchRenewals, listCentres, type Renewal } from './api.ts'
import { basisWord, RENEWAL_WORDS } from './words.ts'

const STATES = [
  { id: 'open', label: '更新申請の受付中' },
  { id: 'soon', label: '意向の確認' },
  { id: 'expired', label: '期間満了（1年以内）' },
]
const GROUPS = [
  { id: 'support', label: '要支援' },
  { id: 'care', label: '要介護' },
]

/** 更新の対象者: whose 認定 ends soon, or has ended without a next one. */
export default function RenewalsPage() {
  const may = useAbilities()
  const [state, setState] = useAddressWord('state', '')
  const [group, setGroup] = useAddressWord('group', '')
  const [centre, setCentre] = useAddressWord('centre', '')
  const [mine, setMine] = useAddressWord('mine', '')
  const [open, setOpen] = useAddressWord('open', '')
  const [order, setOrder] = useAddressWord('order', 'endFirst')
  const centres = useQuery({ queryKey: ['centres'], queryFn: listCentres, staleTime: 600_000 })
  const body: Filter = {
    state: (state || 'all') as NonNullable<Filter['state']>,
    order: order as NonNullable<Filter['order']>,
    ...(group ? { group: group as 'support' | 'care' } : {}),
    ...(centre ? { centreId: centre } : {}),
    ...(mine ? { mine: true } : {}),
    ...(open ? { withoutApplication: true } : {}),
  }
  const list = useKeyset<Renewal>(['renewals', body], async (cursor, signal) => {
    const page = await fetchRenewals({ ...body, ...(cursor ? { cursor } : { withTotal: true }) }, signal)
    return {
      items: page.rows,
      nextCursor: page.nextCursor,
      ...(page.total === null ? {} : { total: page.total }),
    }
  })
  const own = centres.data?.items ?? []
  return (
    <>
      <PageHead
        title="更新の対象者"
        lead="認定の有効期間が終わりに近い方です。3か月前から意向を確かめ、60日前から更新申請ができます（時期は市町村の設定）。"
        actions={<PrintButton />}
      />
      <div className="mb-2 flex flex-wrap items-center gap-x-4">
        <FilterChips
          label="状態"
          isSingle
          chips={STATES}
          selected={state ? [state] : []}
          onChange={([one]) => setState(one ?? '')}
        />
        <FilterChips
          label="区分"
          isSingle
          chips={GROUPS}
          selected={group ? [group] : []}
          onChange={([one]) => setGroup(one ?? '')}
        />
        <FilterChips
          label="絞り込み"
          chips={[
            { id: 'mine', label: '自分の担当だけ' },
            { id: 'open', label: '更新の申請がまだの方' },
          ]}
          selected={[mine ? 'mine' : '', open ? 'open' : ''].filter(Boolean)}
          onChange={(chosen) => {
            setMine(chosen.includes('mine') ? '1' : '')
            setOpen(chosen.includes('open') ? '1' : '')
          }}
        />
        {own.length > 1 ? (
          <label className="flex items-center gap-1 text-sm">
            <span className="text-soft">センター</span>
            <select
              value={centre}
              onChange={(event) => setCentre(event.target.value)}
              className="min-h-9 max-w-40 rounded-lg border border-edge bg-paper px-2 text-sm"
            >
              <option value="">すべて</option>
              {own.map(({ id, shortName }) => (
                <option key={id} value={id}>
                  {shortName}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      {may('certification.export') ? <ExportButtons load={(format) => exportRenewals(body, format)} /> : null}
      <List<Renewal>
        label="更新の対象者の一覧"
        columns={columns}
        {...list}
        rowKey={({ id }) => id}
        hrefOf={({ person, id }) => `/people/${person.id}/certifications?at=${id}`}
        sort={{ by: 'validTo', direction: order === 'endFirst' ? 'ascending' : 'descending' }}
        onSort={({ direction }) => setOrder(direction === 'ascending' ? 'endFirst' : 'endLast')}
        empty={<Empty title="この条件の対象者はいません">期間の終わりが近い認定はありません。</Empty>}
      />
    </>
  )
}

const columns: Column<Renewal>[] = [
  {
    id: 'person',
    header: '氏名',
    width: '14rem',
    cell: ({ person }) => (
      <span className="whitespace-nowrap">
        {person.name}
        <span className="ml-2 text-xs text-soft">{person.kana}</span>
      </span>
    ),
  },
  { id: 'level', header: '区分', width: '6rem', cell: ({ level }) => levelLabel(level) },
  {
    id: 'validTo',
    header: '有効期間の終わり',
    isSortable: true,
    width: '9rem',
    cell: ({ validTo }) => formatDate(validTo, 'short'),
  },
  {
    id: 'days',
    header: '残り（日）',
    isRight: true,
    width: '6rem',
    cell: ({ daysLeft }) => (daysLeft < 0 ? `${-daysLeft}日前に終了` : daysLeft),
  },
  { id: 'opensOn', header: '受付開始', width: '7rem', cell: ({ opensOn }) => formatDate(opensOn, 'short') },
  {
    id: 'state',
    header: '状態',
    cell: ({ state, isApplied, appliedOn }) =>
      isApplied ? (
        <Status tone="good">申請中{appliedOn ? `（${formatDate(appliedOn, 'short')}）` : ''}</Status>
      ) : (
        <Status tone={RENEWAL_WORDS[state].tone}>{RENEWAL_WORDS[state].label}</Status>
      ),
  },
  {
    id: 'staff',
    header: '担当',
    cell: ({ staffName, centreName }) => [centreName, staffName].filter(Boolean).join('　') || '未定',
  },
  { id: 'basis', header: '根拠', cell: ({ basis }) => <span className="text-soft">{basisWord(basis)}</span> },
]
