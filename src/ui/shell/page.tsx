import { createContext, type ReactNode, useContext, useEffect } from 'react'

const CrumbContext = createContext<(label: string | null) => void>(() => undefined)
export const CrumbProvider = CrumbContext.Provider

/**
 * Lets a page name itself in the breadcrumb (a person's name). It never becomes the window's title, which the browser
 * writes into its history.
 */
export function useCrumb(label: string | null): void {
  const set = useContext(CrumbContext)
  useEffect(() => {
    set(label)
    return () => set(null)
  }, [set, label])
}

export type PageHeadProps = {
  title: ReactNode
  /** one sentence on what this page is for */
  lead?: ReactNode
  /** the one primary action, always here; others beside it */
  actions?: ReactNode
}

/** The head of every page: its heading and its one primary action. */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div>
        <h1 className="text-2xl font-bold">{title}</h1>
        {lead ? <p className="text-sm text-soft">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  )
}

/** The work and, beside it on wide windows, what helps to decide: steps, source, related. */
export function WithContext({
  children,
  context,
  label,
}: {
  children: ReactNode
  context: ReactNode
  label: string
}) {
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">{children}</div>
      <aside aria-label={label} className="flex flex-col gap-4">
        {context}
      </aside>
    </div>
  )
}
