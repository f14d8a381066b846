import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Notice, Status } from '../../../ui/status/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import type { GroupRow } from '../schema.ts'
import { fetchProposals, keyOf } from './api.ts'
import { GroupPanel } from './group-panel.tsx'
import { MovesDone } from './moves-done.tsx'

/** /area-moves: who follows a change of areas and centres, by group; what was moved, to be taken back one by one. */
export default function MovesPage() {
  const [tab, setTab] = useAddressWord('tab', 'proposals')
  return (
    <>
      <PrintHead title="担当替え" readers="保険者職員" />
      <PageHead
        title="担当替え"
        lead="圏域やセンターが替わったあと、住んでいる方の担当をまとめて引き継ぎます。手で選んだ担当センターは変えません。"
        actions={<PrintButton />}
      />
      <Tabs
        label="担当替え"
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'proposals', label: '引き継ぐ案', content: <ProposalsTab /> },
          { id: 'done', label: '引き継いだ人', content: <MovesDone /> },
        ]}
      />
    </>
  )
}

function ProposalsTab() {
  const { today } = useClock()
  const client = useQueryClient()
  const [day, setDay] = useAddressWord('day', today())
  const [open, setOpen] = useState<GroupRow | null>(null)
  const query = useQuery({ queryKey: ['area-moves', 'proposals', day], queryFn: () => fetchProposals(day) })
  const reload = () => client.invalidateQueries({ queryKey: ['area-moves'] })
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-sm print:hidden">
        <DateField
          name="day"
          label="いつの圏域に合わせるか"
          description="引き継げるのは今日の案だけです。ほかの日は、何人になるかの下見です。"
          value={day as IsoDate}
          onChange={(next) => next && setDay(next)}
        />
      </div>
      {query.data && !query.data.isToday ? (
        <Notice
          tone="info"
          title={`${formatDate(day as IsoDate)}の下見です。引き継ぐには、その日になってから開いてください。`}
        />
      ) : null}
      <List<GroupRow>
        label="引き継ぐ案"
        rows={query.data?.groups}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={keyOf}
        empty={
          <Empty title="引き継ぐ人はいません">全員の担当が、この日の圏域とセンターに合っています。</Empty>
        }
        columns={[
          {
            id: 'from',
            header: '今の担当',
            cell: (one) => <Place centre={one.fromCentre} area={one.fromArea} />,
          },
          {
            id: 'to',
            header: '引き継ぎ先',
            cell: (one) => <Place centre={one.toCentre} area={one.toArea} />,
          },
          {
            id: 'kind',
            header: '変わるもの',
            cell: (one) =>
              one.fromCentreId === one.toCentreId
                ? '圏域だけ'
                : one.fromAreaId === one.toAreaId
                  ? 'センター'
                  : '圏域とセンター',
          },
          {
            id: 'count',
            header: '引き継ぐ人（人）',
            isRight: true,
            cell: ({ count }) => count.toLocaleString('ja-JP'),
          },
          { id: 'undone', header: '戻した人（人）', isRight: true, cell: ({ undoneCount }) => undoneCount },
          {
            id: 'deed',
            header: '操作',
            cell: (one) => (
              <span className="flex items-center gap-2">
                <Button
                  size="small"
                  aria-label={`${one.fromCentre ?? '担当なし'} から ${one.toCentre ?? '担当なし'} ${one.toArea} の人を見る`}
                  onPress={() => setOpen(one)}
                >
                  人を見る
                </Button>
                {one.hasReceiver ? null : <Status tone="danger">受け取る職員がいません</Status>}
              </span>
            ),
          },
        ]}
      />
      {open && query.data ? (
        <GroupPanel
          key={keyOf(open)}
          row={open}
          day={day}
          isToday={query.data.isToday}
          onClose={() => setOpen(null)}
          onMoved={reload}
        />
      ) : null}
    </div>
  )
}

const Place = ({ centre, area }: { centre: string | null; area: string | null }) => (
  <>
    {centre ?? '担当なし'}
    <span className="block text-xs text-soft">{area ?? '圏域なし'}</span>
  </>
)
