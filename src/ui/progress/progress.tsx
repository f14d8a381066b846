import { useEffect, useRef, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { Button } from '../button/index.ts'
import { callPath } from '../http/index.ts'
import { Status } from '../status/index.ts'
import { isOver, type JobState, percent, readJobState } from './job-state.ts'

/** How far something is, with its number in words. */
export function Bar({ label, state }: { label: string; state: JobState }) {
  const value = percent(state)
  const amount =
    state.total === null
      ? `${state.done.toLocaleString('ja-JP')}件`
      : `${state.done.toLocaleString('ja-JP')} / ${state.total.toLocaleString('ja-JP')}件`
  return (
    <ProgressBar
      value={value ?? 0}
      isIndeterminate={value === null}
      valueLabel={amount}
      className="flex flex-col gap-1"
    >
      <span className="flex justify-between gap-4">
        <Label className="font-bold">{label}</Label>
        <span className="tabular-nums">
          {amount}
          {value === null ? '' : `（${value}%）`}
        </span>
      </span>
      <span className="block h-4 overflow-hidden rounded-sm border border-edge bg-paper">
        <span
          className={`block h-full bg-accent forced-colors:bg-[Highlight] ${value === null ? 'animate-pulse opacity-50' : ''}`}
          style={{ width: `${value ?? 100}%` }}
        />
      </span>
    </ProgressBar>
  )
}

export type JobProgressProps = {
  jobId: string
  label: string
  /** called once, with the last report */
  onEnd?: (state: JobState) => void
  /** otherwise POST /api/jobs/{id}/cancel */
  onCancel?: () => Promise<void>
}

const words = { done: '終わりました', failed: '途中で止まりました', cancelled: '中止しました' } as const

/** after a refusal, a busy server's among them */
const AGAIN_MS = 3_000

/** Follows a job by server-sent events; the browser connects again by itself when the line breaks, but not after a refusal. */
export function JobProgress({ jobId, label, onEnd, onCancel }: JobProgressProps) {
  const [state, setState] = useState<JobState>({ state: 'queued', done: 0, total: null, message: '' })
  const [isCancelling, setCancelling] = useState(false)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    const onReport = (event: MessageEvent<string>) => {
      const next = readJobState(event.data)
      if (!next) return
      setState(next)
      if (!isOver(next)) return
      source.close()
      end.current?.(next)
    }
    const open = () => {
      source = new EventSource(`/api/jobs/${encodeURIComponent(jobId)}/events`)
      source.addEventListener('message', onReport)
      source.addEventListener('progress', onReport)
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS)
      })
    }
    open()
    return () => {
      clearTimeout(again)
      source.close()
    }
  }, [jobId])
  const cancel = async () => {
    setCancelling(true)
    try {
      await (onCancel?.() ?? callPath('POST', `/api/jobs/${encodeURIComponent(jobId)}/cancel`, { json: {} }))
    } finally {
      setCancelling(false)
    }
  }
  const { state: name } = state
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <Bar label={label} state={state} />
      <p role="status" className="min-h-6 text-sm text-soft">
        {name === 'done' || name === 'failed' || name === 'cancelled' ? (
          <Status tone={name === 'done' ? 'good' : name === 'failed' ? 'danger' : 'neutral'}>
            {words[name]}
          </Status>
        ) : null}{' '}
        {state.message}
      </p>
      {isOver(state) ? null : (
        <div>
          <Button size="small" isDisabled={isCancelling} onPress={() => void cancel()}>
            {isCancelling ? '中止しています…' : '中止する'}
          </Button>
        </div>
      )}
    </div>
  )
}
