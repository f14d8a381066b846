import type { ReactNode } from 'react'
import { formatDate } from '../../platform/calendar/index.ts'
import { Button, type ButtonSize } from '../button/index.ts'
import { timeInJapan, useClock } from '../clock/clock.ts'
import { Icon } from '../icon/index.ts'
import { useShortcuts } from '../keys/index.ts'

/** Prints the page as it stands; the shell stays off the paper (app.css). */
export function PrintButton({ label = '印刷する', size }: { label?: string; size?: ButtonSize }) {
  useShortcuts([{ keys: ['Ctrl+p'], label, group: 'ページ', run: () => window.print() }])
  return (
    <Button size={size} onPress={() => window.print()}>
      <Icon name="print" className={size === 'small' ? 'size-4' : 'size-5'} />
      {label}
    </Button>
  )
}

/** The head of a paper: what it is, for whom it may be read, and when it was made. */
export function PrintHead({ title, readers }: { title: string; readers?: string }) {
  const { today, nowMs } = useClock()
  return (
    <header className="hidden border-b border-ink pb-1 text-sm print:flex print:justify-between">
      <span>
        {title}
        {readers ? `　閲覧できる人: ${readers}` : ''}
      </span>
      <span>
        作成 {formatDate(today())} {timeInJapan(nowMs())}
      </span>
    </header>
  )
}

export const PrintOnly = ({ children }: { children: ReactNode }) => (
  <div className="hidden print:block">{children}</div>
)
export const ScreenOnly = ({ children }: { children: ReactNode }) => <div data-screen-only="">{children}</div>
