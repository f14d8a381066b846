import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { useGo, usePathParam } from '../../../ui/link/index.ts'
import { NotFoundPage } from '../../../ui/shell/index.ts'
import { fetchCertification } from './api.ts'

/** A link that knows only the record (from a task, from the timeline) leads to it on its person's page. */
export default function GoPage() {
  const id = usePathParam('id')
  const go = useGo()
  const query = useQuery({ queryKey: ['certification', id], queryFn: () => fetchCertification(id) })
  const personId = query.data?.personId
  useEffect(() => {
    if (personId) void go(`/people/${personId}/certifications?at=${id}`, { replace: true })
  }, [personId, id, go])
  if (query.error instanceof Problem && [404, 422].includes(query.error.status)) return <NotFoundPage />
  return query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
}
