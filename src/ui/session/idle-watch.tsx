import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../button/index.ts'
import { useClock } from '../clock/clock.ts'
import { ModalPanel } from '../panel/index.ts'
import { fetchSession } from './api.ts'
import { idleState, leftText } from './idle.ts'

/** While somebody writes without asking the server anything, it is told this often that the session lives. */
const tellEveryMs = 4 * 60_000
const checkEveryMs = 1000

type IdleWatchProps = { idleMinutes: number; onExpired: () => void }

/** Warns before the time-out and ends the session at it. What is done in one window counts for all of them. */
export function IdleWatch({ idleMinutes, onExpired }: IdleWatchProps) {
  const { nowMs } = useClock()
  const last = useRef(nowMs())
  const told = useRef(nowMs())
  const channel = useRef<BroadcastChannel | null>(null)
  const [leftMs, setLeftMs] = useState<number | null>(null)
  const isWarning = useRef(false)
  isWarning.current = leftMs !== null

  const stay = useCallback(() => {
    last.current = nowMs()
    told.current = last.current
    setLeftMs(null)
    channel.current?.postMessage('active')
    void fetchSession().catch(() => undefined) // a lost session shows itself at the next request
  }, [nowMs])

  useEffect(() => {
    const shared = new BroadcastChannel('meguri-activity')
    channel.current = shared
    shared.onmessage = () => {
      last.current = nowMs()
      setLeftMs(null)
    }
    const onActivity = () => {
      if (isWarning.current) return // the warning wants an answer, not a twitch of the mouse
      last.current = nowMs()
      if (last.current - told.current > tellEveryMs) stay()
    }
    const events = ['keydown', 'pointerdown', 'wheel'] as const
    for (const name of events) window.addEventListener(name, onActivity, { capture: true, passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, onActivity, { capture: true })
      shared.close()
    }
  }, [nowMs, stay])

  const expired = useRef(onExpired)
  expired.current = onExpired
  useEffect(() => {
    if (idleMinutes <= 0) return
    const timer = setInterval(() => {
      const state = idleState(last.current, nowMs(), idleMinutes)
      setLeftMs(state.state === 'warning' ? state.leftMs : null)
      if (state.state === 'expired') {
        clearInterval(timer)
        expired.current()
      }
    }, checkEveryMs)
    return () => clearInterval(timer)
  }, [idleMinutes, nowMs])

  if (leftMs === null) return null
  return (
    <ModalPanel title="まもなくサインアウトします" role="alertdialog" onClose={stay}>
      <p>
        しばらく操作がありません。<span className="font-bold tabular-nums">{leftText(leftMs)}</span>
        でサインアウトします。書きかけの内容は下書きに残ります。
      </p>
      <div className="mt-4">
        <Button look="primary" autoFocus onPress={stay}>
          続ける
        </Button>
      </div>
    </ModalPanel>
  )
}
