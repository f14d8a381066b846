import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { usePathParam } from '../../../ui/link/index.ts'
import { WithPersonStrip } from '../../../ui/person-strip/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { INSURED_TYPES, labelOf, levelLabel } from '../codes.ts'
import { type Certification, certificationsKey, fetchCertifications, refresh, type Sheet } from './api.ts'
import { type Deed, DeedPanel } from './deed-panels.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { Record } from './record.tsx'
import { daysLeftWord } from './words.ts'

export default function PersonPage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: certificationsKey(id), queryFn: () => fetchCertifications(id) })
  return (
    <WithPersonStrip id={id}>
      {({ person }) =>
        query.data ? (
          <Certifications sheet={query.data} name={person.name} />
        ) : query.error ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading />
        )
      }
    </WithPersonStrip>
  )
}

export type Basis = 'application' | 'card' | 'decision'
type Open = { kind: 'enter'; basis: Basis } | { kind: 'deed'; deed: Deed; record: Certification } | null

function Certifications({ sheet, name }: { sheet: Sheet; name: string }) {
  useCrumb(`${name} さんの認定`)
  const may = useAbilities()
  const show = useToast()
  const queries = useQueryClient()
  const [open, setOpen] = useState<Open>(null)
  const done = (said: string) => {
    setOpen(null)
    void refresh(queries)
    show(said)
  }
  const enter = (basis: Basis) => setOpen({ kind: 'enter', basis })
  return (
    <>
      <PrintHead title="要介護認定" readers={sheet.readers} />
      <PageHead
        title="要介護認定"
        lead={insuredWord(sheet)}
        actions={
          <>
            {may('certification.enter') ? (
              <>
                <Button look="primary" onPress={() => enter('application')}>
                  申請を記録する
                </Button>
                <Button onPress={() => enter('card')}>被保険者証から記録する</Button>
              </>
            ) : null}
            {may('certification.decide') ? (
              <Button onPress={() => enter('decision')}>決定を記録する</Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <Current sheet={sheet} />
      {sheet.items.length === 0 ? (
        <Empty title="認定の記録はまだありません">
          申請をしたとき、または被保険者証を見せてもらったときに記録してください。
        </Empty>
      ) : (
        <ol className="flex flex-col gap-3">
          {sheet.items.map((record) => (
            <Record
              key={record.id}
              record={record}
              sheet={sheet}
              onDeed={(deed) => setOpen({ kind: 'deed', deed, record })}
            />
          ))}
        </ol>
      )}
      <p className="mt-4 text-sm text-soft print:hidden">閲覧できる人: {sheet.readers}</p>
      {open?.kind === 'enter' ? (
        <EntryPanel
          key={open.basis}
          sheet={sheet}
          basis={open.basis}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
      {open?.kind === 'deed' ? (
        <DeedPanel
          key={`${open.deed} ${open.record.id}`}
          sheet={sheet}
          deed={open.deed}
          record={sheet.items.find(({ id }) => id === open.record.id) ?? open.record}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
    </>
  )
}

/** 「第1号被保険者です」 or what has to be asked. */
function insuredWord({ insuredType, becomesCategory1On, today }: Sheet): string {
  if (insuredType === null)
    return '被保険者の種別: 生年月日が分からないため決められません。本人に確かめてください。'
  const at =
    insuredType === 'category2Insured' && becomesCategory1On && becomesCategory1On > today
      ? `（${formatDate(becomesCategory1On)}から第1号）`
      : ''
  return `${labelOf(INSURED_TYPES, insuredType)}${at}`
}

function Current({ sheet: { current, today } }: { sheet: Sheet }) {
  return (
    <p className="mb-4 flex flex-wrap items-baseline gap-x-4 border-l-4 border-accent pl-3">
      <span className="text-sm text-soft">今日の区分</span>
      <b className="text-xl">{current ? levelLabel(current.level) : '認定なし'}</b>
      {current ? (
        <>
          <span>
            {formatDate(current.validFrom)}から{formatDate(current.lastDay)}まで
          </span>
          <span>{daysLeftWord(today, current.lastDay)}</span>
        </>
      ) : null}
    </p>
  )
}
