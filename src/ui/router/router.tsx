import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
} from '@tanstack/react-router'
import type { PageEntry, ScreenArea } from '../area.ts'
import { Failure, Loading } from '../empty/index.ts'
import { Shell } from '../shell/index.ts'
import { HomePage, NotFoundPage } from '../shell/standing-pages.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: PageEntry
  }
}

const Failed = ({ error, reset }: ErrorComponentProps) => (
  <Failure error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
)

/** One route for each page of each area, below the shell. Two areas with the same path are a mistake that stops here. */
export function buildRouter(areas: ScreenArea[]) {
  const pages = areas.flatMap((area) => area.pages)
  const twice = pages.find(({ path }, index) => pages.findIndex((one) => one.path === path) !== index)
  if (twice) throw new Error(`two areas offer the page ${twice.path}`)
  const root = createRootRoute({ component: () => <Shell areas={areas} />, notFoundComponent: NotFoundPage })
  const routes = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(page.load),
      staticData: { page },
    }),
  )
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => <HomePage areas={areas} />,
  })
  return createRouter({
    routeTree: root.addChildren(pages.some(({ path }) => path === '/') ? routes : [home, ...routes]),
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: Failed,
    scrollRestoration: true,
    // Plain words in the address, without the library's JSON in them.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (words) => {
      const given = Object.entries(words).filter(([, value]) => value !== undefined && value !== '')
      const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
      return text === '' ? '' : `?${text}`
    },
  })
}
