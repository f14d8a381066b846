import { AppLink } from '../link/index.ts'
import type { Crumb } from '../router/menu.ts'

export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="現在の位置" data-shell="" className="mb-2 text-sm">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ label, to }, index) => (
          <li key={`${label} ${to}`} className="flex items-center gap-2">
            {index > 0 ? (
              <span aria-hidden="true" className="text-soft">
                ▸
              </span>
            ) : null}
            {to ? (
              <AppLink to={to}>{label}</AppLink>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
