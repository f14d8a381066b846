import { AppLink } from '../../../ui/link/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { CARD_PLACES, END_REASONS, labelOf, NOTIFICATION_KINDS, WISHES } from '../codes.ts'
import type { Course } from './api.ts'
import { dayWord, threeWord } from './words.ts'

type Fact = readonly [string, React.ReactNode]

function Group({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <section data-keep-together="" className="rounded-lg border border-line p-3">
      <h2 className="mb-1 font-bold">{title}</h2>
      <dl className="grid gap-x-6 gap-y-0.5 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="w-44 shrink-0 text-soft">{label}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The ledger entry of CHK-05, 5, in the order of the way. */
export function CourseFacts({ course }: { course: Course }) {
  return (
    <div className="flex flex-col gap-3">
      <Group
        title="本人の希望と同意"
        facts={[
          ['希望', course.wish ? labelOf(WISHES, course.wish) : '聞いていません'],
          ['認定申請ができることを', threeWord(course.isTold, '伝えた', '伝えていない')],
          ['同意', threeWord(course.consent, '同意あり', '同意なし')],
          [
            '聞いた人・日',
            course.askedOn ? `${course.askedByName ?? ''}　${dayWord(course.askedOn)}` : '記録なし',
          ],
        ]}
      />
      <Group
        title="チェックリストと届出"
        facts={[
          ['チェックリスト', <ChecklistLink key="checklist" course={course} />],
          ['該当した基準', course.metWords || '記録なし'],
          ['届出書', course.notificationOn ? dayWord(course.notificationOn) : '届出待ち'],
          ...(course.notificationOn ? notificationFacts(course) : []),
          [
            '市への依頼',
            course.requestedByName
              ? `${course.requestedByName}${course.requestNote ? `「${course.requestNote}」` : ''}`
              : 'まだしていません',
          ],
          ['市の受領', course.receivedByName ?? 'まだ'],
        ]}
      />
      {course.startsOn ? <Registered course={course} /> : null}
    </div>
  )
}

function ChecklistLink({ course: { checklistId, checklistOn } }: { course: Course }) {
  if (checklistId === null || checklistOn === null) return 'まだありません'
  return <AppLink to={`/checklists/${checklistId}`}>{dayWord(checklistOn)}</AppLink>
}

const notificationFacts = (course: Course): Fact[] => [
  ['届出の種類', course.notificationKind ? labelOf(NOTIFICATION_KINDS, course.notificationKind) : '記録なし'],
  [
    '被保険者証',
    `${course.cardPlace ? labelOf(CARD_PLACES, course.cardPlace) : '記録なし'}${course.hasReissueForm ? '（再交付申請書あり）' : ''}`,
  ],
  ['担当センター', course.notificationCentre?.name ?? course.centre?.name ?? '未定'],
]

function Registered({ course }: { course: Course }) {
  const act = (on: string | null, more = '') =>
    on ? `${dayWord(on)}${more}` : <Status tone="caution">まだ</Status>
  const month = course.kokuhorenMonth ? `（${course.kokuhorenMonth.slice(0, 7).replace('-', '年')}月分）` : ''
  return (
    <Group
      title="登録"
      facts={[
        ['登録を決めた日', `${dayWord(course.decidedOn)}　${course.decidedByName ?? ''}`],
        ['事業対象者の始まり', dayWord(course.startsOn)],
        ...(course.localClassLabel ? ([['市独自の区分', course.localClassLabel]] as Fact[]) : []),
        ['再確認の期限', course.reviewDue ? dayWord(course.reviewDue) : '市町村の定めなし'],
        ...(course.reviewedOn ? ([['再確認した日', dayWord(course.reviewedOn)]] as Fact[]) : []),
        ['被保険者証の再交付', act(course.cardReissuedOn)],
        ['国保連への連絡', act(course.kokuhorenNotifiedOn, month)],
        ['本人へのお知らせ', act(course.noticeSentOn)],
        ...(course.endedOn
          ? ([
              ['最後の日', dayWord(course.endedOn)],
              ['終了の理由', labelOf(END_REASONS, course.endReason ?? '')],
              ['終了を決めた日', `${dayWord(course.endDecidedOn)}　${course.endDecidedByName ?? ''}`],
            ] as Fact[])
          : []),
      ]}
    />
  )
}
