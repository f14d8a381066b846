import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { insuredAges } from '../../../law/casework/insured-ages.ts'
import { inForce } from '../../../law/in-force.ts'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PersonStrip } from '../../../ui/person-strip/index.ts'
import { NotFoundPage } from '../../../ui/shell/index.ts'
import { insuredType } from '../../certifications/rules/insured-type.ts'
import type { InsuredType } from '../codes.ts'
import { personSheet, type Sheet } from './api.ts'

const isAbsent = (error: Error) => error instanceof Problem && [404, 422].includes(error.status)

/** Loads the person in the address; absent and not allowed are one page. */
export function WithPerson({ id, children }: { id: string; children: (sheet: Sheet) => ReactNode }) {
  const query = useQuery({ queryKey: ['person', id, 'sheet'], queryFn: () => personSheet(id) })
  if (query.error && isAbsent(query.error)) return <NotFoundPage />
  if (query.data) return <>{children(query.data)}</>
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <Loading />
}

/** Whose paper it is, always in sight: name, birth and number stand on the paper too. */
export function PersonHead({ sheet: { person, flags }, actions }: { sheet: Sheet; actions?: ReactNode }) {
  const birth = person.birthOn === null ? '不明' : formatDate(person.birthOn)
  const age = person.ageYears === null ? '' : `（${person.ageYears}歳）`
  return (
    <PersonStrip
      name={person.name}
      kana={person.kana}
      facts={[
        { label: '生年月日', value: `${birth}${age}` },
        { label: '被保険者番号', value: person.insuredNumber ?? 'なし' },
        { label: '担当', value: person.centre?.name ?? '未定' },
      ]}
      flags={flags.map(({ kind, label, reason }) => ({
        label,
        reason,
        tone: kind === 'protected' || kind === 'caller-warning' ? 'danger' : 'neutral',
      }))}
      actions={
        actions ?? (
          <AppLink to={`/people/${person.id}`} className="text-sm text-accent underline underline-offset-4">
            フェースシート
          </AppLink>
        )
      }
    />
  )
}

/** INS-01 for the person of a sheet, by the rule that the server asks; it stands until the server has answered. */
export function insuredTypeOn({ person }: Sheet, day: IsoDate): InsuredType | null {
  return insuredType(person, day, inForce(insuredAges, day).value).value
}
