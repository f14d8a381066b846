import { type Floor, floors, type MenuEntry, type PageEntry, type ScreenArea } from '../area.ts'
import { entrustedAbility } from '../shell/addresses.ts'

export type MenuFloor = { id: Floor; name: string; entries: MenuEntry[] }

/** The left menu: floors in their order, only with what the post may use. */
export function menuOf(areas: ScreenArea[], may: (ability: string) => boolean): MenuFloor[] {
  const isEntrusted = may(entrustedAbility)
  return floors
    .map(({ id, name }) => ({
      id,
      name,
      entries: areas
        .filter((area) => area.floor === id)
        .flatMap((area) => area.menu)
        .filter((entry) => may(entry.may) && (!isEntrusted || entry.isForEntrusted))
        .sort((a, b) => a.order - b.order || a.path.localeCompare(b.path)),
    }))
    .filter(({ entries }) => entries.length > 0)
}

export type Crumb = { label: string; to: string | null }

/** '/people/$id' with { id: '7' } is '/people/7'. */
export const fillPath = (path: string, params: Record<string, string>): string =>
  path.replace(/\$(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))

/**
 * From the floor down to this page, by `parent`. The page itself is not a link; nor is a parent that does not exist.
 * @param ownLabel what the page calls itself now (a person's name) instead of its title
 */
export function crumbsOf(
  areas: ScreenArea[],
  page: PageEntry,
  params: Record<string, string>,
  ownLabel: string | null,
): Crumb[] {
  const pages = areas.flatMap((area) => area.pages)
  const crumbs: Crumb[] = [{ label: ownLabel ?? page.title, to: null }]
  const seen = new Set([page.path])
  for (let up = page.parent; up !== undefined && !seen.has(up); ) {
    seen.add(up)
    const above = pages.find(({ path }) => path === up)
    if (!above) break
    crumbs.unshift({ label: above.title, to: fillPath(above.path, params) })
    up = above.parent
  }
  const area = areas.find((one) => one.pages.some(({ path }) => seen.has(path)))
  const floor = floors.find(({ id }) => id === area?.floor)
  if (floor && floor.name !== crumbs[0]?.label) crumbs.unshift({ label: floor.name, to: null })
  return crumbs
}

/** The menu line that belongs to an address: the longest path that begins it. */
export function currentEntry(menu: MenuFloor[], pathname: string): MenuEntry | null {
  const fits = (path: string) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
  const all = menu.flatMap(({ entries }) => entries).filter(({ path }) => fits(path))
  return all.reduce<MenuEntry | null>(
    (best, one) => (best && best.path.length >= one.path.length ? best : one),
    null,
  )
}
