import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { useKeyset } from '../../../ui/list/keyset.ts'
import { JobProgress, type JobState } from '../../../ui/progress/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import type { By, HistoryLine } from '../history/schema.ts'
import { fetchHistory, undoRun } from './api.ts'
import { HistoryFilter } from './history-filter.tsx'
import { UndoQuestion } from './undo-question.tsx'
import { count, fileNames, shortMoment } from './words.ts'

/** Who took in which published files, for everyone who may see it; the newest of a kind can be taken back. */
export function HistoryList() {
  const [kind, setKind] = useAddressWord('of', '')
  const client = useQueryClient()
  const [asked, setAsked] = useState<HistoryLine | null>(null)
  const [job, setJob] = useState<{ id: string; label: string } | null>(null)
  const [ended, setEnded] = useState<{ label: string; state: JobState } | null>(null)
  const list = useKeyset<HistoryLine>(['import-history', kind], (cursor) => fetchHistory(kind, cursor))
  const begin = async (line: HistoryLine) => {
    setEnded(null)
    const { jobId } = await undoRun(line.id)
    setAsked(null)
    setJob({ id: jobId, label: line.label })
  }
  const onEnd = async (state: JobState) => {
    await client.invalidateQueries() // figures of every page may come from what was put back
    setEnded({ label: job?.label ?? '', state })
    setJob(null)
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-soft">
        統計、事業所、境界など、みなで使う公表されたファイルの記録です。種類ごとに、最も新しい読み込みを取り消せます。
      </p>
      <HistoryFilter kind={kind} onChange={setKind} />
      {job ? (
        <JobProgress
          key={job.id}
          jobId={job.id}
          label={`${job.label}を元に戻しています`}
          onEnd={(state) => void onEnd(state)}
        />
      ) : null}
      {ended ? <Ended {...ended} /> : null}
      <List<HistoryLine>
        {...list}
        label="公表されたファイルの読み込みの記録"
        rowKey={({ id }) => id}
        empty={
          <Empty title="まだ記録がありません">
            公表されたファイルを読み込むと、だれがいつ読み込んだかが、ここに残ります。
          </Empty>
        }
        columns={[
          { id: 'at', header: '日時', cell: ({ loadedAt }) => shortMoment(loadedAt), width: '9rem' },
          { id: 'kind', header: '種類', cell: ({ label }) => label },
          {
            id: 'files',
            header: 'ファイル',
            cell: ({ files }) => fileNames(files.map((name) => ({ name }))),
          },
          { id: 'by', header: '読み込んだ人', cell: ({ loaded }) => byWords(loaded) },
          { id: 'counts', header: '結果（件）', cell: countsWords },
          { id: 'sources', header: '出典', cell: ({ sources }) => sourceWords(sources) },
          {
            id: 'state',
            header: '状態',
            width: '8.5rem',
            cell: (line) => <State line={line} onUndo={job ? undefined : () => setAsked(line)} />,
          },
        ]}
      />
      {asked ? (
        <UndoQuestion line={asked} onUndo={() => begin(asked)} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  )
}

function State({ line, onUndo }: { line: HistoryLine; onUndo: (() => void) | undefined }) {
  if (line.undoneAt !== null && line.undone !== null)
    return (
      <span className="flex flex-col items-start">
        <Status tone="neutral">取り消しました</Status>
        <span className="text-xs text-soft">
          {shortMoment(line.undoneAt)} {byWords(line.undone)}
        </span>
      </span>
    )
  if (!line.mayUndo || !onUndo) return null
  return (
    <Button
      size="small"
      aria-label={`${line.label}（${shortMoment(line.loadedAt)}）を取り消す`}
      onPress={onUndo}
    >
      取り消す…
    </Button>
  )
}

function Ended({ label, state }: { label: string; state: JobState }) {
  const isDone = state.state === 'done'
  return (
    <Notice
      role={isDone ? 'status' : 'alert'}
      tone={isDone ? 'good' : state.state === 'cancelled' ? 'info' : 'danger'}
      title={isDone ? `${label}の読み込みを取り消しました` : `${label}の読み込みは、取り消していません`}
    >
      <p className="text-sm">
        {isDone ? '前の内容に戻りました。取り消したことは、この記録に残ります。' : state.message}
      </p>
    </Notice>
  )
}

const byNames: Record<Exclude<By['by'], 'staff'>, string> = {
  otherInsurer: 'ほかの保険者の職員',
  command: '運用担当（コマンド）',
  sample: '見本の用意',
}
const byWords = ({ by, name }: By): string => (by === 'staff' ? (name ?? '退職した職員') : byNames[by])

function countsWords({ counts }: HistoryLine): string {
  const { added, changed, removed, unchanged } = counts
  if (added + changed + removed === 0) return `変わりなし（${count(unchanged)}）`
  const parts = [
    ['追加', added],
    ['変更', changed],
    ['なくなる', removed],
  ] as const
  return parts.flatMap(([word, n]) => (n > 0 ? [`${word} ${count(n)}`] : [])).join('・')
}

const sourceWords = (sources: readonly string[]): string =>
  `${(sources[0] ?? '記載なし').replace(/^出典: /, '')}${sources.length > 1 ? ` ほか${sources.length - 1}` : ''}`
