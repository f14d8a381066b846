import { PROCESSED } from '../figure-words.ts'

/** 出典 under a figure or a table, in the words of the file or its loader, and that it was worked on. */
export function Sources({ lines, note }: { lines: readonly string[]; note?: string }) {
  return (
    <p className="mt-1 text-xs text-soft">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
      {PROCESSED}
      {note}
    </p>
  )
}
