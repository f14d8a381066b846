import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { type ChartData, ChartWithTable } from '../../../ui/chart/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { AppLink, usePathParam } from '../../../ui/link/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { NotFoundPage, PageHead, useCrumb, WithContext } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Entry, LawValuePage } from '../schema.ts'
import { lawValueQuery } from './api.ts'
import { ConfirmPanel, WithdrawPanel } from './confirm-panel.tsx'
import { EntriesTable } from './entries-table.tsx'
import { PastConfirmations } from './past-confirmations.tsx'

/** /law-values/{id}: a legal number with its value by date, source, confirmation, and the calculations that use it. */
export default function ValuePage() {
  const id = usePathParam('id')
  const query = useQuery(lawValueQuery(id))
  if (query.error instanceof Problem && query.error.status === 404) return <NotFoundPage />
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return <View page={query.data} />
}

type Open = { deed: 'confirm' | 'withdraw'; entry: Entry }

function View({ page }: { page: LawValuePage }) {
  const [open, setOpen] = useState<Open | null>(null)
  useCrumb(page.title)
  const close = () => setOpen(null)
  return (
    <>
      <PageHead title={page.title} lead={`単位: ${page.unit}　番号: ${page.id}`} actions={<PrintButton />} />
      {page.unread > 0 ? (
        <div className="mb-4">
          <Notice tone="caution" title={`出典をまだ確かめていない値が${page.unread}件あります`}>
            {page.mayConfirm
              ? '法令や通知で同じ値を見つけたら「出典を確かめて確認する」を押し、どこで見たかを残してください。確認するまで、この値に基づく通知や請求などの文書は作れません。'
              : '保険者職員が出典を確かめて確認するまで、この値に基づく通知や請求などの文書は作れません。'}
          </Notice>
        </div>
      ) : null}
      <WithContext label="使う計算と記録" context={<Context page={page} />}>
        <h2 className="mb-1 text-lg font-bold">日付ごとの値</h2>
        <EntriesTable
          page={page}
          onConfirm={(entry) => setOpen({ deed: 'confirm', entry })}
          onWithdraw={(entry) => setOpen({ deed: 'withdraw', entry })}
        />
        <Steps page={page} />
        <PastConfirmations past={page.past} />
      </WithContext>
      {open?.deed === 'confirm' ? <ConfirmPanel page={page} entry={open.entry} onClose={close} /> : null}
      {open?.deed === 'withdraw' && open.entry.confirmation ? (
        <WithdrawPanel
          page={page}
          entry={open.entry}
          confirmation={open.entry.confirmation}
          onClose={close}
        />
      ) : null}
    </>
  )
}

/** A plain number over time: it holds until the next one, so the line goes in steps. */
function Steps({ page: { history, title, unit } }: { page: LawValuePage }) {
  const { today } = useClock()
  const data = useMemo<ChartData | null>(() => {
    if (history.length < 2 || !history.every(({ value }) => typeof value === 'number')) return null
    const now = today()
    const last = history.at(-1)
    const held = last && last.from < now ? [{ ...last, from: now }] : []
    const points = [...history, ...held]
    return {
      kind: 'line',
      axis: '適用日',
      unit: unit.replace(/（.*$/u, ''),
      isStepped: true,
      marked: points.length - 1,
      isFromZero: false,
      categories: points.map(({ from }, at) => ({
        label: at === history.length ? '今日' : formatDate(from as IsoDate, 'short'),
        on: from as IsoDate,
      })),
      series: [{ id: 'value', name: '値', points: points.map(({ value }) => value as number) }],
    }
  }, [history, unit, today])
  if (!data) return null
  const hasProvisional = history.some(({ status }) => status !== null)
  return (
    <div className="mt-6 max-w-3xl">
      <ChartWithTable
        title={`${title}の移り変わり`}
        data={data}
        notes={[
          `出典 ${history.at(-1)?.source.text ?? ''}`,
          ...(hasProvisional ? ['仮置き・案の値を含みます。'] : []),
        ]}
      />
    </div>
  )
}

function Context({ page: { rules, checkedOn, groups } }: { page: LawValuePage }) {
  return (
    <>
      <section>
        <h2 className="font-bold">この数値を使う計算</h2>
        {rules.length === 0 ? (
          <p className="text-sm text-soft">まだありません。</p>
        ) : (
          <ul className="text-sm">
            {rules.map((rule) => (
              <li key={rule.id} className="border-b border-line py-1">
                <AppLink to={`/rules/${rule.id}`}>
                  {rule.id} {rule.title}
                </AppLink>
                {groups.length > 1 ? <span className="block text-xs text-soft">{rule.group}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className="font-bold">出典を最後に読み比べた日</h2>
        <p className="text-sm">{formatDate(checkedOn as IsoDate)}</p>
      </section>
    </>
  )
}
