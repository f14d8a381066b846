import { Icon } from '../icon/index.ts'
import type { GridProblem } from './column.ts'

const SHOWN = 30

/** What is wrong, above the grid; each line leads to its cell. */
export function ProblemList({
  problems,
  onJump,
}: {
  problems: readonly GridProblem[]
  onJump: (problem: GridProblem) => void
}) {
  if (problems.length === 0) return null
  const rest = problems.length - SHOWN
  return (
    <div className="rounded-lg border-2 border-danger bg-paper px-3 py-2">
      <p className="flex items-center gap-2 font-bold text-danger">
        <Icon name="danger" />
        直すところが{problems.length.toLocaleString('ja-JP')}件あります
      </p>
      <ul className="mt-1 max-h-32 list-disc overflow-y-auto pl-6 text-sm" aria-label="直すところ">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.rowKey} ${problem.columnId} ${problem.message}`}>
            <button
              type="button"
              onClick={() => onJump(problem)}
              className="min-h-6 cursor-pointer align-top text-left text-danger underline underline-offset-4"
            >
              {problem.line}行目 {problem.header ? `${problem.header}: ` : ''}
              {problem.message}
            </button>
          </li>
        ))}
        {rest > 0 ? (
          <li className="list-none">
            ほか{rest.toLocaleString('ja-JP')}件。上から直すと、ここに出てきます。
          </li>
        ) : null}
      </ul>
    </div>
  )
}
