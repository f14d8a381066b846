// biome-ignore-all lint/a11y/useSemanticElements: a window of rows is no <table>; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the current cell's text field
import type { ChoiceOption } from './column.ts'

type Props = {
  id: string
  label: string
  options: readonly ChoiceOption[]
  /** -1: none yet */
  pick: number
  opensUp: boolean
  onChoose: (option: ChoiceOption) => void
}

/** What may be chosen, below (or above) the cell; by arrows and Enter, or by the mouse. */
export function OptionList({ id, label, options, pick, opensUp, onChoose }: Props) {
  return (
    <div
      role="listbox"
      id={id}
      aria-label={label}
      data-editing=""
      className={`absolute left-0 z-20 max-h-40 w-max min-w-full overflow-y-auto border border-edge bg-paper shadow-panel ${opensUp ? 'bottom-full' : 'top-full'}`}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the cell's
        <div
          key={option.code}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === pick}
          ref={index === pick ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className={`flex cursor-pointer gap-2 px-2 py-1 ${index === pick ? 'bg-accent text-white' : 'hover:bg-accent-soft'}`}
        >
          {option.code === option.label ? null : <span className="min-w-4">{option.code}</span>}
          {option.label}
        </div>
      ))}
    </div>
  )
}
