import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react'
import { Button } from '../button/index.ts'
import { Conflict, type FieldProblem, Problem } from '../http/index.ts'
import { useShortcuts } from '../keys/index.ts'
import { type FieldCheck, FormProvider } from './context.ts'
import { moveOnEnter } from './enter-moves.ts'
import { ErrorSummary } from './error-summary.tsx'

export type EntryFormProps = {
  /** what this form is, for screen readers */
  label: string
  /** a verb: 「相談を保存する」 */
  submitLabel: string
  /** while it runs; otherwise 「保存しています…」 */
  busyLabel?: string
  /** Throws a Problem to refuse; its field errors go to the fields and the summary. */
  onSubmit: () => Promise<void> | void
  /** What no single field can see, asked after the fields' own checks. */
  check?: () => FieldProblem[]
  /** Somebody else saved in between: show the merge screen. Without it the summary says so. */
  onConflict?: (conflict: Conflict) => void
  /** 「閲覧できる人」: who may read what is written here. Required on every form with personal data. */
  readers?: string
  /** Enter in the last field sends: for the door, where nothing can be sent too early. */
  enterSubmits?: boolean
  /** a long form written under the telephone: the save button stays in sight on windows large enough */
  keepsSubmitInSight?: boolean
  /** beside the submit button: the draft's state, further buttons */
  actions?: ReactNode
  children: ReactNode
}

/** A form with an error summary, Enter to move on, Ctrl+Enter or Ctrl+S to save. Nothing is ever sent twice at once. */
export function EntryForm(props: EntryFormProps) {
  const id = useId()
  const checks = useRef(new Map<string, FieldCheck>())
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const running = useRef(false)

  const refuse = (found: FieldProblem[], cause: Error | null) => {
    setProblems(found)
    setTrouble(cause)
    setAttempt((count) => count + 1)
  }
  const submit = async () => {
    if (running.current) return
    const found = [...checks.current.values()].flatMap((one) => one() ?? []).concat(props.check?.() ?? [])
    if (found.length > 0) return refuse(found, null)
    running.current = true
    setBusy(true)
    setProblems([])
    setTrouble(null)
    try {
      await props.onSubmit()
    } catch (error) {
      if (error instanceof Conflict && props.onConflict) props.onConflict(error)
      else if (error instanceof Error) refuse(error instanceof Problem ? error.errors : [], error)
      else throw error
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  const addCheck = useCallback((name: string, check: FieldCheck) => {
    checks.current.set(name, check)
    return () => void checks.current.delete(name)
  }, [])
  const state = useMemo(() => ({ id, problems, addCheck }), [id, problems, addCheck])
  const form = useRef<HTMLFormElement>(null)
  const saveByKey = (event: { key: string }) => {
    const focused = document.activeElement
    const other = focused?.closest('form')
    // Of two forms on a page the one with the focus is meant; in the search box Ctrl+Enter has its own meaning.
    if (other ? other !== form.current : event.key === 'Enter' && focused?.matches('input')) return false
    void submit()
    return true
  }
  useShortcuts([{ keys: ['Ctrl+Enter', 'Ctrl+s'], label: props.submitLabel, group: '入力', run: saveByKey }])

  return (
    <FormProvider value={state}>
      <form
        ref={form}
        aria-label={props.label}
        noValidate
        data-enter-submits={props.enterSubmits || undefined}
        onKeyDownCapture={moveOnEnter}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ErrorSummary formId={id} problems={problems} trouble={trouble} attempt={attempt} />
        <div className="flex flex-col gap-5">{props.children}</div>
        {props.readers ? <p className="mt-5 text-sm text-soft">閲覧できる人: {props.readers}</p> : null}
        <div
          className={`mt-5 flex flex-wrap items-center gap-3 print:hidden ${
            props.keepsSubmitInSight ? 'bottom-0 z-10 border-t border-line bg-paper py-2 roomy:sticky' : ''
          }`}
        >
          <Button type="submit" look="primary" shortcut="Ctrl+Enter">
            {isBusy ? (props.busyLabel ?? '保存しています…') : props.submitLabel}
          </Button>
          {props.actions}
        </div>
      </form>
    </FormProvider>
  )
}
