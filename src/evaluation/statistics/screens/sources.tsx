/** 出典 under a figure or a table, in the words of the file or its loader. */
export function Sources({ lines, note }: { lines: readonly string[]; note?: string }) {
  return (
    <p className="mt-1 text-xs text-soft">
      {lines.join('、')}
      {note ? `　${note}` : ''}
    </p>
  )
}
