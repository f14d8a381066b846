import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon/index.ts'

export type Tone = 'good' | 'info' | 'caution' | 'danger' | 'neutral'

const tones: Record<Tone, { icon: IconName; text: string; ground: string }> = {
  good: { icon: 'check', text: 'text-good', ground: 'bg-good-soft' },
  info: { icon: 'info', text: 'text-accent', ground: 'bg-accent-soft' },
  caution: { icon: 'caution', text: 'text-caution', ground: 'bg-caution-soft' },
  danger: { icon: 'danger', text: 'text-danger', ground: 'bg-danger-soft' },
  neutral: { icon: 'neutral', text: 'text-soft', ground: 'bg-shade' },
}

/** A state as sign and word; the colour only repeats them. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  const look = tones[tone]
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border border-current px-1.5 text-sm whitespace-nowrap ${look.text} ${look.ground}`}
    >
      <Icon name={icon ?? look.icon} className="size-3.5" />
      {children}
    </span>
  )
}

/** A paragraph that must not be missed: a sample, an old file, a lock. `role` only where it appears by itself. */
export function Notice({
  tone,
  title,
  children,
  role,
}: {
  tone: Tone
  title: string
  children?: ReactNode
  role?: 'status' | 'alert'
}) {
  const look = tones[tone]
  return (
    <div
      role={role}
      className={`flex gap-3 rounded-lg border-l-8 border-current p-3 ${look.text} ${look.ground}`}
    >
      <Icon name={look.icon} className="mt-0.5 size-5" />
      <div className="text-ink">
        <p className="font-bold">{title}</p>
        {children}
      </div>
    </div>
  )
}
