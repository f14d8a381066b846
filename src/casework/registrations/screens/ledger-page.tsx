import { useQuery } from '@tanstack/react-query'
import { buttonClass } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips, List, useKeyset } from '../../../ui/list/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { exportLedger, type Filter, fetchList, listCentres, type Row } from './api.ts'
import { ledgerColumns, requestColumns } from './ledger-columns.tsx'
import { Requests } from './requests.tsx'

const TABS = [
  { id: 'requests', label: '登録の依頼', empty: '届いている登録の依頼はありません' },
  { id: 'underWay', label: '手続き中', empty: '手続きの途中の方はいません' },
  { id: 'registered', label: '登録中', empty: '登録されている方はいません' },
  { id: 'actsMissing', label: '証・国保連がまだ', empty: '証の再交付と国保連への連絡は、すべて済んでいます' },
  { id: 'reviewDue', label: '再確認の時期', empty: '再確認の時期の方はいません' },
  { id: 'ended', label: '終了', empty: '終了した登録はありません' },
  { id: 'all', label: 'すべて', empty: '登録の手続きはまだありません' },
] as const

/** 登録の依頼 (the municipality's inbox), what is under way, and the ledger. */
export default function LedgerPage() {
  const may = useAbilities()
  const mayDecide = may('registration.decide')
  const [tab, setTab] = useAddressWord('tab', mayDecide ? 'requests' : 'underWay')
  const [centre, setCentre] = useAddressWord('centre', '')
  const centres = useQuery({ queryKey: ['centres'], queryFn: listCentres, staleTime: 600_000 })
  const chosen = TABS.find(({ id }) => id === tab) ?? TABS[1]
  const body: Filter = { tab: chosen.id, ...(centre ? { centreId: centre } : {}) }
  const list = useKeyset<Row>(['registrations', body], async (cursor, signal) => {
    const page = await fetchList({ ...body, ...(cursor ? { cursor } : { withTotal: true }) }, signal)
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
        title="事業対象者の登録"
        lead="センターは市へ登録を依頼し、市町村が登録します。基本チェックリストの「基準に該当」だけでは、事業対象者ではありません。"
        actions={
          <>
            {mayDecide ? (
              <AppLink to="/registrations/classes" className={buttonClass()}>
                市独自の区分
              </AppLink>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <div className="mb-2 flex flex-wrap items-center gap-x-4">
        <FilterChips
          label="一覧"
          isSingle
          chips={TABS.map(({ id, label }) => ({ id, label }))}
          selected={[chosen.id]}
          onChange={([one]) => one && setTab(one)}
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
      {may('registration.export') ? <ExportButtons load={(format) => exportLedger(body, format)} /> : null}
      {chosen.id === 'requests' && mayDecide ? (
        <Requests list={list} empty={chosen.empty} />
      ) : (
        <List<Row>
          label={`事業対象者の登録（${chosen.label}）`}
          columns={chosen.id === 'requests' ? requestColumns : ledgerColumns}
          {...list}
          rowKey={({ id }) => id}
          hrefOf={({ id }) => `/registrations/${id}`}
          empty={<Empty title={chosen.empty} />}
        />
      )}
    </>
  )
}
