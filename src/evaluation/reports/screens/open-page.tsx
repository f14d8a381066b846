import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { useGo, usePathParam } from '../../../ui/link/index.ts'
import { placeQuery } from './api.ts'

/** /monthly-reports/open/$id: a task knows the report by its id alone and leads here. */
export default function OpenPage() {
  const go = useGo()
  const { data, error, refetch } = useQuery(placeQuery(usePathParam('id')))
  useEffect(() => {
    if (data) void go(`/monthly-reports/${data.unit}/${data.month}`, { replace: true })
  }, [data, go])
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />
}
