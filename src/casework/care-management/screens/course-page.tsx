import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { labelOf, STATES } from '../codes.ts'
import { type Course, type CoursesOfPerson, refresh, type Sheet, takeBack } from './api.ts'
import { CourseFacts } from './course-facts.tsx'
import { Dues } from './dues.tsx'
import { EndPanel, ReopenPanel } from './end-panels.tsx'
import { EntrustPanel } from './entrust-panel.tsx'
import { Entrustments } from './entrustments.tsx'
import { PersonHead, WithCourses } from './person-head.tsx'
import { RecordPanel } from './record-panel.tsx'
import { Records } from './records.tsx'
import { dayWord } from './words.ts'

export default function CoursePage() {
  const id = usePathParam('id')
  return <WithCourses id={id}>{(loaded) => <Courses key={id} loaded={loaded} />}</WithCourses>
}

type Loaded = { sheet: Sheet; data: CoursesOfPerson }

/** ケアマネジメント of one person: the running course first, earlier ones folded below. */
function Courses({ loaded }: { loaded: Loaded }) {
  const { person, courses, abilities, readers } = loaded.data
  useCrumb(`${person.name} さんのケアマネジメント`)
  const [current, ...earlier] = courses
  const running = current && current.state !== 'ended' ? current : null
  const past = running ? earlier : courses
  const mayWrite = abilities.includes('care-management.write')
  return (
    <>
      <PrintHead title="ケアマネジメント" readers={readers} />
      <PersonHead loaded={loaded} />
      {running ? (
        <RunningCourse course={running} abilities={abilities} readers={readers} />
      ) : (
        <>
          <PageHead
            title="ケアマネジメント"
            actions={
              mayWrite ? (
                <AppLink to={`/people/${person.id}/care-management/new`} className={buttonClass('primary')}>
                  ケアマネジメントを始める
                </AppLink>
              ) : null
            }
          />
          <Empty title="いま続いているケアマネジメントはありません">
            {courses.length > 0 ? '終わったものは下にあります。' : null}
          </Empty>
        </>
      )}
      {past.map((course) => (
        <PastCourse
          key={course.id}
          course={course}
          mayReopen={mayWrite && running === null}
          readers={readers}
        />
      ))}
      <p className="mt-4 text-sm text-soft print:hidden">閲覧できる人: {readers}</p>
    </>
  )
}

type CourseProps = { course: Course; abilities: string[]; readers: string }
type Open = 'record' | 'entrust' | 'end' | null

function RunningCourse({ course, abilities, readers }: CourseProps) {
  const may = (ability: string) => abilities.includes(ability)
  const [word, setWord] = useAddressWord('panel', '')
  const open: Open = word === 'record' || word === 'entrust' || word === 'end' ? word : null
  const setOpen = (next: Open) => setWord(next ?? '')
  const close = () => setOpen(null)
  useShortcuts(
    [{ keys: ['m'], label: 'モニタリングなどを記録する', group: 'ページ', run: () => setOpen('record') }],
    may('monitoring.write'),
  )
  const live = course.entrustments.find(({ state }) => ['waiting', 'running', 'future'].includes(state))
  return (
    <>
      <PageHead
        title="ケアマネジメント"
        lead={`${labelOf(STATES, course.state)}・${dayWord(course.openedOn)} から`}
        actions={
          <>
            {may('monitoring.write') ? (
              <Button look="primary" shortcut="M" onPress={() => setOpen('record')}>
                記録する
              </Button>
            ) : null}
            {may('care-management.write') ? (
              <AppLink to={`/people/${course.person.id}/care-management/edit`} className={buttonClass()}>
                直す
              </AppLink>
            ) : null}
            {may('entrustment.send') && !live ? (
              <Button onPress={() => setOpen('entrust')}>委託する</Button>
            ) : null}
            <PrintButton />
            {may('care-management.write') ? <Button onPress={() => setOpen('end')}>終える</Button> : null}
          </>
        }
      />
      {course.warnings.map((warning) => (
        <div key={warning} className="mb-3">
          <Notice tone="caution" title={warning} />
        </div>
      ))}
      <LeftOver course={course} mayTake={may('care-management.write')} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_26rem] print:block">
        <div className="flex min-w-0 flex-col gap-6">
          <Dues course={course} />
          <Records course={course} abilities={abilities} readers={readers} />
        </div>
        <div className="flex flex-col gap-6">
          <CourseFacts course={course} />
          <Entrustments course={course} mayEnd={may('entrustment.send')} />
        </div>
      </div>
      {open === 'record' && may('monitoring.write') ? (
        <RecordPanel
          course={course}
          isContractor={may('entrustment.receive')}
          readers={readers}
          onClose={close}
        />
      ) : null}
      {open === 'entrust' && may('entrustment.send') ? (
        <EntrustPanel course={course} readers={readers} onClose={close} />
      ) : null}
      {open === 'end' && may('care-management.write') ? <EndPanel course={course} onClose={close} /> : null}
    </>
  )
}

/** The day after a contract's last one: what the contractor left open, taken over by one press. */
function LeftOver({ course, mayTake }: { course: Course; mayTake: boolean }) {
  const client = useQueryClient()
  const show = useToast()
  const ended = course.entrustments.some(({ state }) => state === 'ended')
  const task = course.tasks.find(({ kind }) => kind === 'care-management.hand-back')
  if (!mayTake || !ended || !task) return null
  const take = async () => {
    await takeBack(course.id)
    await refresh(client)
    show('委託先に残っていた予定を引き受けました')
  }
  return (
    <div className="mb-3">
      <Notice tone="caution" title="委託が終わりました。残った予定を引き受けてください">
        <div className="mt-2">
          <Button size="small" onPress={() => void take()}>
            予定を引き受ける
          </Button>
        </div>
      </Notice>
    </div>
  )
}

type PastProps = { course: Course; mayReopen: boolean; readers: string }

function PastCourse({ course, mayReopen, readers }: PastProps) {
  const [isReopening, setReopening] = useState(false)
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary>
        終了したケアマネジメント（{dayWord(course.openedOn)} から {dayWord(course.endedOn)}）:{' '}
        {course.endReason}
      </summary>
      <div className="mt-3 flex flex-col gap-6">
        {mayReopen ? (
          <div>
            <Button size="small" onPress={() => setReopening(true)}>
              終了を取り消す
            </Button>
          </div>
        ) : null}
        <CourseFacts course={course} />
        <Records course={course} abilities={[]} readers={readers} />
        <Entrustments course={course} mayEnd={false} />
      </div>
      {isReopening ? <ReopenPanel course={course} onClose={() => setReopening(false)} /> : null}
    </details>
  )
}
