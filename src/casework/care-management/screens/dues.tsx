import { formatDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Course } from './api.ts'
import { FoldedSteps } from './step-list.tsx'

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** 「あと3日」「本日」「2日超過」 */
export function DueWord({ dueOn }: { dueOn: string }) {
  const { today } = useClock()
  const left = dayNumber(dueOn) - dayNumber(today())
  if (left < 0) return <Status tone="danger">{-left}日超過</Status>
  if (left === 0) return <Status tone="caution">本日</Status>
  return <span className="text-sm text-soft">あと{left}日</span>
}

/** What has to be done next, by whom and by when, and why the visit is due then. */
export function Dues({ course }: { course: Course }) {
  return (
    <section aria-label="次にすること">
      <h2 className="mb-2 text-lg font-bold">次にすること</h2>
      {course.gaps.map(({ code, label }) => (
        <p key={code} className="mb-1">
          <Status tone="caution">期限を計算できません: {label}</Status>
        </p>
      ))}
      {course.tasks.length === 0 ? (
        <p className="text-soft">期限の決まったものはありません。</p>
      ) : (
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">次にすることと期限</caption>
          <thead>
            <tr className="bg-shade text-left">
              <th scope="col" className="px-2 py-1">
                すること
              </th>
              <th scope="col" className="px-2 py-1 text-right">
                期限
              </th>
              <th scope="col" className="px-2 py-1">
                残り
              </th>
              <th scope="col" className="px-2 py-1">
                担当
              </th>
            </tr>
          </thead>
          <tbody>
            {course.tasks.map((task) => (
              <tr key={task.id} className="border-b border-line">
                <td className="px-2 py-1">{task.title}</td>
                <td className="px-2 py-1 text-right whitespace-nowrap tabular-nums">
                  {formatDate(task.dueOn, 'short')}
                </td>
                <td className="px-2 py-1 whitespace-nowrap">
                  {task.state === 'waiting' ? (
                    <Status tone="info">回答待ち</Status>
                  ) : (
                    <DueWord dueOn={task.dueOn} />
                  )}
                </td>
                <td className="px-2 py-1">{task.holderName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="mt-2 print:hidden">
        <FoldedSteps title="訪問の期限の数え方" steps={course.steps.visit} />
      </div>
    </section>
  )
}
