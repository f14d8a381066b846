import { useQuery } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, usePathParam } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { fillQuery, saveFill } from './api.ts'
import { dayOf } from './day-of.ts'
import { LinesTable } from './lines-table.tsx'

/** /workbook-fills/$id: what was written and handed out, as it was then. */
export default function KeptPage() {
  const id = usePathParam('id')
  const { data, error, refetch } = useQuery(fillQuery(id))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageHead
        title={`${data.formName} ${data.fiscalYearLabel}の控え`}
        lead={`${dayOf(data.filledAt)} ${data.filledBy}。${data.writtenCount}セルに記入、${data.unfilledCount}セルはそのまま`}
        actions={<Button onPress={() => void saveFill(id)}>渡したファイルを受け取る</Button>}
      />
      <p className="mb-3 text-sm">
        <AppLink to={`/workbooks/${data.formId}`}>様式を開く</AppLink>
        <span className="ml-4 text-soft break-all">照合の値（SHA-256） {data.sha256}</span>
      </p>
      <LinesTable lines={data.lines} label="記入した内容" />
    </>
  )
}
