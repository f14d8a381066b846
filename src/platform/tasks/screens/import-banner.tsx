import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { callPath, Problem } from '../../../ui/http/index.ts'
import { Notice } from '../../../ui/status/index.ts'

/** `lastFileOn`: the day the latest file was made; null: none was ever taken in. */
type ImportState = { lastFileOn: string | null; daysOld: number | null; isOld: boolean }

async function readState(): Promise<ImportState | null> {
  try {
    return await callPath<ImportState>('GET', '/api/people/import-state')
  } catch (error) {
    if (error instanceof Problem && [403, 404].includes(error.status)) return null
    throw error
  }
}

/** Said where the day begins: names and addresses may be older than they look. */
export function ImportBanner() {
  const { data } = useQuery({ queryKey: ['people-import-state'], queryFn: readState, staleTime: 600_000 })
  if (!data?.isOld) return null
  const when = data.lastFileOn
    ? `${formatDate(data.lastFileOn)}${data.daysOld === null ? '' : `（${data.daysOld}日前）`}のものです`
    : 'まだ一度も取り込まれていません'
  return (
    <div className="mb-3">
      <Notice tone="caution" title={`基幹系システムの資料は、${when}`}>
        <p className="text-sm">
          転入・転出・死亡や住所の変更が、まだ反映されていないことがあります。取込みは保険者の担当にお問い合わせください。
        </p>
      </Notice>
    </div>
  )
}
