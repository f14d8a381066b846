import { useQuery } from '@tanstack/react-query'
import { usePathParam } from '../../../ui/link/index.ts'
import { findRecord } from './api.ts'
import { GoToPerson } from './go-to-person.tsx'

export default function RecordGoPage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: ['monitoring-place', id], queryFn: () => findRecord(id) })
  return <GoToPerson query={query} />
}
