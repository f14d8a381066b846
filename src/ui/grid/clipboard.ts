import { type ClipboardEvent, useRef } from 'react'
import { csvSafe } from '../../platform/text/index.ts'
import type { Columns } from './column.ts'
import { rangeOf } from './selection.ts'
import { textsOf } from './sheet.ts'
import type { GridAction } from './state.ts'
import { formatTsv, parseTsv } from './tsv.ts'
import type { Grid } from './use-grid.ts'

/**
 * Copy, cut and paste of ranges. What goes out cannot run as a formula in a spreadsheet; when exactly that comes back, the
 * cells' own texts are meant. While a cell is being edited the browser does its own.
 */
export function useClipboard<C extends Columns>(grid: Grid<C>, act: (action: GridAction) => void) {
  const own = useRef<{ text: string; cells: string[][] } | null>(null)
  const isOff = () => grid.state().editing !== null

  const onCopy = (event: ClipboardEvent) => {
    if (isOff()) return false
    const { sheet, selection } = grid.state()
    const cells = textsOf(sheet, rangeOf(selection))
    const text = formatTsv(cells.map((row) => row.map((cell) => csvSafe(cell))))
    own.current = { text, cells }
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    return true
  }
  return {
    onCopy: (event: ClipboardEvent) => void onCopy(event),
    onCut: (event: ClipboardEvent) => {
      if (onCopy(event)) act({ do: 'clear' })
    },
    onPaste: (event: ClipboardEvent) => {
      if (isOff()) return
      event.preventDefault()
      const text = event.clipboardData.getData('text/plain')
      if (text === '') return
      // Windows hands CRLF back as LF in some browsers
      const isOwn = own.current?.text.replaceAll('\r', '') === text.replaceAll('\r', '')
      act({ do: 'paste', block: isOwn && own.current ? own.current.cells : parseTsv(text) })
    },
  }
}
