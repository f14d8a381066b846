import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../../ui/empty/index.ts'
import { List } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Kind, RunLine } from '../schema.ts'
import { runsQuery } from './api.ts'
import { fileNames, outcome, shortMoment, stateWords } from './words.ts'

/** One's own earlier runs, the newest first; each opens again with what it found. */
export function RunList({ kinds }: { kinds: Kind[] }) {
  const runs = useQuery(runsQuery)
  return (
    <List<RunLine>
      label="これまでの読み込み"
      rows={runs.data}
      error={runs.error}
      onRetry={() => void runs.refetch()}
      rowKey={({ id }) => id}
      hrefOf={({ id }) => `/imports/${id}`}
      empty={<Empty title="まだ何も読み込んでいません">読み込むと、結果がここに残ります。</Empty>}
      columns={[
        { id: 'at', header: '日時', cell: ({ createdAt }) => shortMoment(createdAt), width: '9rem' },
        {
          id: 'kind',
          header: '種類',
          cell: ({ kind }) => kinds.find((one) => one.kind === kind)?.label ?? kind,
        },
        { id: 'files', header: 'ファイル', cell: ({ files }) => fileNames(files) },
        {
          id: 'state',
          header: '状態',
          cell: ({ state }) => <Status tone={stateWords[state].tone}>{stateWords[state].word}</Status>,
        },
        { id: 'outcome', header: '結果', cell: outcome },
      ]}
    />
  )
}
