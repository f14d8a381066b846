import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Decision, Difference } from '../schema.ts'
import { withdraw } from './api.ts'
import { DecideForm } from './decide-form.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { kindWords } from './words.ts'

type DifferenceCardProps = {
  difference: Difference
  heading: string
  /** the office on whose page it stands: no link to itself */
  officeId?: string
}

/** One number: its texts side by side, what was decided, and the form to decide. */
export function DifferenceCard({ difference, heading, officeId: own }: DifferenceCardProps) {
  const may = useAbilities()
  const [isOpen, setOpen] = useState(false)
  const { officeNumber, kind, places, decision } = difference
  const headingId = `difference-${officeNumber}`
  return (
    <article aria-labelledby={headingId} className="rounded-lg border border-line p-4">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={headingId} className="font-bold tabular-nums">
          {heading}
        </h2>
        {places
          .filter(({ officeId }) => officeId !== own)
          .map(({ officeId, municipalityName }) => (
            <AppLink key={officeId} to={`/offices/${officeId}`}>
              {municipalityName}の事業所を見る
            </AppLink>
          ))}
        <Status tone={kind === 'real' ? 'caution' : 'neutral'}>{kindWords[kind]}</Status>
      </div>
      {decision && !decision.isCurrent ? <DecidedBefore decision={decision} /> : null}
      <DifferenceTable difference={difference} />
      {decision?.isCurrent ? <DecisionLine decision={decision} mayDecide={may('office.decide')} /> : null}
      {may('office.decide') ? (
        <div className="mt-3">
          {isOpen ? (
            <DecideForm difference={difference} onClose={() => setOpen(false)} />
          ) : (
            <Button size="small" onPress={() => setOpen(true)}>
              {decision?.isCurrent ? '決め直す' : '決める'}
            </Button>
          )}
        </div>
      ) : null}
    </article>
  )
}

const outcomeWords = ({ outcome, shownName, shownAddress }: Decision): string =>
  outcome === 'different-offices'
    ? '別の事業所とした'
    : `一覧に「${shownName}」「${shownAddress ?? '住所の記載なし'}」を出す`

const whoAndWhen = ({ decidedBy, decidedAt }: Decision): string =>
  `${decidedBy ?? '（職員の記録なし）'}・${formatDate(dayInJapan(decidedAt), 'short')}`

const dayInJapan = (instant: string): IsoDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString() as IsoDate

/** The texts have changed: the decision waits to be made again. */
function DecidedBefore({ decision }: { decision: Decision }) {
  return (
    <div className="mb-2">
      <Notice tone="caution" title="決めたあとで、公表された文言が変わりました">
        <p className="text-sm">
          前の決定: {outcomeWords(decision)}（{whoAndWhen(decision)}、理由: {decision.reason}）
        </p>
        <p className="text-sm">
          そのときの文言:{' '}
          {decision.texts.map(({ name, address }) => `${name}／${address ?? '―'}`).join('　｜　')}
        </p>
      </Notice>
    </div>
  )
}

function DecisionLine({ decision, mayDecide }: { decision: Decision; mayDecide: boolean }) {
  const client = useQueryClient()
  const show = useToast()
  const takeBack = useMutation({
    mutationFn: () => withdraw(decision.id, decision.version),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['offices'] })
      show('決定を取り消しました')
    },
  })
  return (
    <>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Status tone="good">決定</Status>
        <span>{outcomeWords(decision)}</span>
        <span className="text-soft">
          理由: {decision.reason}（{whoAndWhen(decision)}）
        </span>
        {mayDecide ? (
          <Button size="small" look="quiet" onPress={() => takeBack.isPending || takeBack.mutate()}>
            決定を取り消す
          </Button>
        ) : null}
      </p>
      {takeBack.error ? <Failure error={takeBack.error} /> : null}
    </>
  )
}
