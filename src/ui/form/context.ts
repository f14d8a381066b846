import { createContext, useContext, useEffect, useRef } from 'react'
import type { FieldProblem } from '../http/index.ts'

/** Asked at submit: what is wrong with this field, in one sentence, or null. */
export type FieldCheck = () => FieldProblem | null

export type FormState = {
  id: string
  problems: FieldProblem[]
  addCheck: (name: string, check: FieldCheck) => () => void
}

const FormContext = createContext<FormState>({ id: 'field', problems: [], addCheck: () => () => undefined })
export const FormProvider = FormContext.Provider

/** The id a field gives to its input, so that the summary can lead there. */
export const fieldId = (formId: string, name: string) => `${formId}-${name}`

/** What a field needs of its form: its id, the sentence that stands against it, and a place for its own check. */
export function useField(name: string, error: string | null | undefined, check: () => string | null) {
  const { id, problems, addCheck } = useContext(FormContext)
  const latest = useRef(check)
  useEffect(() => {
    latest.current = check
  })
  useEffect(
    () =>
      addCheck(name, () => {
        const message = latest.current()
        return message === null ? null : { path: name, code: 'field', message }
      }),
    [name, addCheck],
  )
  const own = problems.find(({ path }) => path === name)
  // What the field itself complained of goes as soon as it is put right; what the server said stays until it is asked again.
  const message = error ?? (own?.code === 'field' ? check() : own?.message) ?? null
  return { id: fieldId(id, name), message }
}
