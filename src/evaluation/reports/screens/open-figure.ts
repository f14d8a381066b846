import { useNavigate } from '@tanstack/react-router'
import { createContext, type MouseEvent, useCallback, useContext } from 'react'

/** Which edition the figures of a table are opened as; a click opens the list beside the table. */
type Opening = (event: MouseEvent<HTMLAnchorElement>) => void
const OpeningContext = createContext<Opening | null>(null)
export const OpeningProvider = OpeningContext.Provider

/** The address word of an opened figure: 「present/topic/dementia」, 「1/topic/dementia」. */
export const figureWord = (of: 'present' | number, section: string, row: string) => `${of}/${section}/${row}`

export function readFigureWord(
  word: string,
): { of: 'present' | number; section: string; row: string } | null {
  const [of = '', section = '', ...row] = word.split('/')
  if (section === '' || row.length === 0 || !/^(present|\d+)$/.test(of)) return null
  return { of: of === 'present' ? of : Number(of), section, row: row.join('/') }
}

/** Figures are plain links by the hundred; one function opens them all, without moving the page. */
export function useOpenFigure(): Opening {
  const navigate = useNavigate()
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      const open = new URL(event.currentTarget.href).searchParams.get('open')
      event.preventDefault()
      const search = (before: Record<string, unknown>) => ({ ...before, open })
      void navigate({ to: '.', search: search as never, resetScroll: false })
    },
    [navigate],
  )
}

export const useOpening = () => useContext(OpeningContext)
