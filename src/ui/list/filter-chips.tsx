import { Icon } from '../icon/index.ts'

export type FilterChipsProps = {
  label: string
  chips: { id: string; label: string; count?: number }[]
  selected: string[]
  onChange: (selected: string[]) => void
  /** only one at a time; pressing it again clears it */
  isSingle?: boolean
}

/** Filters as buttons that stay pressed; the sign says it, not only the colour. */
export function FilterChips({ label, chips, selected, onChange, isSingle }: FilterChipsProps) {
  const toggle = (id: string) => {
    if (selected.includes(id)) return onChange(selected.filter((one) => one !== id))
    onChange(isSingle ? [id] : [...selected, id])
  }
  return (
    <fieldset className="m-0 flex flex-wrap items-center gap-2 py-2 print:hidden">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden="true" className="text-sm text-soft">
        {label}
      </span>
      {chips.map(({ id, label: word, count }) => {
        const isOn = selected.includes(id)
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isOn}
            onClick={() => toggle(id)}
            className={`inline-flex min-h-8 items-center gap-1 rounded-full border px-3 text-sm ${isOn ? 'border-accent bg-accent-soft font-bold text-accent' : 'border-edge bg-paper'}`}
          >
            {isOn ? <Icon name="check" className="size-4" /> : null}
            {word}
            {count === undefined ? null : (
              <span className="tabular-nums">{count.toLocaleString('ja-JP')}</span>
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
