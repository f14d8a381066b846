import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { figureLevels } from '../../../exchange/mapped-figures/mapping.ts'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { List } from '../../../ui/list/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { FiguresProfile, StoredMeasure } from '../schema.ts'
import { profilesQuery, removeProfile, storedQuery } from './api.ts'

const levelWord = (level: string) => figureLevels.find((one) => one.level === level)?.label ?? level
const day = (iso: string) => formatDate(iso as IsoDate, 'short')
const periodWords = ({ from, to }: { from: string; to: string }) =>
  from === to ? day(from) : `${day(from)}〜${day(to)}`

/** What was read so far, each with unit, newest period and source. */
export function StoredMeasures() {
  const query = useQuery(storedQuery)
  return (
    <section aria-labelledby="stored-measures" className="mt-8">
      <h2 id="stored-measures" className="mb-2 text-lg font-bold">
        読み込んだ統計
      </h2>
      <List<StoredMeasure>
        label="読み込んだ統計"
        rows={query.data}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id, level, series, release }) => `${id} ${level} ${series} ${release}`}
        columns={[
          { id: 'label', header: '何の数か', cell: ({ label }) => label },
          { id: 'unit', header: '単位', cell: ({ unit }) => unit },
          { id: 'level', header: '地域', cell: ({ level }) => levelWord(level) },
          {
            id: 'places',
            header: '数のある地域',
            isRight: true,
            cell: ({ places }) => places.toLocaleString('ja-JP'),
          },
          {
            id: 'periods',
            header: 'いつの数か',
            cell: ({ periods }) =>
              `${periods[0] ? periodWords(periods[0]) : '―'}${periods.length > 1 ? ` ほか${periods.length - 1}期間` : ''}`,
          },
          { id: 'source', header: '出典', cell: ({ source, release }) => `${source}（${release}）` },
        ]}
        empty={<Empty title="まだありません">表を読み込むと、ここに並び、帳票の数として選べます。</Empty>}
      />
    </section>
  )
}

/** Mappings that are kept: they offer themselves when a table fits; here they can be looked over and removed. */
export function KeptMappings() {
  const query = useQuery(profilesQuery)
  const mayWrite = useAbilities()('mapping-profile.write')
  const client = useQueryClient()
  const show = useToast()
  const remove = useMutation({
    mutationFn: removeProfile,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: profilesQuery.queryKey })
      show('対応づけを消しました。読み込んだ数は、そのままです')
    },
  })
  const deed = (profile: FiguresProfile) => (
    <Button
      size="small"
      look="quiet"
      aria-label={`対応づけ「${profile.name}」を消す`}
      onPress={() => remove.isPending || remove.mutate(profile)}
    >
      消す
    </Button>
  )
  return (
    <section aria-labelledby="saved-profiles" className="mt-8">
      <h2 id="saved-profiles" className="mb-2 text-lg font-bold">
        保存した対応づけ
      </h2>
      {remove.error ? <Failure error={remove.error} /> : null}
      <List<FiguresProfile>
        label="保存した対応づけ"
        rows={query.data}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', header: '名前', cell: ({ name }) => name },
          { id: 'list', header: '統計の名前', cell: ({ mapping }) => mapping.list },
          { id: 'level', header: '地域', cell: ({ mapping }) => levelWord(mapping.level) },
          {
            id: 'changed',
            header: '保存した日と人',
            cell: ({ changedAt, changedBy }) => `${day(dayInJapan(changedAt))} ${changedBy ?? ''}`,
          },
          ...(mayWrite ? [{ id: 'deed', header: '操作', cell: deed }] : []),
        ]}
        empty={<Empty title="まだありません">表を選び、列を選んで保存すると、ここに並びます。</Empty>}
      />
    </section>
  )
}
