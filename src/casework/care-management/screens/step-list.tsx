import type { StepShown } from './api.ts'

/** The way to a result, line by line; 「出典未確認」 stands where the text of the law itself was not read. */
export function StepList({ steps }: { steps: readonly StepShown[] }) {
  return (
    <ol className="flex flex-col gap-1.5 text-sm">
      {steps.map(({ label, value, note }) => {
        const isUnread = note !== null && /出典未確認/u.test(note)
        return (
          <li key={`${label} ${value}`} className="border-l-2 border-line pl-2">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-soft">{label}</span>
              {value === null ? null : <b>{value}</b>}
              {isUnread ? (
                <span className="rounded-sm border border-current px-1 text-xs whitespace-nowrap text-caution">
                  出典未確認
                </span>
              ) : null}
            </span>
            {note ? (
              <span className="block text-xs text-soft">{note.replace(/（出典未確認）/gu, '')}</span>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

/** Folded until somebody asks how it came about. */
export function FoldedSteps({ title, steps }: { title: string; steps: readonly StepShown[] }) {
  if (steps.length === 0) return null
  return (
    <details>
      <summary className="text-sm text-accent underline underline-offset-4">{title}</summary>
      <div className="mt-2">
        <StepList steps={steps} />
      </div>
    </details>
  )
}
