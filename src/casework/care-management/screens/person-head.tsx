import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PersonStrip } from '../../../ui/person-strip/index.ts'
import { NotFoundPage } from '../../../ui/shell/index.ts'
import { type CoursesOfPerson, coursesKey, fetchCourses, personSheet, type Sheet } from './api.ts'

const isAbsent = (error: Error) => error instanceof Problem && [404, 422].includes(error.status)

type Loaded = { sheet: Sheet; data: CoursesOfPerson }

/** Loads the person in the address with the courses; absent and not allowed are one page. */
export function WithCourses({ id, children }: { id: string; children: (loaded: Loaded) => ReactNode }) {
  const sheet = useQuery({ queryKey: ['person', id, 'sheet'], queryFn: () => personSheet(id) })
  const data = useQuery({ queryKey: coursesKey(id), queryFn: () => fetchCourses(id) })
  const error = sheet.error ?? data.error
  if (error && isAbsent(error)) return <NotFoundPage />
  if (sheet.data && data.data) return <>{children({ sheet: sheet.data, data: data.data })}</>
  const again = () => {
    void sheet.refetch()
    void data.refetch()
  }
  return error ? <Failure error={error} onRetry={again} /> : <Loading />
}

/** Whose course it is, always in sight. */
export function PersonHead({ loaded: { sheet, data } }: { loaded: Loaded }) {
  const { person, flags } = sheet
  const birth = person.birthOn === null ? '不明' : formatDate(person.birthOn)
  const age = person.ageYears === null ? '' : `（${person.ageYears}歳）`
  const { label, to } = data.standing
  return (
    <PersonStrip
      name={person.name}
      kana={person.kana}
      facts={[
        { label: '生年月日', value: `${birth}${age}` },
        { label: '認定・登録', value: to === null ? label : `${label}（${formatDate(to, 'short')}まで）` },
        { label: '担当', value: person.centre?.name ?? '未定' },
        { label: '主担当', value: person.staff?.name ?? '未定' },
      ]}
      flags={flags.map(({ kind, label: word, reason }) => ({
        label: word,
        reason,
        tone: kind === 'protected' || kind === 'caller-warning' ? 'danger' : 'neutral',
      }))}
      actions={
        <AppLink to={`/people/${person.id}`} className="text-sm text-accent underline underline-offset-4">
          フェースシート
        </AppLink>
      }
    />
  )
}
