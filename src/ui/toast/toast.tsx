import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { Button } from '../button/index.ts'
import { Icon } from '../icon/index.ts'
import { useShortcuts } from '../keys/index.ts'

export type ToastOptions = {
  /** takes the deed back; the toast then offers 「元に戻す」 */
  undo?: () => Promise<void> | void
  tone?: 'good' | 'danger'
}
type Shown = ToastOptions & { id: number; text: string }
type Show = (text: string, options?: ToastOptions) => void

const ToastContext = createContext<Show>(() => undefined)

/** Says in one line what was done: `show('相談を保存しました', { undo })`. */
export const useToast = () => useContext(ToastContext)

/** The same deed said again stands once; what can be taken back stays, since each takes back its own. */
const isRepeated = (one: Shown, next: Shown) =>
  one.text === next.text && one.undo === undefined && next.undo === undefined

/** Time to read and to decide; it stops while the pointer or the focus is on the toast. */
const shownMs = 10_000

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Shown[]>([])
  const count = useRef(0)
  const show = useCallback<Show>((text, options = {}) => {
    count.current += 1
    const toast = { ...options, text, id: count.current }
    setToasts((all) => [...all.filter((one) => !isRepeated(one, toast)).slice(-2), toast])
  }, [])
  const close = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), [])
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        data-screen-only=""
        className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex flex-col items-center gap-2 px-4"
      >
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onClose={() => close(toast.id)} show={show} />
        ))}
      </div>
    </ToastContext.Provider>
  )
}

function Toast({ toast, onClose, show }: { toast: Shown; onClose: () => void; show: Show }) {
  const [isHeld, setHeld] = useState(false)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => close.current(), shownMs)
    return () => clearTimeout(timer)
  }, [isHeld])
  const undo = async () => {
    onClose()
    try {
      await toast.undo?.()
      show('元に戻しました')
    } catch {
      show('元に戻せませんでした。画面を読み込み直して、今の状態を確かめてください。', { tone: 'danger' })
    }
  }
  useShortcuts(
    [{ keys: ['Alt+z'], label: '元に戻す', group: '入力', run: () => void undo() }],
    toast.undo !== undefined,
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the timer; nothing is done by hovering
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-lg border-2 border-ink bg-paper px-4 py-2 shadow-panel"
    >
      <span className={toast.tone === 'danger' ? 'text-danger' : 'text-good'}>
        <Icon name={toast.tone === 'danger' ? 'danger' : 'check'} />
      </span>
      <span>{toast.text}</span>
      {toast.undo ? (
        <Button size="small" shortcut="Alt+Z" onPress={() => void undo()}>
          元に戻す
        </Button>
      ) : null}
      <Button size="small" look="quiet" aria-label="このお知らせを閉じる" onPress={onClose}>
        <Icon name="close" className="size-4" />
      </Button>
    </div>
  )
}
