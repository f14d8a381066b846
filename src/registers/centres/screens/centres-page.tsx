import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { type Column, FilterChips, List } from '../../../ui/list/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { CentreEntry } from '../schema.ts'
import { exportCentres, registerQuery } from './api.ts'
import { CentreForm } from './centre-form.tsx'
import { EndCentre } from './end-centre.tsx'
import { inTree, isComing, isEnded, kindWords, operationWords, period } from './words.ts'

type Row = { entry: CentreEntry; depth: number }

/** /centres: the register of centres to read: kind, parent, who runs them, their areas, with dates. */
export default function CentresPage() {
  const { today } = useClock()
  const query = useQuery(registerQuery)
  const [shown, setShown] = useAddressWord('shown', 'now')
  const mayChange = useAbilities()('centre.manage')
  const [edited, setEdited] = useState<CentreEntry | 'new' | null>(null)
  const [ended, setEnded] = useState<CentreEntry | null>(null)
  const client = useQueryClient()
  const show = useToast()
  const close = () => {
    setEdited(null)
    setEnded(null)
  }
  const saved = async (said: string[]) => {
    await client.invalidateQueries({ queryKey: ['centres'] })
    close()
    show(said.join('。'))
  }
  const entries = query.data?.filter((entry) => shown === 'all' || !isEnded(entry, today()))
  return (
    <>
      <PrintHead title="センターの台帳" />
      <PageHead
        title="センター"
        lead="地域包括支援センターと、そのブランチ・サブセンターの台帳です。"
        actions={
          <>
            {mayChange ? (
              <Button
                look="primary"
                onPress={() => {
                  close()
                  setEdited('new')
                }}
              >
                センターを登録する
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      {edited && query.data ? (
        <CentreForm
          key={edited === 'new' ? 'new' : edited.id}
          centre={edited === 'new' ? null : edited}
          register={query.data}
          onClose={close}
          onSaved={(warnings) => saved(['センターを保存しました', ...warnings])}
        />
      ) : null}
      {ended ? (
        <EndCentre
          key={ended.id}
          centre={ended}
          onClose={close}
          onEnded={(toDo) => saved(['最後の日を保存しました', ...toDo])}
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <ExportButtons load={exportCentres} />
      </div>
      <FilterChips
        label="表示"
        chips={[{ id: 'all', label: '終わったものも出す' }]}
        selected={shown === 'all' ? ['all'] : []}
        onChange={(selected) => setShown(selected.length > 0 ? 'all' : 'now')}
      />
      <List<Row>
        label="センターの一覧"
        rows={entries && inTree(entries)}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ entry }) => entry.id}
        columns={[
          ...columns(today(), shown === 'all'),
          ...(mayChange
            ? [
                deeds(
                  (entry) => {
                    close()
                    setEdited(entry)
                  },
                  (entry) => {
                    close()
                    setEnded(entry)
                  },
                ),
              ]
            : []),
        ]}
        empty={
          <Empty title="登録されたセンターはありません">
            システム管理者が「センターを登録する」から加えます。
          </Empty>
        }
      />
    </>
  )
}

const columns = (today: string, isWhole: boolean): Column<Row>[] => [
  {
    id: 'name',
    header: '名称',
    cell: ({ entry, depth }) => (
      <span style={{ paddingLeft: `${depth * 1.5}rem` }}>
        {depth > 0 ? '└ ' : ''}
        {entry.name}
        {isEnded(entry, today) ? (
          <>
            {' '}
            <Status tone="neutral">終了</Status>
          </>
        ) : null}
        {isComing(entry, today) ? (
          <>
            {' '}
            <Status tone="info">これから</Status>
          </>
        ) : null}
      </span>
    ),
  },
  { id: 'kind', header: '種別', cell: ({ entry }) => kindWords[entry.kind], width: '7rem' },
  { id: 'parent', header: '親センター', cell: ({ entry }) => entry.parentName ?? '―' },
  {
    id: 'operation',
    header: '運営',
    cell: ({ entry }) =>
      `${operationWords[entry.operation]}${entry.organisationName ? `（${entry.organisationName}）` : ''}`,
  },
  {
    id: 'areas',
    header: '圏域',
    cell: ({ entry }) => <Areas entry={entry} today={today} isWhole={isWhole} />,
  },
  { id: 'phone', header: '電話', cell: ({ entry }) => entry.phone ?? '登録なし', width: '8rem' },
  { id: 'period', header: '期間', cell: ({ entry }) => period(entry), isRight: true, width: '8rem' },
]

const deeds = (onEdit: (entry: CentreEntry) => void, onEnd: (entry: CentreEntry) => void): Column<Row> => ({
  id: 'deed',
  header: '操作',
  cell: ({ entry }) => (
    <span className="flex gap-1 whitespace-nowrap print:hidden">
      <Button size="small" aria-label={`${entry.name}を直す`} onPress={() => onEdit(entry)}>
        直す
      </Button>
      <Button size="small" look="quiet" aria-label={`${entry.name}を終える`} onPress={() => onEnd(entry)}>
        終える
      </Button>
    </span>
  ),
})

/** Areas of today with the day they began; with the ended ones too when those are asked for. */
function Areas({ entry, today, isWhole }: { entry: CentreEntry; today: string; isWhole: boolean }) {
  const shown = entry.areas.filter((area) => isWhole || !isEnded(area, today))
  if (shown.length === 0) return <span className="text-soft">なし</span>
  return (
    <ul>
      {shown.map((area) => (
        <li key={`${area.areaId} ${area.validFrom}`}>
          {area.name} <span className="text-xs text-soft">{period(area)}</span>
        </li>
      ))}
    </ul>
  )
}
