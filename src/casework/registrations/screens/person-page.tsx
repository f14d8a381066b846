import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { buttonClass } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, usePathParam } from '../../../ui/link/index.ts'
import { WithPersonStrip } from '../../../ui/person-strip/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { END_REASONS, labelOf, OCCASIONS } from '../codes.ts'
import { fetchOfPerson, type OfPerson, ofPersonKey } from './api.ts'
import { stateWord, toneOf } from './words.ts'

export default function PersonPage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: ofPersonKey(id), queryFn: () => fetchOfPerson(id) })
  return (
    <WithPersonStrip id={id}>
      {({ person }) =>
        query.data ? (
          <Courses data={query.data} name={person.name} />
        ) : query.error ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading />
        )
      }
    </WithPersonStrip>
  )
}

function Courses({ data, name }: { data: OfPerson; name: string }) {
  useCrumb(`${name} さんの登録`)
  const may = useAbilities()
  return (
    <>
      <PageHead
        title="事業対象者の登録"
        lead={`今日の区分: ${data.standing.label}`}
        actions={
          may('registration.propose') && data.mayBegin ? (
            <AppLink to={`/people/${data.person.id}/registrations/new`} className={buttonClass('primary')}>
              手続きを始める
            </AppLink>
          ) : null
        }
      />
      {data.items.length === 0 ? (
        <Empty title="登録の手続きはまだありません">
          相談を受けて、認定申請か基本チェックリストかを本人と決めるところから始めます。
        </Empty>
      ) : (
        <ul className="flex flex-col gap-2">
          {data.items.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line px-3 py-2"
            >
              <AppLink
                to={`/registrations/${one.id}`}
                className="font-bold text-accent underline underline-offset-4"
              >
                {formatDate(one.receivedOn)}の{labelOf(OCCASIONS, one.occasion)}
              </AppLink>
              <Status tone={toneOf(one.state)}>{stateWord(one.state)}</Status>
              {one.startsOn ? (
                <span className="text-sm">
                  {formatDate(one.startsOn, 'short')}から
                  {one.endedOn
                    ? `${formatDate(one.endedOn, 'short')}まで（${labelOf(END_REASONS, one.endReason ?? '')}）`
                    : ''}
                </span>
              ) : null}
              {one.reviewDue && !one.endedOn ? (
                <span className="text-sm text-soft">再確認 {formatDate(one.reviewDue, 'short')}まで</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-sm text-soft">閲覧できる人: {data.readers}</p>
    </>
  )
}
