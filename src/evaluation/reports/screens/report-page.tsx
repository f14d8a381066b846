import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { addMonths, formatMonth, monthOfDay } from '../rules/month.ts'
import { type Place, type Report, reportKey, reportQuery } from './api.ts'
import { ClosingPanel, type Deed } from './closing-panel.tsx'
import { ClosingStrip } from './closing-strip.tsx'
import { DayChart } from './day-chart.tsx'
import { Documents } from './documents.tsx'
import { LateEntries } from './late-entries.tsx'
import { OpeningProvider, readFigureWord, useOpenFigure } from './open-figure.ts'
import { RecordsPanel } from './records-panel.tsx'
import { FormTables, TownTable } from './report-tables.tsx'
import { Versions } from './versions.tsx'

/** /monthly-reports/$unit/$month: 月報 of a centre or of the insurer. */
export default function ReportPage() {
  const place = { unit: usePathParam('unit'), month: usePathParam('month') }
  const { data, error, refetch } = useQuery(reportQuery(place))
  useCrumb(data ? `${data.unit.name} ${data.monthLabel}` : null)
  if (error && !data) {
    const refused = error instanceof Problem ? error.errors[0]?.message : undefined
    return refused ? <Empty title={refused} /> : <Failure error={error} onRetry={() => void refetch()} />
  }
  if (!data) return <Loading label="業務記録を数えています…" />
  return <Shown key={`${place.unit} ${place.month}`} place={place} report={data} />
}

function Shown({ place, report }: { place: Place; report: Report }) {
  const client = useQueryClient()
  const show = useToast()
  const [deed, setDeed] = useState<Deed | null>(null)
  const { lastNumber } = report.closing
  const done = (next: Report, words: string) => {
    setDeed(null)
    client.setQueryData(reportKey(place), next)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    show(words)
  }
  return (
    <>
      <PageHead
        title={`${report.monthLabel} 月報`}
        lead={report.unit.name}
        actions={<Deeds report={report} onDeed={setDeed} />}
      />
      <MonthLinks place={place} />
      <ClosingStrip report={report} />
      {report.isBeforeRecords && lastNumber === 0 ? (
        <Empty title="この月の記録はありません">記録が始まる前の月です。0件だったのではありません。</Empty>
      ) : (
        <>
          <Documents place={place} of={lastNumber > 0 ? lastNumber : 'present'} />
          <Contents place={place} report={report} />
        </>
      )}
      {deed ? (
        <ClosingPanel
          deed={deed}
          place={place}
          report={report}
          onClose={() => setDeed(null)}
          onDone={done}
          onConflict={() => void client.invalidateQueries({ queryKey: reportKey(place) })}
        />
      ) : null}
    </>
  )
}

function Deeds({ report: { closing }, onDeed }: { report: Report; onDeed: (deed: Deed) => void }) {
  const { confirm, correct, decide } = closing.may
  return (
    <>
      {confirm ? (
        <Button look="primary" onPress={() => onDeed('confirm')}>
          確定する
        </Button>
      ) : null}
      {decide ? (
        <>
          <Button look="primary" onPress={() => onDeed('accept')}>
            受理する
          </Button>
          <Button onPress={() => onDeed('return')}>差し戻す</Button>
        </>
      ) : null}
      {correct ? <Button onPress={() => onDeed('correct')}>訂正版を出す</Button> : null}
    </>
  )
}

function MonthLinks({ place: { unit, month } }: { place: Place }) {
  const now = monthOfDay(useClock().today())
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)]
  return (
    <nav aria-label="月" className="mb-2 flex flex-wrap gap-4 text-sm print:hidden">
      <AppLink to={`/monthly-reports/${unit}/${before}`}>← {formatMonth(before)}</AppLink>
      {after <= now ? (
        <AppLink to={`/monthly-reports/${unit}/${after}`}>{formatMonth(after)} →</AppLink>
      ) : null}
      <AppLink to="/monthly-reports">月報の一覧</AppLink>
    </nav>
  )
}

function Contents({ place, report }: { place: Place; report: Report }) {
  const [tab, setTab] = useAddressWord('tab', 'form')
  const [word, setWord] = useAddressWord('open', '')
  const opened = readFigureWord(word)
  const open = useOpenFigure()
  const version = report.closing.lastNumber > 0 ? report.closing.lastNumber : null
  const tables = { ...report, version }
  return (
    <OpeningProvider value={open}>
      <Tabs
        label="月報の内容"
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'form', label: '月報', content: <FormTables {...tables} /> },
          { id: 'towns', label: '町と住民', content: <TownTable {...tables} /> },
          { id: 'days', label: '日ごと', content: <DayChart {...tables} /> },
          ...(version === null
            ? []
            : [
                {
                  id: 'late',
                  label: '確定後の変更',
                  count: report.lateCount,
                  content: <LateEntries place={place} number={version} />,
                },
              ]),
          { id: 'versions', label: '版と手続き', content: <Versions place={place} report={report} /> },
        ]}
      />
      {opened ? (
        <RecordsPanel
          key={word}
          place={place}
          sections={report.sections}
          {...opened}
          onClose={() => setWord('')}
        />
      ) : null}
    </OpeningProvider>
  )
}
