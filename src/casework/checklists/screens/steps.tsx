import { confidenceNote, formatStepValue, type Step } from '../../../platform/explanation/index.ts'

/** 「出典未確認」 stands wherever the text of the law itself was not read. */
export function SourceMark({ step }: { step: Pick<Step, 'confidence'> }) {
  const isUnread = step.confidence === 'recalled' || step.confidence === 'unverified'
  return isUnread ? (
    <span className="rounded-sm border border-current px-1 text-xs whitespace-nowrap text-caution">
      出典未確認
    </span>
  ) : null
}

/** The way to the result, line by line: label, value, formula with what went in, source. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="flex flex-col gap-1.5 text-sm">
      {steps.map((step) => {
        const inputs = Object.entries(step.inputs ?? {}).map(([name, v]) => `${name} ${formatStepValue(v)}`)
        const note = confidenceNote(step)
        return (
          <li key={`${step.label} ${step.formula ?? ''}`} className="border-l-2 border-line pl-2">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-soft">{step.label}</span>
              {step.value === undefined ? null : <b>{formatStepValue(step.value, step.unit)}</b>}
              <SourceMark step={step} />
            </span>
            {step.formula ? <span className="block text-xs text-soft">{step.formula}</span> : null}
            {inputs.length > 0 ? (
              <span className="block text-xs tabular-nums">{inputs.join('、')}</span>
            ) : null}
            {step.source ? (
              <span className="block text-xs text-soft">
                出典: {step.source.text}
                {note === '（出典未確認）' ? '' : note}
              </span>
            ) : note ? (
              <span className="block text-xs text-soft">{note.replace(/[（）]/g, '')}</span>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}

/** Folded until somebody asks how it came about. */
export function FoldedSteps({ title, steps }: { title: string; steps: readonly Step[] }) {
  return (
    <details>
      <summary className="text-sm text-accent underline underline-offset-4">{title}</summary>
      <div className="mt-2">
        <Steps steps={steps} />
      </div>
    </details>
  )
}
