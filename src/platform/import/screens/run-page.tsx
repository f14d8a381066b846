import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { JobProgress, type JobState } from '../../../ui/progress/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Notice } from '../../../ui/status/index.ts'
import type { Run } from '../schema.ts'
import { applyRun, fetchRun, kindsQuery, runKey } from './api.ts'
import { RunResult } from './run-result.tsx'
import { fileNames, moment } from './words.ts'

/** /imports/$id: reading with progress, what would change or what is wrong, then saving with progress. */
export default function RunPage() {
  const id = usePathParam('id')
  const client = useQueryClient()
  const [job, setJob] = useAddressWord('job', '')
  const [ended, setEnded] = useState<{ job: string; state: JobState } | null>(null)
  const [refusal, setRefusal] = useState<Error | null>(null)
  const query = useQuery({ queryKey: runKey(id), queryFn: () => fetchRun(id) })
  const kinds = useQuery(kindsQuery)
  const run = query.data
  const kind = kinds.data?.find((one) => one.kind === run?.kind)
  const isRunning = job !== '' && ended?.job !== job
  const save = async () => {
    setRefusal(null)
    try {
      setJob((await applyRun(id)).jobId)
    } catch (error) {
      setRefusal(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const onEnd = async (state: JobState) => {
    await client.invalidateQueries({ queryKey: ['imports'] })
    setEnded({ job, state })
  }
  if (query.error && !run) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!run) return <Loading />
  return (
    <>
      <PageHead
        title={kind?.label ?? '読み込みの結果'}
        lead={`${moment(run.createdAt)} に預けた ${fileNames(run.files)}`}
        actions={
          run.state === 'previewed' && !isRunning ? (
            <Button look="primary" onPress={() => void save()}>
              この内容で保存する
            </Button>
          ) : (
            <AppLink to={`/imports?kind=${run.kind}`} className={buttonClass('secondary')}>
              別のファイルを読み込む
            </AppLink>
          )
        }
      />
      {refusal ? <Failure error={refusal} /> : null}
      {isRunning ? (
        <JobProgress
          key={job}
          jobId={job}
          label={run.state === 'previewed' ? '保存しています' : '何が変わるかを調べています'}
          onEnd={(state) => void onEnd(state)}
        />
      ) : (
        <>
          <Interrupted run={run} last={ended?.job === job ? ended.state : null} />
          <RunResult run={run} kind={kind} />
        </>
      )}
    </>
  )
}

/** A job that ended before its work was done, and what that means for the data. */
function Interrupted({ run, last }: { run: Run; last: JobState | null }) {
  if (last?.state === 'cancelled' || last?.state === 'failed') {
    const isCancelled = last.state === 'cancelled'
    return (
      <div className="mb-4">
        <Notice
          role="alert"
          tone={isCancelled ? 'info' : 'danger'}
          title={
            isCancelled
              ? '中止しました。何も変わっていません。'
              : '途中で止まりました。何も変わっていません。'
          }
        >
          <p className="text-sm">
            {isCancelled ? 'もう一度読み込んでも、二重になることはありません。' : last.message}
          </p>
        </Notice>
      </div>
    )
  }
  if (run.state !== 'stored') return null
  return (
    <Notice tone="caution" title="このファイルは、調べ終わっていません。何も変わっていません。">
      <p className="text-sm">もう一度ファイルを選んで、読み込んでください。</p>
    </Notice>
  )
}
