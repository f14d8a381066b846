import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { useGo, usePathParam } from '../../../ui/link/index.ts'
import { beginEditing, conflicted, type Editing, MergeFields } from '../../../ui/merge/index.ts'
import { NotFoundPage, PageHead, useCrumb, WithContext } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type Course, type CoursesOfPerson, changeCourse, fetchChoices, refresh, type Sheet } from './api.ts'
import { CourseFields } from './course-fields.tsx'
import { bodyOf, type CourseEntry, entryOf, mergeFields, previewOf } from './entry.ts'
import { PersonHead, WithCourses } from './person-head.tsx'
import { PreviewPanel, usePreview } from './preview-panel.tsx'

export default function EditPage() {
  const id = usePathParam('id')
  return (
    <WithCourses id={id}>
      {(loaded) => {
        const course = loaded.data.courses.find(({ state }) => state !== 'ended')
        return course ? <EditForm key={course.id} loaded={loaded} course={course} /> : <NotFoundPage />
      }}
    </WithCourses>
  )
}

type EditFormProps = { loaded: { sheet: Sheet; data: CoursesOfPerson }; course: Course }

const storedSide = (conflict: Conflict) => {
  const course = conflict.stored as Course
  return { entry: entryOf(course), version: course.version }
}

/** The same page as the opening; when somebody saved first, both sides stand field by field. */
function EditForm({ loaded, course }: EditFormProps) {
  const { person, readers } = loaded.data
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const [editing, setEditing] = useState<Editing<CourseEntry>>(() =>
    beginEditing(entryOf(course), course.version),
  )
  const draft = useDraft(`care-management-edit.${course.id}`, editing, setEditing)
  const choices = useQuery({
    queryKey: ['person', person.id, 'care-management-choices'],
    queryFn: () => fetchChoices(person.id),
  })
  const staff = choices.data?.staff ?? (course.staff ? [course.staff] : [])
  const { entry } = editing
  const set = useCallback(
    (change: Partial<CourseEntry>) =>
      setEditing((before) => ({ ...before, entry: { ...before.entry, ...change } })),
    [],
  )
  const { query, proposed } = usePreview(previewOf(entry, person.id, course.id, course.openedOn))
  useCrumb(`${person.name} さんのケアマネジメントの修正`)
  const back = () => go(`/people/${person.id}/care-management`)
  const save = async (next: Editing<CourseEntry>) => {
    await changeCourse(course.id, { ...bodyOf(next.entry), version: next.version })
    await draft.discard().catch(() => undefined)
    await refresh(client)
    show('ケアマネジメントを直しました。期限も合わせて変わりました。')
    await back()
  }
  if (editing.merging?.isOpen) {
    return (
      <>
        <PersonHead loaded={loaded} />
        <MergeFields
          editing={editing}
          onChange={setEditing}
          fields={mergeFields((id) => staff.find((one) => one.id === id)?.name ?? '')}
          onSave={save}
          storedOf={storedSide}
          readers={readers}
        />
      </>
    )
  }
  return (
    <>
      <PersonHead loaded={loaded} />
      <PageHead title="ケアマネジメントを直す" />
      <WithContext label="保存するとこうなります" context={<PreviewPanel query={query} />}>
        <EntryForm
          label="ケアマネジメントの修正"
          submitLabel="直した内容を保存する"
          readers={readers}
          onSubmit={() => save(editing)}
          onConflict={(conflict) => {
            const { entry: stored, version } = storedSide(conflict)
            setEditing((before) => conflicted(before, stored, version))
          }}
          keepsSubmitInSight
          actions={
            <>
              <Button onPress={() => void back()}>直さずに戻る</Button>
              <DraftState draft={draft} />
            </>
          }
        >
          <CourseFields entry={entry} set={set} staff={staff} proposed={proposed} />
        </EntryForm>
      </WithContext>
    </>
  )
}
