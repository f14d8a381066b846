import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../../ui/empty/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { countAffected } from './api.ts'

/** How many people live in the towns concerned: figures, and how they will follow. */
export function Affected({ townIds }: { townIds: string[] }) {
  const query = useQuery({
    queryKey: ['areas', 'affected', townIds.toSorted().join()],
    queryFn: () => countAffected(townIds),
    enabled: townIds.length > 0,
  })
  if (townIds.length === 0) return null
  if (query.error) return <Failure error={query.error} />
  if (!query.data) return <p className="text-sm text-soft">かかわる人数を数えています…</p>
  return (
    <Notice tone="info" title={`かかわる町 ${townIds.length.toLocaleString('ja-JP')}`} role="status">
      <ul className="text-sm">
        {query.data.map(({ id, label, count }) => (
          <li key={id}>
            {label}: {count.toLocaleString('ja-JP')}
          </li>
        ))}
      </ul>
      <p className="text-sm">
        担当は、ひとりでには替わりません。その日になったら、市の担当者が「担当替え」でまとめて引き継ぎます。
      </p>
    </Notice>
  )
}
