import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type AppLinkProps = {
  /** the whole address inside the product: '/people/0198…?tab=plan' */
  to: string
  className?: string
  children: ReactNode
  'aria-label'?: string
  'aria-current'?: 'page'
  'data-row-link'?: ''
}

export const linkClass = 'text-accent underline underline-offset-4 hover:text-accent-strong'

/** A link to a page of the product. Routes are found by listing, so the address is plain text and not a typed route. */
export function AppLink({ to, className = linkClass, children, ...rest }: AppLinkProps) {
  const { pathname, search, hash } = new URL(to, 'http://in')
  return (
    <Link
      to={pathname}
      search={Object.fromEntries(new URLSearchParams(search))}
      hash={hash.slice(1)}
      className={className}
      {...rest}
    >
      {children}
    </Link>
  )
}
