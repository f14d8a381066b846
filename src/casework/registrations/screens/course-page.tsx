import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { AppLink, usePathParam } from '../../../ui/link/index.ts'
import { WithPersonStrip } from '../../../ui/person-strip/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PaperButton } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { NotFoundPage, PageHead, useCrumb, WithContext } from '../../../ui/shell/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { labelOf, OCCASIONS, OFFICES } from '../codes.ts'
import { type Course, courseKey, fetchCourse, receive, refresh } from './api.ts'
import { CourseFacts } from './course-facts.tsx'
import { type DeedName, DeedPanel } from './deed-panels.tsx'
import { CoursePath } from './path.tsx'
import { Steps } from './steps.tsx'
import { stateWord, toneOf } from './words.ts'

export default function CoursePage() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: courseKey(id), queryFn: () => fetchCourse(id) })
  if (query.error instanceof Problem && [404, 422].includes(query.error.status) && !query.data)
    return <NotFoundPage />
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const course = query.data
  return <WithPersonStrip id={course.person.id}>{() => <CourseView course={course} />}</WithPersonStrip>
}

const LABELS: Record<DeedName, string> = {
  fork: '認定申請かチェックリストかを決める',
  checklist: 'チェックリストを取り込む',
  request: '市へ登録を依頼する',
  register: '登録する',
  return: '差し戻す',
  act: '証・国保連・お知らせを記録する',
  review: '再確認を記録する',
  end: '登録を終える',
  withdraw: '取り下げる',
}

/** The next act of the course, which is the one primary action of the page. */
function nextOf({
  state,
  abilities,
  cardReissuedOn,
  kokuhorenNotifiedOn,
  endProposals,
}: Course): DeedName | null {
  const may = (deed: DeedName) => abilities.includes(deed)
  if (['received', 'certificationRoute'].includes(state) && may('fork')) return 'fork'
  if (state === 'registered' && endProposals.length > 0 && may('end')) return 'end'
  if (state === 'registered' && (cardReissuedOn === null || kokuhorenNotifiedOn === null) && may('act'))
    return 'act'
  const order: DeedName[] = ['checklist', 'request', 'register']
  return order.find(may) ?? null
}

function CourseView({ course }: { course: Course }) {
  useCrumb(`${formatDate(course.receivedOn, 'short')}の手続き`)
  const queries = useQueryClient()
  const show = useToast()
  const [open, setOpen] = useState<DeedName | null>(null)
  const next = nextOf(course)
  const deeds = (Object.keys(LABELS) as DeedName[]).filter(
    (deed) => course.abilities.includes(deed) && deed !== next,
  )
  const isMunicipality = useAbilities()('registration.decide')
  const done = (stored: Course, said: string) => {
    queries.setQueryData(courseKey(course.id), stored)
    setOpen(null)
    void refresh(queries)
    show(said)
  }
  const isPastFork = !['received', 'certificationRoute'].includes(course.state)
  const label = (deed: DeedName) => {
    if (deed === 'request' && isMunicipality) return '届出を受理する'
    return deed === 'fork' && isPastFork ? '認定申請へ切り替える' : LABELS[deed]
  }
  return (
    <>
      <PrintHead title="事業対象者の登録" readers={course.readers} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            事業対象者の登録
            <Status tone={toneOf(course.state)}>{stateWord(course.state)}</Status>
          </span>
        }
        lead={`${formatDate(course.receivedOn)} ${labelOf(OCCASIONS, course.occasion)}`}
        actions={
          <>
            {course.abilities.includes('receive') ? <ReceiveButton course={course} onDone={done} /> : null}
            {next ? (
              <Button look="primary" onPress={() => setOpen(next)}>
                {label(next)}
              </Button>
            ) : null}
            {deeds.map((deed) => (
              <Button key={deed} onPress={() => setOpen(deed)}>
                {label(deed)}
              </Button>
            ))}
            <Papers course={course} />
            <PrintButton />
          </>
        }
      />
      <CoursePath course={course} />
      <Attention course={course} />
      <WithContext
        label="計算の過程と経過"
        context={
          <>
            <section>
              <h2 className="mb-2 font-bold">登録の期間の求め方</h2>
              <Steps steps={course.steps} />
            </section>
            <Moves course={course} />
          </>
        }
      >
        <CourseFacts course={course} />
      </WithContext>
      <p className="mt-4 text-sm text-soft print:hidden">閲覧できる人: {course.readers}</p>
      {open ? (
        <DeedPanel key={open} deed={open} course={course} onClose={() => setOpen(null)} onDone={done} />
      ) : null}
    </>
  )
}

