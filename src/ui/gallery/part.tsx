import type { ReactNode } from 'react'

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line pt-4">
      <h2 className="mb-3 text-xl font-bold">{title}</h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  )
}
