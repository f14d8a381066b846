import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { CentreEntry, Dependents } from '../schema.ts'
import { endCentre, fetchDependents } from './api.ts'

type EndCentreProps = { centre: CentreEntry; onClose: () => void; onEnded: (toDo: string[]) => Promise<void> }

/** The last day of a centre, beside what would be left on the day after. */
export function EndCentre({ centre, onClose, onEnded }: EndCentreProps) {
  const { today } = useClock()
  const [lastDay, setLastDay] = useState<IsoDate | null>((centre.validTo as IsoDate | null) ?? today())
  const left = useQuery({
    queryKey: ['centres', 'dependents', centre.id, lastDay],
    queryFn: () => fetchDependents(centre.id, lastDay ?? ''),
    enabled: lastDay !== null,
  })
  const submit = async () => {
    if (!lastDay) return
    const { toDo } = await endCentre(centre.id, centre.version, lastDay)
    await onEnded(toDo)
  }
  const reopen = async () => {
    await endCentre(centre.id, centre.version, null)
    await onEnded([])
  }
  return (
    <section
      aria-label={`${centre.name}を終える`}
      className="mb-6 max-w-2xl rounded-lg border border-line p-4 print:hidden"
    >
      <h2 className="mb-3 text-lg font-bold">{centre.name}を終える</h2>
      <EntryForm
        label="センターを終える"
        submitLabel="最後の日を保存する"
        onSubmit={submit}
        actions={
          <>
            {centre.validTo ? <Button onPress={() => void reopen()}>終わりを取り消す</Button> : null}
            <Button look="quiet" onPress={onClose}>
              やめる
            </Button>
          </>
        }
      >
        <DateField
          name="lastDay"
          label="最後の日"
          description="この日までは使えます。"
          value={lastDay}
          onChange={setLastDay}
          isRequired
        />
        {left.error ? <Failure error={left.error} /> : null}
        {left.data ? <Left left={left.data} /> : null}
      </EntryForm>
    </section>
  )
}

function Left({ left }: { left: Dependents }) {
  const { posts, areas, branches, records } = left
  const blocking = [
    ...areas.map(({ code, name }) => `圏域 ${code} ${name}`),
    ...branches.map(({ name }) => `ブランチ・サブセンター ${name}`),
    ...posts.map(({ name }) => `職 ${name}`),
  ]
  const people = records.filter(({ count }) => count > 0)
  return (
    <>
      {blocking.length > 0 ? (
        <Notice
          tone="caution"
          title={`この日のあとに残るものがあります（${blocking.length}件）。先に片づけると終えられます。`}
        >
          <ul className="list-disc pl-5 text-sm">
            {blocking.slice(0, 20).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {blocking.length > 20 ? <li>ほか {blocking.length - 20}件</li> : null}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" title="職・圏域・ブランチは、この日までに終わります。" />
      )}
      {people.length > 0 ? (
        <Notice tone="info" title="市の担当者に「担当替え」を頼んでください">
          <p className="text-sm">
            {people.map(({ label, count }) => `${label}: ${count.toLocaleString('ja-JP')}`).join('、')}
          </p>
        </Notice>
      ) : null}
    </>
  )
}
