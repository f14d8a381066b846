import { missingLabel, missingWord } from '../figure-words.ts'
import type { Figure } from './words.ts'

/** A figure, or 「不明」 with its reason: in the cell, not behind it. */
export function FigureCell({ figure, show }: { figure: Figure; show: (value: number) => string }) {
  const { value, missing } = figure
  if (value !== null) return show(value)
  const reason = missing ? missingWord(missing) : '理由の記載なし'
  return (
    <span className="text-soft">
      {missing ? missingLabel(missing) : '不明'}
      <span className="text-xs">（{reason}）</span>
    </span>
  )
}
