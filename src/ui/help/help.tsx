import type { ReactNode } from 'react'
import { Icon } from '../icon/index.ts'

/** What a figure means, a rule's steps, a hint: opens in place, so that nothing covers what it explains. */
export function Help({ label, children, isOpen }: { label: string; children: ReactNode; isOpen?: boolean }) {
  return (
    <details open={isOpen} className="text-sm">
      <summary className="inline-flex min-h-6 items-center gap-1 text-accent underline underline-offset-4">
        <Icon name="info" className="size-4" />
        {label}
      </summary>
      <div className="mt-1 rounded-lg bg-ground p-3">{children}</div>
    </details>
  )
}
