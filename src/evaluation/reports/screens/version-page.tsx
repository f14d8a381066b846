import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { versionQuery } from './api.ts'
import { Documents } from './documents.tsx'
import { OpeningProvider, readFigureWord, useOpenFigure } from './open-figure.ts'
import { RecordsPanel } from './records-panel.tsx'
import { FormTables, TownTable } from './report-tables.tsx'

/** /monthly-reports/$unit/$month/versions/$number: what was submitted, as it was submitted. */
export default function VersionPage() {
  const place = { unit: usePathParam('unit'), month: usePathParam('month') }
  const number = usePathParam('number')
  const { data, error, refetch } = useQuery(versionQuery(place, number))
  const [word, setWord] = useAddressWord('open', '')
  const open = useOpenFigure()
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { version } = data
  const opened = readFigureWord(word)
  // every figure of this page is of this version: it is shown as the submitted one, and opened so
  const sections = data.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, submitted: { value: cell.value, missing: cell.missing } })),
    })),
  }))
  const tables = { ...data, sections, version: version.number }
  return (
    <OpeningProvider value={open}>
      <PageHead
        title={`${data.monthLabel} 月報 第${version.number}版`}
        lead={`${data.unit.name}　${version.step === 'corrected' ? '訂正版' : '確定'} ${formatDate(dayInJapan(version.confirmedAt))} ${timeInJapan(version.confirmedAt)} ${version.confirmedBy}${version.reason ? `　理由: ${version.reason}` : ''}`}
      />
      <Documents place={place} of={version.number} />
      <FormTables {...tables} />
      <h2 className="mt-4 mb-1 text-lg font-bold">別表</h2>
      <TownTable {...tables} notes={[]} />
      {opened ? (
        <RecordsPanel key={word} place={place} sections={sections} {...opened} onClose={() => setWord('')} />
      ) : null}
    </OpeningProvider>
  )
}
