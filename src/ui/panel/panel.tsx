import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../button/index.ts'
import { Icon } from '../icon/index.ts'
import { useShortcuts } from '../keys/index.ts'

export type PanelProps = {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  /** for tables to type into */
  isWide?: boolean
}

/**
 * A quick look beside the page, which stays usable. Show it conditionally; Esc closes it, the focus returns to where it was.
 * What is typed in it belongs to the caller's state: closing loses nothing.
 */
export function Panel({ title, onClose, children, actions, isWide }: PanelProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    const before = document.activeElement
    // A field that asked for the focus keeps it; otherwise the title has it.
    if (!heading.current?.closest('aside')?.contains(before)) heading.current?.focus()
    return () => {
      const back = opener instanceof HTMLElement ? opener : null
      if (back?.isConnected) back.focus()
    }
  }, [opener])
  useShortcuts([{ keys: ['Escape'], label: `「${title}」を閉じる`, group: 'パネル', run: onClose }])
  return (
    <aside
      aria-labelledby={id}
      data-panel=""
      className={`fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-edge bg-paper shadow-panel print:static print:shadow-none ${isWide ? 'max-w-3xl' : 'max-w-md'}`}
    >
      <div className="flex items-start justify-between gap-2 border-b border-line px-4 py-3">
        <h2 id={id} ref={heading} tabIndex={-1} className="text-lg font-bold">
          {title}
        </h2>
        <span className="shrink-0">
          <Button size="small" look="quiet" shortcut="Esc" onPress={onClose}>
            <Icon name="close" className="size-4" />
            閉じる
          </Button>
        </span>
      </div>
      <div className="flex-1 overflow-y-auto px-4 py-3">{children}</div>
      {actions ? <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">{actions}</div> : null}
    </aside>
  )
}
