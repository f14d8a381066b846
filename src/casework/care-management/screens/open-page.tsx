import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { useGo, usePathParam } from '../../../ui/link/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { PageHead, useCrumb, WithContext } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type CoursesOfPerson, fetchChoices, openCourse, refresh, type Sheet } from './api.ts'
import { CourseFields } from './course-fields.tsx'
import { blankEntry, bodyOf, type CourseEntry, previewOf } from './entry.ts'
import { PersonHead, WithCourses } from './person-head.tsx'
import { PreviewPanel, usePreview } from './preview-panel.tsx'

export default function OpenPage() {
  const id = usePathParam('id')
  return <WithCourses id={id}>{(loaded) => <OpenForm key={id} loaded={loaded} />}</WithCourses>
}

type Kept = { entry: CourseEntry; openedOn: IsoDate | null }

/** Opens a course on one page: proposals and first due dates stand beside the form before anything is stored. */
function OpenForm({ loaded }: { loaded: { sheet: Sheet; data: CoursesOfPerson } }) {
  const { person, standing, readers } = loaded.data
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const { nowMs, today } = useClock()
  const { session } = useSession()
  const [id] = useState(() => newId(nowMs()))
  const [kept, setKept] = useState<Kept>(() => ({
    entry: blankEntry(standing.level, ''),
    openedOn: today(),
  }))
  const choices = useQuery({
    queryKey: ['person', person.id, 'care-management-choices'],
    queryFn: () => fetchChoices(person.id),
  })
  const staff = choices.data?.staff ?? []
  const own = staff.find((one) => one.id === session.staff.id)?.id ?? ''
  const entry = kept.entry.staffId === '' && own !== '' ? { ...kept.entry, staffId: own } : kept.entry
  const draft = useDraft(`care-management.${person.id}`, kept, setKept)
  const set = useCallback(
    (change: Partial<CourseEntry>) =>
      setKept((before) => ({ ...before, entry: { ...before.entry, ...change } })),
    [],
  )
  const { query, proposed } = usePreview(previewOf(entry, person.id, null, kept.openedOn))
  useCrumb(`${person.name} さんのケアマネジメントを始める`)
  const submit = async () => {
    await openCourse({ ...bodyOf(entry), id, personId: person.id, openedOn: kept.openedOn ?? '' })
    await draft.discard().catch(() => undefined)
    await refresh(client)
    show('ケアマネジメントを始めました。期限が予定に入りました。')
    await go(`/people/${person.id}/care-management`)
  }
  return (
    <>
      <PersonHead loaded={loaded} />
      <PageHead title="ケアマネジメントを始める" />
      <DraftFound draft={draft} />
      <WithContext label="保存するとこうなります" context={<PreviewPanel query={query} />}>
        <EntryForm
          label="ケアマネジメントの開始"
          submitLabel="ケアマネジメントを始める"
          readers={readers}
          onSubmit={submit}
          keepsSubmitInSight
          actions={<DraftState draft={draft} />}
        >
          <DateField
            name="openedOn"
            label="始めた日"
            value={kept.openedOn}
            onChange={(openedOn) => setKept((before) => ({ ...before, openedOn }))}
            limits={{ notAfter: today() }}
            isRequired
          />
          <CourseFields entry={entry} set={set} staff={staff} proposed={proposed} />
        </EntryForm>
      </WithContext>
    </>
  )
}
