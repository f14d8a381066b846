import { useCallback, useEffect, useRef, useState } from 'react'
import { timeInJapan, useClock } from '../clock/clock.ts'
import { callPath, Problem, quietFetch } from '../http/index.ts'

export type DraftState = 'idle' | 'waiting' | 'saved' | 'failed'

export type Draft<T> = {
  state: DraftState
  /** 「下書きを保存しました 10:23」; '' while there is nothing to say */
  text: string
  /** what was kept from last time, until it is taken or thrown away */
  found: { content: T; savedAt: string } | null
  take: () => void
  /** after the real save, or 「下書きを捨てる」 */
  discard: () => Promise<void>
  flush: () => Promise<void>
}

/** How long a change may wait before it is kept (screens.md: every few seconds). */
const everyMs = 3000
const quiet = { fetch: quietFetch }
/** `updatedAt` null: there is none. */
type Stored<T> = { content: T; updatedAt: string } | { content: null; updatedAt: null }

const draftText = (state: DraftState, savedAt: number | null): string => {
  if (state === 'failed') return '下書きを保存できていません。通信を確かめています。'
  return savedAt === null ? '' : `下書きを保存しました ${timeInJapan(savedAt)}`
}

/**
 * Keeps a half-written form on the server under `key` (`consultation.new`, `person.<id>`), never in the browser.
 * @param key null: no draft, for example while a saved record is shown
 * @param value the form's content, plain JSON; a new object only when something changed
 * @param onRestore puts a kept content back into the form
 */
export function useDraft<T>(key: string | null, value: T, onRestore: (content: T) => void): Draft<T> {
  const { nowMs } = useClock()
  const [state, setState] = useState<DraftState>('idle')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [found, setFound] = useState<Draft<T>['found']>(null)
  const path = key === null ? null : `/api/drafts/${encodeURIComponent(key)}`
  const now = useRef({ value, path, onRestore, nowMs })
  const known = useRef(value) // the content that needs no saving: the form as it opened, or as it was last kept
  const running = useRef<Promise<unknown> | null>(null)
  useEffect(() => {
    now.current = { value, path, onRestore, nowMs }
  })

  const save = useCallback(async (keepalive = false) => {
    const { value: content, path: to } = now.current
    if (to === null || content === known.current || running.current) return
    try {
      running.current = callPath('PUT', to, { ...quiet, json: { content }, keepalive })
      await running.current
      known.current = content
      setSavedAt(now.current.nowMs())
      setState(now.current.value === content ? 'saved' : 'waiting')
    } catch {
      setState('failed') // stays unsaved, so the next tick tries again
    } finally {
      running.current = null
    }
  }, [])

  useEffect(() => {
    if (path === null) return
    let isCurrent = true
    callPath<Stored<T>>('GET', path, quiet)
      .then(({ content, updatedAt }) => {
        if (isCurrent && updatedAt !== null) setFound({ content, savedAt: updatedAt })
      })
      .catch((error: unknown) => {
        // No answer does not keep anybody from writing; saving will say so.
        if (!(error instanceof Problem)) throw error
      })
    return () => {
      isCurrent = false
    }
  }, [path])

  useEffect(() => {
    if (path === null) return
    const timer = setInterval(() => void save(), everyMs)
    const onLeave = () => void save(true)
    window.addEventListener('pagehide', onLeave)
    window.addEventListener('meguri:keep-drafts', onLeave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', onLeave)
      window.removeEventListener('meguri:keep-drafts', onLeave)
      void save(true)
    }
  }, [path, save])

  return {
    state: value === known.current ? state : state === 'failed' ? 'failed' : 'waiting',
    text: draftText(state, savedAt),
    found,
    take: () => {
      if (found) onRestore(found.content)
      setFound(null)
    },
    discard: async () => {
      known.current = now.current.value
      await running.current?.catch(() => undefined) // a save under way must not arrive after the removal
      known.current = now.current.value
      setFound(null)
      setState('idle')
      setSavedAt(null)
      if (path !== null) await callPath('DELETE', path, quiet)
    },
    flush: () => save(),
  }
}

/** Before a time-out ends the session: every open form keeps what it holds. */
export const keepAllDrafts = () => window.dispatchEvent(new Event('meguri:keep-drafts'))
