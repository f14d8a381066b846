import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { PersonStrip, type StripFlag } from '../../../ui/person-strip/index.ts'
import { NotFoundPage } from '../../../ui/shell/index.ts'
import type { Flag, Sheet } from '../schema-sheet.ts'
import { fetchSheet, sheetKey } from './api.ts'
import { birthWord, sexWord } from './words.ts'

/** Absent, of another centre, and an address that is no id at all: one and the same page. */
const isAbsent = (error: Error) => error instanceof Problem && [404, 422].includes(error.status)

type WithSheetProps = { id: string; children: (sheet: Sheet) => ReactNode }

/** Loads the sheet of the person in the address and gives it to the page; every page of one person begins here. */
export function WithSheet({ id, children }: WithSheetProps) {
  const query = useQuery({ queryKey: sheetKey(id), queryFn: () => fetchSheet(id) })
  if (query.error && isAbsent(query.error)) return <NotFoundPage />
  if (query.data) return <>{children(query.data)}</>
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  return <Loading />
}

const tones: Record<Flag['kind'], StripFlag['tone']> = {
  protected: 'danger',
  'caller-warning': 'danger',
  locked: 'caution',
  merged: 'caution',
  died: 'neutral',
  'moved-out': 'neutral',
  'resident-exception': 'info',
  'not-joined': 'neutral',
}

/** Who the page is about: always in sight. */
export function PersonHead({ sheet, actions }: { sheet: Sheet; actions?: ReactNode }) {
  const { person, flags } = sheet
  const age = person.ageYears === null ? '' : `（${person.ageYears}歳）`
  const facts = [
    { label: '生年月日', value: `${birthWord(person)}${age}` },
    { label: '性別', value: sexWord(person.sex) },
    { label: '被保険者番号', value: person.insuredNumber ?? 'なし' },
    ...sheet.facts,
    { label: '電話', value: person.isProtected ? '伏せています' : (person.phone ?? '登録なし') },
    { label: '圏域', value: person.area?.name ?? '未定' },
    { label: '担当', value: person.centre?.name ?? '未定' },
    { label: '主担当', value: person.staff?.name ?? '未定' },
  ]
  return (
    <PersonStrip
      name={person.name}
      kana={person.kana}
      facts={person.alias ? [{ label: '通称', value: person.alias }, ...facts] : facts}
      flags={flags.map(({ kind, label, reason }) => ({ label, reason, tone: tones[kind] }))}
      actions={actions}
    />
  )
}

/** The server gives the line whole; forms put the word in front themselves. */
export const readersOnly = (sheet: Sheet): string => sheet.readers.replace(/^閲覧できる人[:：]\s*/u, '')
