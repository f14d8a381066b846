import { useEffect, useRef } from 'react'
import type { FieldProblem } from '../http/index.ts'
import { Problem } from '../http/index.ts'
import { Icon } from '../icon/index.ts'
import { fieldId } from './context.ts'

/** Leads to a field: the input itself, or the first input of a group. */
function goTo(id: string): void {
  const element = document.getElementById(id)
  const target = element?.matches('input, select, textarea')
    ? element
    : element?.querySelector<HTMLElement>('input')
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

export type ErrorSummaryProps = {
  formId: string
  problems: FieldProblem[]
  /** a refusal of the whole form */
  trouble: Error | null
  /** grows by one at each attempt; the focus comes here when it does */
  attempt: number
}

/** What keeps the form from being saved, at its top: each line leads to its field. */
export function ErrorSummary({ formId, problems, trouble, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt calls the focus, also with the same errors
  useEffect(() => box.current?.focus(), [attempt])
  if (problems.length === 0 && trouble === null) return null
  const isProblem = trouble instanceof Problem
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mb-4 rounded-lg border-2 border-danger bg-paper p-4">
      <p className="flex items-center gap-2 font-bold text-danger">
        <Icon name="danger" />
        {isProblem
          ? trouble.title
          : problems.length > 0
            ? `入力を確かめてください（${problems.length}件）`
            : '保存できませんでした'}
      </p>
      {trouble ? (
        <p className="mt-1">
          {isProblem ? trouble.detail : '入力した内容は、この画面に残っています。もう一度お試しください。'}
        </p>
      ) : null}
      {isProblem && trouble.requestId ? (
        <p className="mt-1 text-sm text-soft">受付番号 {trouble.requestId}</p>
      ) : null}
      <ul className="mt-2 list-disc pl-6">
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <a
              href={`#${fieldId(formId, path)}`}
              className="text-danger underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault()
                goTo(fieldId(formId, path))
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
