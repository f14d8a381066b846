import { differenceText, figureText, MISSING_WORDS, NO_FIGURE } from '../rules/figure-text.ts'
import type { Cell, Measure } from './api.ts'
import { figureWord, useOpening } from './open-figure.ts'

type FigureProps = {
  cell: Cell
  measure: Measure
  /** what the row and the section are, for screen readers */
  label: string
  section: string
  row: string
  /** number of the newest version, when there is one */
  version: number | null
}

/** A figure as a link to its records. Of a submitted month 確定値, with 現在値 beside where it differs. */
export function FigureCell(props: FigureProps) {
  const { cell, measure, version } = props
  if (version === null || !cell.submitted) return <One {...props} figure={cell} of="present" />
  const isSame = cell.submitted.value === cell.value && cell.submitted.missing === cell.missing
  return (
    <>
      <One {...props} figure={cell.submitted} of={version} />
      {isSame ? null : (
        <span className="block text-xs text-caution">
          ▲ 現在 <One {...props} figure={cell} of="present" />
          {differenceWords(cell, measure)}
        </span>
      )}
    </>
  )
}

function differenceWords(cell: Cell, measure: Measure): string {
  const difference = cell.submitted ? differenceText(cell, cell.submitted, measure) : null
  return difference === null ? '' : `（${difference}）`
}

type OneProps = FigureProps & { figure: Pick<Cell, 'value' | 'missing'>; of: 'present' | number }

function One({ figure, of, measure, label, section, row }: OneProps) {
  const onClick = useOpening()
  if (figure.value === null) {
    return (
      <span className="text-soft" title={figure.missing ? MISSING_WORDS[figure.missing] : undefined}>
        {NO_FIGURE}
        <span className="sr-only">{figure.missing ? MISSING_WORDS[figure.missing] : ''}</span>
      </span>
    )
  }
  const text = figureText(figure, measure)
  // residents are counted from the register of people, not from work
  if (onClick === null || measure.id === 'residents') return text
  return (
    <a
      href={`?open=${encodeURIComponent(figureWord(of, section, row))}`}
      onClick={onClick}
      aria-label={`${label} ${measure.heading} ${text}${measure.unit}${of === 'present' ? '' : '（確定値）'}の記録を開く`}
      className="inline-block min-h-6 min-w-6 text-accent underline decoration-line underline-offset-4 hover:decoration-accent"
    >
      {text}
    </a>
  )
}
