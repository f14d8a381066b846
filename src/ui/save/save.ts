import { csvText } from './csv-text.ts'

/** Hands a file to the person at the screen, as a download under this name. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000) // some browsers read it after the click
}

/** Saves rows as CSV that Excel on Japanese Windows opens: UTF-8 with BOM, CRLF, no cell that runs as a formula. */
export function saveCsv(name: string, rows: readonly (readonly string[])[]): void {
  saveFile(name, new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }))
}

/** Copies text; plain http inside a closed net has no navigator.clipboard. @returns false when the browser refuses */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const before = document.activeElement
  const box = document.createElement('textarea')
  box.value = text
  box.style.position = 'fixed'
  box.style.opacity = '0'
  document.body.append(box)
  box.select()
  const isDone = document.execCommand('copy')
  box.remove()
  if (before instanceof HTMLElement) before.focus()
  return isDone
}
