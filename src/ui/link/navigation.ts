import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Goes to an address of the product: `go('/people/…')`. */
export function useGo(): (to: string, options?: { replace?: boolean }) => Promise<void> {
  const navigate = useNavigate()
  return useCallback(
    (to, { replace = false } = {}) => {
      const { pathname, search, hash } = new URL(to, 'http://in')
      return navigate({
        to: pathname,
        search: Object.fromEntries(new URLSearchParams(search)),
        hash: hash.slice(1),
        replace,
      })
    },
    [navigate],
  )
}

/** The parameter `$name` of the page's path. @throws Error when the path has none of that name */
export function usePathParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name]
  if (value === undefined) throw new Error(`the path of this page has no $${name}`)
  return value
}

/**
 * One word of the address behind '?', with its setter: tabs, filters, sort. Never a name, number or search word of a person.
 */
export function useAddressWord(
  name: string,
  otherwise: string,
): [value: string, set: (value: string) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const given = search[name]
  const value = given === undefined ? otherwise : String(given)
  const set = useCallback(
    (next: string) => {
      const change = (before: Record<string, unknown>) => ({
        ...before,
        [name]: next === otherwise ? undefined : next,
      })
      void navigate({ to: '.', search: change as never, replace: true })
    },
    [navigate, name, otherwise],
  )
  return [value, set]
}
