import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ScreenArea } from '../area.ts'
import { useShortcuts } from '../keys/index.ts'
import { crumbsOf, currentEntry, menuOf } from '../router/menu.ts'
import { useAbilities, useSession } from '../session/index.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { Header } from './header.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { CrumbProvider } from './page.tsx'
import { SideMenu } from './side-menu.tsx'
import { NotFoundPage } from './standing-pages.tsx'

/** The frame of every page: header, menu, breadcrumb, the work. On paper only the work is left. */
export function Shell({ areas }: { areas: ScreenArea[] }) {
  const may = useAbilities()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const match = useMatches().at(-1)
  const page = match?.staticData.page
  const [ownLabel, setOwnLabel] = useState<string | null>(null)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const main = useFocusOnPage(pathname)
  useShortcuts([{ keys: ['?'], label: 'この画面のキーを見る', group: '全体', run: () => setHelpOpen(true) }])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new page closes the menu that led to it
  useEffect(() => setMenuOpen(false), [pathname])

  const menu = menuOf(areas, may)
  const isAllowed = page?.may === undefined || may(page.may)
  const title = page && isAllowed ? page.title : null
  return (
    <CrumbProvider value={setOwnLabel}>
      <title>{title ? `${title}｜めぐり` : 'めぐり'}</title>
      <button
        type="button"
        data-shell=""
        className="fixed top-0 left-4 z-50 -translate-y-[200%] rounded-b-lg bg-accent px-4 py-2 font-bold text-white focus:translate-y-0"
        onClick={() => main.current?.focus()}
      >
        本文へ移動
      </button>
      <div className="flex min-h-screen flex-col print:block">
        <SampleBanner />
        <Header
          isMenuOpen={isMenuOpen}
          onMenu={() => setMenuOpen(!isMenuOpen)}
          onHelp={() => setHelpOpen(true)}
        />
        <div className="flex-1 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
          <div
            id="side-menu"
            data-shell=""
            className={`border-line bg-ground max-lg:border-b lg:border-r ${isMenuOpen ? '' : 'max-lg:hidden'}`}
          >
            <SideMenu menu={menu} current={currentEntry(menu, pathname)} />
          </div>
          <main
            id="main"
            ref={main}
            tabIndex={-1}
            className="min-w-0 px-4 py-3 outline-none md:px-6 print:p-0"
          >
            {page && isAllowed ? (
              <Breadcrumb crumbs={crumbsOf(areas, page, match?.params ?? {}, ownLabel)} />
            ) : null}
            {isAllowed ? <Outlet /> : <NotFoundPage />}
          </main>
        </div>
      </div>
      {isHelpOpen ? <KeyboardHelp onClose={() => setHelpOpen(false)} /> : null}
    </CrumbProvider>
  )
}

/** After going to another page the focus goes to its content, unless the page put it somewhere itself. */
function useFocusOnPage(pathname: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

/** Stands on every page of a sample, on paper too: nobody shall take it for the real thing. */
function SampleBanner() {
  const { sample } = useSession().session
  if (!sample?.isSample) return null
  return (
    <aside
      aria-label="見本であることのお知らせ"
      className="border-b border-ink bg-sample px-4 py-0.5 text-center text-xs"
    >
      <b>見本</b>　{sample.notice}
    </aside>
  )
}
