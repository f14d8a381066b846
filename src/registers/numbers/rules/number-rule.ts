import { z } from 'zod'
import { RuleRefusal } from '../../../platform/computation/index.ts'
import { formatStepValue, type Step } from '../../../platform/explanation/index.ts'
import type { NumberResult } from '../result.ts'

/** A number as it was typed; the check cleans widths and blanks. */
export const typed = (title: string) =>
  z
    .string(`${title}: 文字で入力してください。`)
    .max(100, `${title}: 100文字までで入力してください。`)
    .meta({ title, description: `${title}（入力されたまま）` })

/**
 * The answer of a number check as a rule's: value with a warning, or the refusal as it stands.
 * @throws RuleRefusal with the check's code and sentence
 */
export function answerOf<V extends string | null>(
  result: NumberResult<V>,
  path: string,
  say: {
    label: string
    formula: string
    typed: string
    note: ((step: Step) => void) | undefined
    caution(text: string): void
  },
) {
  if (!result.ok) throw new RuleRefusal([{ path, code: result.code, message: result.message }])
  const { value, warning } = result
  if (warning) say.caution(warning.message)
  say.note?.({
    label: say.label,
    formula: say.formula,
    inputs: { 入力: say.typed },
    value: formatStepValue(value),
  })
  return { value, warning: warning?.code ?? null }
}
