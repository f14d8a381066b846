import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { NotFoundPage } from '../../../ui/shell/index.ts'

/** Replaces itself by the person's page, so that the browser's back button does not stop here. */
export function GoToPerson({ query }: { query: UseQueryResult<{ personId: string }> }) {
  const go = useGo()
  const personId = query.data?.personId
  useEffect(() => {
    if (personId) void go(`/people/${personId}/care-management`, { replace: true })
  }, [go, personId])
  const { error } = query
  if (error instanceof Problem && [404, 422].includes(error.status)) return <NotFoundPage />
  return error ? <Failure error={error} onRetry={() => void query.refetch()} /> : <Loading />
}
