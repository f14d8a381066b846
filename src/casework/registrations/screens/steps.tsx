import { confidenceNote, formatStepValue, type Step } from '../../../platform/explanation/index.ts'
import type { Course } from './api.ts'

/** The way to the period, line by line; what was not read in the law says so. */
export function Steps({ steps }: { steps: Course['steps'] }) {
  return (
    <ol className="flex flex-col gap-1.5 text-sm">
      {steps.map((one) => {
        const step = one as Step
        const inputs = Object.entries(step.inputs ?? {}).map(([name, v]) => `${name} ${formatStepValue(v)}`)
        return (
          <li key={`${step.label} ${step.formula ?? ''}`} className="border-l-2 border-line pl-2">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-soft">{step.label}</span>
              {step.value === undefined ? null : <b>{formatStepValue(step.value, step.unit)}</b>}
            </span>
            {step.formula ? (
              <span className="block text-xs text-soft">
                {step.formula}
                {confidenceNote(step)}
              </span>
            ) : null}
            {inputs.length > 0 ? <span className="block text-xs">{inputs.join('、')}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}
