import type { MenuEntry } from '../area.ts'
import { AppLink } from '../link/index.ts'
import type { MenuFloor } from '../router/menu.ts'

/** The building: floors by name, only what this post may use. */
export function SideMenu({ menu, current }: { menu: MenuFloor[]; current: MenuEntry | null }) {
  return (
    <nav aria-label="メニュー" className="flex flex-col gap-4 py-4">
      {menu.map((floor) => (
        <section key={floor.id} aria-label={floor.name}>
          {floor.entries.length === 1 && floor.entries[0]?.label === floor.name ? null : (
            <h2 className="px-4 text-xs font-bold text-soft">{floor.name}</h2>
          )}
          <ul>
            {floor.entries.map((entry) => (
              <li key={entry.path}>
                <AppLink
                  to={entry.path}
                  aria-current={entry === current ? 'page' : undefined}
                  className={`flex min-h-9 items-center border-l-4 px-3 text-sm ${
                    entry === current
                      ? 'border-accent bg-accent-soft font-bold text-accent'
                      : 'border-transparent hover:bg-shade'
                  }`}
                >
                  {entry.label}
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
