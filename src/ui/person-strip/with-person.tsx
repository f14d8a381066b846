import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate } from '../../platform/calendar/index.ts'
import { Failure, Loading } from '../empty/index.ts'
import { callPath, Problem } from '../http/index.ts'
import { AppLink } from '../link/index.ts'
import { NotFoundPage } from '../shell/index.ts'
import { PersonStrip } from './person-strip.tsx'

/** What the head of a page needs of a person's sheet; the sheet itself holds more. */
export interface PersonOfPage {
  person: {
    id: string
    name: string
    kana: string
    birthOn: string | null
    ageYears: number | null
    insuredNumber: string | null
    centre: { name: string } | null
    staff: { name: string } | null
  }
  flags: { kind: string; label: string; reason: string }[]
  /** 区分 and what else other areas give */
  facts: { label: string; value: string }[]
}

const isAbsent = (error: Error) => error instanceof Problem && [404, 422].includes(error.status)

/**
 * The head of a page about one person, with the page beneath it: the strip of the face sheet, from the same answer, so that
 * every area shows the same. Absent and not allowed are one page.
 */
export function WithPersonStrip({
  id,
  children,
}: {
  id: string
  children: (sheet: PersonOfPage) => ReactNode
}) {
  const query = useQuery({
    queryKey: ['person', id, 'sheet'],
    queryFn: () => callPath<PersonOfPage>('GET', `/api/people/${encodeURIComponent(id)}/sheet`),
  })
  if (query.error && isAbsent(query.error)) return <NotFoundPage />
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return (
    <>
      <Head sheet={query.data} />
      {children(query.data)}
    </>
  )
}

function Head({ sheet: { person, flags, facts } }: { sheet: PersonOfPage }) {
  const birth = person.birthOn === null ? '不明' : formatDate(person.birthOn)
  return (
    <PersonStrip
      name={person.name}
      kana={person.kana}
      facts={[
        { label: '生年月日', value: `${birth}${person.ageYears === null ? '' : `（${person.ageYears}歳）`}` },
        { label: '被保険者番号', value: person.insuredNumber ?? 'なし' },
        ...facts,
        { label: '担当', value: person.centre?.name ?? '未定' },
        { label: '主担当', value: person.staff?.name ?? '未定' },
      ]}
      flags={flags.map(({ kind, label, reason }) => ({
        label,
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
