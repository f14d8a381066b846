import { AppLink } from '../link/index.ts'

const TARGETS = [
  { path: '/facilities/mapping', label: '施設・場所の一覧' },
  { path: '/statistics/mapping', label: '数の表（統計）' },
]

/** At the head of each mapping page: what the file is a list of. */
export function TargetChoice({ current }: { current: string }) {
  return (
    <nav aria-label="何のファイルか" className="mb-4 flex flex-wrap items-center gap-2 print:hidden">
      <span className="text-sm text-soft">何のファイルか</span>
      {TARGETS.map(({ path, label }) => (
        <AppLink
          key={path}
          to={path}
          {...(path === current ? { 'aria-current': 'page' as const } : {})}
          className={`flex min-h-9 items-center rounded-lg border px-3 ${path === current ? 'border-accent bg-accent-soft font-bold' : 'border-edge bg-paper hover:bg-shade'}`}
        >
          {label}
        </AppLink>
      ))}
    </nav>
  )
}
