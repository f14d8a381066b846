import type { ComponentType } from 'react'

/** The floors of the building, in the order in which the menu shows them. */
export const floors = [
  { id: 'today', name: 'きょう' },
  { id: 'casework', name: '個別支援' },
  { id: 'community', name: '地域づくり' },
  { id: 'services', name: '総合事業' },
  { id: 'insurer', name: '保険者' },
  { id: 'evaluation', name: '評価・見える化' },
  { id: 'prefecture', name: '都道府県' },
  { id: 'registers', name: '台帳' },
  { id: 'platform', name: '管理' },
] as const

export type Floor = (typeof floors)[number]['id']

/** One line of the left menu. `may` is the ability without which the line is not shown. */
export type MenuEntry = {
  label: string
  path: string
  may: string
  order: number
  /** shown to 委託先 too, whose menu holds nothing but the work for their own people */
  isForEntrusted?: boolean
}

/**
 * One page. `path` uses `$name` for parameters (`/people/$id`); `parent` is the path of the page above it in the
 * breadcrumb; without the ability `may` the page answers like an absent one.
 */
export type PageEntry = {
  path: string
  title: string
  parent?: string
  may?: string
  load: () => Promise<{ default: ComponentType }>
}

/** What an area's `screens/index.tsx` exports as `area`. Found by listing; there is no central list to edit. */
export type ScreenArea = { floor: Floor; menu: MenuEntry[]; pages: PageEntry[] }
