import { formatDate } from '../../../platform/calendar/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import type { Course } from './api.ts'
import { STATIONS, stateWord, stationOf } from './words.ts'

/** The way of the course: which stations it has passed and on which day, where it is, what is still ahead. */
export function CoursePath({ course }: { course: Course }) {
  const moved = [{ to: 'received', on: course.receivedOn }, ...course.moves.map(({ to, on }) => ({ to, on }))]
  const here = stationOf(course.state)
  const at = STATIONS.findIndex(({ id }) => id === here)
  return (
    <ol aria-label="手続きの経過" className="mb-4 grid grid-cols-2 gap-1 sm:grid-cols-3 lg:grid-cols-6">
      {STATIONS.map((station, index) => {
        const last = moved.findLast(({ to }) => stationOf(to) === station.id)
        const isHere = index === at
        const isPast = at >= 0 ? index < at : last !== undefined
        return (
          <li
            key={station.id}
            aria-current={isHere ? 'step' : undefined}
            className={`border-t-4 px-2 py-1 ${isHere ? 'border-accent bg-accent-soft' : isPast ? 'border-good' : 'border-line'}`}
          >
            <span className="flex items-center gap-1 font-bold">
              {isPast ? <Icon name="check" className="size-4 text-good" /> : null}
              {station.label}
              <span className="sr-only">{isHere ? '（今ここ）' : isPast ? '（済み）' : '（これから）'}</span>
            </span>
            <span className="block min-h-5 text-sm">
              {isHere && stateWord(course.state) !== station.label ? `${stateWord(course.state)} ` : ''}
              {last && (isPast || isHere) ? (
                <span className="text-soft">{formatDate(last.on, 'short')}</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