function ReceiveButton({
  course,
  onDone,
}: {
  course: Course
  onDone: (stored: Course, said: string) => void
}) {
  const show = useToast()
  const run = async () => {
    try {
      onDone(await receive(course.id, course.version), '依頼を受領しました')
    } catch (error) {
      show(error instanceof Problem ? `${error.title} ${error.detail ?? ''}` : '受領できませんでした。', {
        tone: 'danger',
      })
    }
  }
  return <Button onPress={() => void run()}>受領する</Button>
}

const REMEDIES = {
  'law.unconfirmed': { to: '/law-values?filter=unread', label: '「制度の数値」で確かめる' },
}

function Papers({ course }: { course: Course }) {
  const link = (path: string, label: string) => (
    <a
      className={buttonClass()}
      href={`/api/registrations/${course.id}/${path}`}
      target="_blank"
      rel="noreferrer"
    >
      {label}
    </a>
  )
  return (
    <>
      {link('notification-form', '届出書（PDF）')}
      {course.startsOn ? (
        <PaperButton
          label="お知らせ（PDF）"
          path={`/api/registrations/${course.id}/notice`}
          fileName="登録のお知らせ.pdf"
          remedies={REMEDIES}
        />
      ) : null}
    </>
  )
}

/** What must be seen before going on: why it was sent back, why it cannot be registered, what would end it. */
function Attention({ course }: { course: Course }) {
  const isBefore = ['criteriaMet', 'awaitingNotification', 'notificationAccepted', 'returned'].includes(
    course.state,
  )
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {course.state === 'returned' ? (
        <Notice tone="caution" title="市から差し戻されました">
          理由: {course.returnedReason}
        </Notice>
      ) : null}
      {course.state === 'certificationRoute' ? (
        <Notice tone="info" title="認定申請へ進みました">
          申請は「要介護認定」に記録します。{' '}
          <AppLink to={`/people/${course.person.id}/certifications`}>この方の認定を開く</AppLink>
        </Notice>
      ) : null}
      {course.state === 'checklistRoute' ? (
        <Notice tone="info" title="次は基本チェックリストです">
          <AppLink to={`/people/${course.person.id}/checklists/new`}>基本チェックリストを入力する</AppLink>
          （済んでいれば「チェックリストを取り込む」から選びます）
        </Notice>
      ) : null}
      {isBefore && course.refusals.length > 0 ? (
        <Notice tone="caution" title="このままでは登録できません">
          <ul className="list-disc pl-5">
            {course.refusals.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isBefore && course.preview ? (
        <Notice tone="info" title={`今日登録すると、${formatDate(course.preview.from)}から事業対象者です`}>
          {course.preview.reviewDue
            ? `再確認は${formatDate(course.preview.reviewDue)}まで`
            : '再確認の期限の定めはありません'}
        </Notice>
      ) : null}
      {course.endProposals.map((one) => (
        <Notice key={one.certificationId} tone="caution" title="認定が始まるため、登録の終了を決めてください">
          {formatDate(one.validFrom)}からの認定。
          {one.lastDay
            ? `登録の最後の日の案は${formatDate(one.lastDay)}です。`
            : '要介護の認定です。使ったサービスを確かめて、最後の日を決めてください。'}
        </Notice>
      ))}
    </div>
  )
}

/** Who did what, when and why. */
function Moves({ course }: { course: Course }) {
  return (
    <section>
      <h2 className="mb-2 font-bold">経過（だれが、いつ、なぜ）</h2>
      <ol className="flex flex-col gap-2 text-sm">
        <li className="border-l-2 border-line pl-2">
          <b>受付</b> {formatDate(course.receivedOn, 'short')}
        </li>
        {course.moves.map((move) => (
          <li key={move.id} className="border-l-2 border-line pl-2">
            <b>{stateWord(move.to)}</b> {formatDate(move.on, 'short')}
            <span className="block text-soft">
              {labelOf(OFFICES, move.office)} {move.staffName ?? ''}
            </span>
            <span className="block whitespace-pre-wrap">{move.reason}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
