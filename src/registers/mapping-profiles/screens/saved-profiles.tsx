import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { List } from '../../../ui/list/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { MappingProfile } from '../schema.ts'
import { profilesQuery, removeProfile } from './api.ts'

/** Mappings that are kept: they offer themselves when a file fits; here they can be looked over and removed. */
export function SavedProfiles() {
  const query = useQuery(profilesQuery)
  const mayWrite = useAbilities()('mapping-profile.write')
  const client = useQueryClient()
  const show = useToast()
  const remove = useMutation({
    mutationFn: removeProfile,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['mapping-profiles'] })
      show('対応づけを消しました。読み込んだ一覧は、そのままです')
    },
  })
  return (
    <section aria-labelledby="saved-profiles" className="mt-8">
      <h2 id="saved-profiles" className="mb-2 text-lg font-bold">
        保存した対応づけ
      </h2>
      {remove.error ? <Failure error={remove.error} /> : null}
      <List<MappingProfile>
        label="保存した対応づけ"
        rows={query.data}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', header: '名前', cell: ({ name }) => name },
          { id: 'category', header: '施設の種類', cell: ({ mapping }) => mapping.category ?? '―' },
          {
            id: 'columns',
            header: '読む列',
            isRight: true,
            cell: ({ mapping }) => mapping.columns.filter(({ field }) => field !== null).length,
          },
          {
            id: 'changed',
            header: '保存した日と人',
            cell: ({ changedAt, changedBy }) =>
              `${formatDate(dayInJapan(changedAt), 'short')} ${changedBy ?? ''}`,
          },
          ...(mayWrite
            ? [
                {
                  id: 'deed',
                  header: '操作',
                  cell: (profile: MappingProfile) => (
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={`対応づけ「${profile.name}」を消す`}
                      onPress={() => remove.isPending || remove.mutate(profile)}
                    >
                      消す
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        empty={<Empty title="まだありません">ファイルを選び、列を選んで保存すると、ここに並びます。</Empty>}
      />
    </section>
  )
}
